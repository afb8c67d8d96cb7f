import type { DraftText } from "./draft-document";

/** Something to put right in a draft: an error keeps it from being published, a warning does not. */
export interface DraftProblem {
  severity: "error" | "warning";
  /** JSON path in the contract file, such as `$.items[3].text.vi`. */
  path: string;
  /** Code of the item that it is about; null: about the form as a whole. */
  item: string | null;
  /** Vietnamese, says what to do. */
  message: string;
  /** Nothing was typed yet where something must stand: told quietly while one writes, an error all the same. */
  missing?: true | undefined;
}

export type ReportProblem = (path: string, message: string, item?: string | null) => void;

/** Where the checks of a draft say what they find. */
export interface ProblemReport {
  error: ReportProblem;
  warning: ReportProblem;
  /** Checks a text that must stand, and its English where the document has some; `place` names it, as «Tên phiếu». */
  text: (path: string, text: DraftText, place: string, absent: string, item?: string | null) => void;
}

export const CODE_PATTERN = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;
export const CODE_RULE = "chỉ dùng chữ cái không dấu, chữ số và gạch dưới, bắt đầu bằng chữ cái, dài nhất 32 ký tự";

/** Errors for codes that break the rule or come twice. */
export function codeProblems(
  entries: readonly { code: string }[],
  path: string,
  words: {
    absent: string | ((position: number) => string);
    double: (code: string) => string;
    wrong: (code: string) => string;
  },
  { error }: ProblemReport,
  itemOf: (code: string) => string | null = () => null,
): void {
  const seen = new Set<string>();
  entries.forEach(({ code }, position) => {
    const at = `$.${path}[${position}].code`;
    if (code === "") error(at, typeof words.absent === "string" ? words.absent : words.absent(position));
    else if (!CODE_PATTERN.test(code)) error(at, words.wrong(code), itemOf(code));
    else if (seen.has(code)) error(at, words.double(code), itemOf(code));
    seen.add(code);
  });
}

/** Errors for values of levels or options that are absent, broken or double, and for labels that are absent. */
export function valueProblems(
  entries: readonly { value: number | null; label: DraftText }[],
  path: string,
  place: string,
  item: string | null,
  { error, text }: ProblemReport,
): void {
  const seen = new Set<number>();
  entries.forEach(({ value, label }, position) => {
    const at = `${path}[${position}]`;
    if (value === null || !Number.isSafeInteger(value))
      error(`${at}.value`, `Một dòng của ${place} chưa có giá trị là số nguyên: nhập một số`, item);
    else if (seen.has(value)) error(`${at}.value`, `Giá trị ${value} của ${place} bị lặp: đổi thành số khác`, item);
    else seen.add(value);
    const line = `${place.startsWith("thang đo") ? "Mức" : "Lựa chọn"} thứ ${position + 1} của ${place}`;
    text(`${at}.label`, label, line, `${line} chưa có nhãn: nhập câu chữ người dân sẽ đọc`, item);
  });
}
