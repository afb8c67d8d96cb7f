import { z } from "zod";

/** What an officer fills in who has held a form against its signed original. */
export function versionCheckSchema(today: string) {
  return z.object({
    document: z
      .string()
      .trim()
      .min(3, "Ghi số, ký hiệu và ngày của văn bản gốc")
      .max(300, "Số, ký hiệu văn bản dài quá 300 ký tự"),
    on: z.iso.date("Ngày đối chiếu không hợp lệ").refine((day) => day <= today, "Ngày đối chiếu không thể sau hôm nay"),
    note: z.string().trim().max(1000, "Ghi chú dài quá 1000 ký tự"),
  });
}

/** Reads the form of a check; values are kept for a refused one. */
export function readVersionCheck(form: FormData, today: string) {
  const text = (name: string) => String(form.get(name) ?? "");
  const values = { document: text("document"), on: text("on"), note: text("note") };
  const parsed = versionCheckSchema(today).safeParse(values);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  return { values, check: parsed.success ? parsed.data : null, problems };
}
