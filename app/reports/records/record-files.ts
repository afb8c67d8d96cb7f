import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { TimeDetail } from "./record-time";

/** Files of single records. */
export const RECORD_FILES = ["records.csv", "records.sav", "moh.xlsx"] as const;
export type RecordFile = (typeof RECORD_FILES)[number];

/** The layout of Bộ Y tế's site is for its own forms. */
export function recordFilesFor(sector: Sector): RecordFile[] {
  return RECORD_FILES.filter((file) => file !== "moh.xlsx" || sector === "health");
}

const SHORTEST_PURPOSE = 10;
export const LONGEST_PURPOSE = 500;

export interface RecordsOrder {
  file: RecordFile;
  purpose: string;
  time: TimeDetail;
}

/** The form as it was filled in, to be shown again with what is wrong in it. */
export interface RecordsFormValues {
  file: string;
  purpose: string;
  time: boolean;
  agreed: boolean;
}

export function recordsFormValues(form: FormData): RecordsFormValues {
  const text = (name: string) => {
    const given = form.get(name);
    return typeof given === "string" ? given : "";
  };
  return {
    ...{ file: text("file"), purpose: text("purpose").slice(0, 4 * LONGEST_PURPOSE) },
    ...{ time: text("time") === "yes", agreed: text("agreed") === "yes" },
  };
}

/** Reads the form by which an officer takes single records: which file, what for, and that its terms are agreed to. */
export function readRecordsForm(
  form: FormData,
  offered: readonly RecordFile[],
): { ok: true; order: RecordsOrder } | { ok: false; problems: { field: string; message: string }[] } {
  const file = offered.find((one) => one === form.get("file"));
  const given = form.get("purpose");
  const purpose = typeof given === "string" ? given.trim() : "";
  const problems = [
    ...(file === undefined ? [{ field: "file", message: "Tệp: chọn một trong các tệp của danh sách" }] : []),
    ...(purpose.length < SHORTEST_PURPOSE
      ? [{ field: "purpose", message: `Mục đích: ghi ít nhất ${SHORTEST_PURPOSE} ký tự` }]
      : []),
    ...(purpose.length > LONGEST_PURPOSE
      ? [{ field: "purpose", message: `Mục đích: dài nhất ${LONGEST_PURPOSE} ký tự` }]
      : []),
    ...(form.get("agreed") === "yes" ? [] : [{ field: "agreed", message: "Cam kết: đánh dấu vào ô cam kết" }]),
  ];
  if (file === undefined || problems.length > 0) return { ok: false, problems };
  // A form is keyed in with its day.
  const time: TimeDetail = file === "moh.xlsx" ? "day" : form.get("time") === "yes" ? "half-day" : "none";
  return { ok: true, order: { file, purpose, time } };
}
