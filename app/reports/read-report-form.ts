import { addDays, formatDay } from "~/i18n/dates";
import { type ReportHead, reportHeadSchema } from "~/snapshots/report-head";
import type { Snapshot } from "~/snapshots/snapshot";
import type { FormProblem } from "~/surveys/read-survey-form";
import { REMARK_LENGTH, REMARK_PLACES, type RemarkPlace } from "./remark-places";

/** What officers write into a report, as typed. */
export interface ReportFormValues {
  head: ReportHead;
  remarks: Partial<Record<RemarkPlace, string>>;
}

const NO_NUMBER = "Số, ký hiệu của báo cáo ghi như 123/BC-SYT: số, gạch chéo, BC, gạch nối, chữ viết tắt của cơ quan";

const FIELDS: Readonly<Record<string, string>> = { "signer.title": "signerTitle", "signer.name": "signerName" };

/** Number and sign of a report: "123/BC-SYT" (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3; BC by its Phụ lục III). */
const NUMBER = /^\d{1,6}[a-zđ]?\/BC-\p{Lu}[\p{L}\d&.]*(?:-\p{L}[\p{L}\d&.]*)*$/u;

/** Days that a report may be dated ahead, for whoever prepares what will be signed. */
const AHEAD = 90;

/** Days that a report may bear, ISO. */
export interface DayBounds {
  earliest: string;
  latest: string;
}

/** From the day on which the last of its surveys ended, or, while one runs, that of its figures, until some time after today. */
export function dayBounds(
  { planYear }: { planYear: number | null },
  about: readonly Pick<Snapshot, "document">[],
  today: string,
): DayBounds {
  const ends = about.map(({ document: { results } }) => [results.survey.closesOn, results.asOf].sort()[0] ?? "");
  const earliest = ends.sort().at(-1) ?? `${planYear ?? today.slice(0, 4)}-01-01`;
  return { earliest, latest: addDays(today, AHEAD) };
}

/** Reads the form of a report; what was typed comes back as it was, whatever is wrong with it. */
export function readReportForm(
  form: FormData,
  { earliest, latest }: DayBounds,
): { values: ReportFormValues; problems: FormProblem[] } {
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
  const known = new Set(problems.map(({ field }) => field));
  if (head.number !== "" && !known.has("number") && !NUMBER.test(head.number))
    problems.push({ field: "number", message: NO_NUMBER });
  if (head.day !== "" && !known.has("day")) {
    if (head.day < earliest) {
      const message = `Ngày của báo cáo không thể trước ngày ${formatDay(earliest)}, khi số liệu của báo cáo chưa có`;
      problems.push({ field: "day", message });
    }
    if (head.day > latest) {
      problems.push({ field: "day", message: `Ngày của báo cáo không thể sau ngày ${formatDay(latest)}` });
    }
  }
  for (const place of present) {
    if (text(place).length > REMARK_LENGTH) problems.push({ field: place, message: "Nội dung dài quá mức cho phép" });
  }
  return { values: { head, remarks }, problems };
}
