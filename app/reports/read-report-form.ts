import { type ReportHead, reportHeadSchema } from "~/snapshots/report-head";
import type { FormProblem } from "~/surveys/read-survey-form";
import { REMARK_LENGTH, REMARK_PLACES, type RemarkPlace } from "./remark-places";

/** What officers write into a report, as typed. */
export interface ReportFormValues {
  head: ReportHead;
  remarks: Partial<Record<RemarkPlace, string>>;
}

const FIELDS: Readonly<Record<string, string>> = { "signer.title": "signerTitle", "signer.name": "signerName" };

/** Reads the form of a report; what was typed comes back as it was, whatever is wrong with it. */
export function readReportForm(form: FormData): { values: ReportFormValues; problems: FormProblem[] } {
  const text = (name: string) =>
    String(form.get(name) ?? "")
      .replace(/\r\n?/gu, "\n")
      .trim();
  const head: ReportHead = {
    number: text("number"),
    place: text("place"),
    day: text("day"),
    signer: { title: text("signerTitle"), name: text("signerName") },
    recipients: text("recipients")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  };
  const present = REMARK_PLACES.filter((place) => form.has(place));
  const remarks = Object.fromEntries(present.map((place) => [place, text(place)]));
  const parsed = reportHeadSchema.safeParse(head);
  const problems = (parsed.error?.issues ?? []).map(({ path }) => {
    const field = FIELDS[path.join(".")] ?? String(path[0]);
    return { field, message: field === "day" ? "Ngày không hợp lệ" : "Nội dung dài quá mức cho phép" };
  });
  for (const place of present) {
    if (text(place).length > REMARK_LENGTH) problems.push({ field: place, message: "Nội dung dài quá mức cho phép" });
  }
  return { values: { head, remarks }, problems };
}
