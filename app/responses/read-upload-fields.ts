const SHORTEST = 5;
const LONGEST = 500;

/** What an officer says about a file of responses, or the fields that cannot stand and why. */
export function readUploadFields(
  fields: Readonly<Record<string, string>>,
  hasFile: boolean,
): { ok: true; provenance: string } | { ok: false; problems: { field: string; message: string }[] } {
  const provenance = (fields.provenance ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
  const problems: { field: string; message: string }[] = [];
  if (provenance.length < SHORTEST)
    problems.push({ field: "provenance", message: "Ghi rõ nguồn: ai nhập số liệu, nhập từ đâu" });
  else if (provenance.length > LONGEST)
    problems.push({ field: "provenance", message: `Nguồn dài quá ${LONGEST} ký tự` });
  if (!hasFile) problems.push({ field: "file", message: "Chọn một tệp CSV hoặc XLSX có nội dung" });
  return problems.length === 0 ? { ok: true, provenance } : { ok: false, problems };
}
