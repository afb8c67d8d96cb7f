import { formatCount, formatShare, type Language } from "~/i18n/numbers";
import { say } from "~/i18n/words";
import type { BySize, SizeStanding } from "./by-size";
import type { MeasureRow } from "./result";

/** What a page about one branch, or all units together, says theo quy mô. */
export interface SizeView {
  rows: MeasureRow[];
  /** Null for a single unit, of which there is one figure only. */
  standing: SizeStanding | null;
  /** Whether the intervals of the pooled rows take the finite population correction. */
  narrowed: boolean;
}

export function sizeView({ rows, standings, narrowed }: BySize, unit: string): SizeView {
  return {
    rows: rows.filter((row) => row.unit === unit),
    standing: standings.find((standing) => standing.unit === unit) ?? null,
    narrowed: narrowed.includes(unit),
  };
}

/** The rows that stand first: theo quy mô where that has an overall figure to show, else pooled. */
export function hasSizeHeadline(rows: readonly MeasureRow[]): boolean {
  return rows.some(({ level, suppressed }) => level === "overall" && suppressed === null);
}

/** What the estimate of a branch speaks for, or why there is none. */
export function standingText({ units, covered, share, missing }: SizeStanding, language: Language = "vi"): string {
  const values = { units: formatCount(units, language), covered: formatCount(covered, language) };
  if (missing > 0)
    return say(
      language,
      "Chưa tính được theo quy mô, chỉ có gộp phiếu: {missing} trong {units} đơn vị có phiếu nhưng chưa ghi quy mô (số giao dịch hoặc số người), hoặc quy mô ghi nhỏ hơn số phiếu.",
      { ...values, missing: formatCount(missing, language) },
    );
  if (covered === 0)
    return say(language, "Chưa tính được theo quy mô, chỉ có gộp phiếu: không đơn vị nào được công bố.");
  const told = say(
    language,
    "Theo quy mô: mỗi đơn vị tính theo số giao dịch hoặc số người mà nó phục vụ; gộp phiếu: mỗi phiếu tính như nhau.",
  );
  const from =
    share === null
      ? say(
          language,
          "Con số theo quy mô tính từ {covered} trong {units} đơn vị; có đơn vị chưa ghi quy mô nên chưa biết đại diện cho bao nhiêu phần.",
          values,
        )
      : say(language, "Con số theo quy mô tính từ {covered} trong {units} đơn vị, đại diện cho {share} tổng quy mô.", {
          ...values,
          share: formatShare(share, 1, language),
        });
  const left =
    covered < units ? ` ${say(language, "Đơn vị không được công bố hoặc chưa có phiếu không nằm trong đó.")}` : "";
  return `${told} ${from}${left}`;
}
