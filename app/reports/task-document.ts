import type { FormProblem } from "~/surveys/read-survey-form";
import { type IssuedDocument, issuedDocumentSchema } from "./reform-plan";

/** Reads the form of a document; what was typed comes back as it was, whatever is wrong with it. */
export function readDocumentForm(form: FormData, today: string): { values: IssuedDocument; problems: FormProblem[] } {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const values = { product: text("product"), number: text("number"), issuedOn: text("issuedOn"), note: text("note") };
  const parsed = issuedDocumentSchema.safeParse(values);
  const problems = (parsed.error?.issues ?? []).map(({ path, message }) => ({ field: String(path[0]), message }));
  if (parsed.success && values.issuedOn > today)
    problems.push({ field: "issuedOn", message: "Ngày ban hành ở sau hôm nay" });
  return { values, problems };
}
