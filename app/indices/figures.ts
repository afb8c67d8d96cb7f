import { formatCount, formatDecimal, formatShare, type Language } from "~/i18n/numbers";
import { say } from "~/i18n/words";
import type { Interval, MeasureRow } from "~/indices/result";

/**
 * Figures of a result row as text. A masked row says so and no more; an empty base is "Chưa có dữ liệu", never 0; a row
 * that has answers but no such measure (a scale without a satisfied level has no rate) is a dash. Vietnamese unless a
 * screen asks for its reader's language: reports and files never do.
 */
export const MASKED = "không công bố";
export const NO_DATA = "Chưa có dữ liệu";
export const NOT_APPLICABLE = "–";

/** Below this many persons a published index is marked (statistics, "Disclosure control"). */
const CAUTION_PERSONS = 60;
/** Half-width of the rate's interval from which an index is marked: 10 percentage points. */
const CAUTION_HALF_WIDTH = 0.1;
export const CAUTION_MARK = "*";
export const PARTIAL_MARK = "†";

export type RowState = "published" | "masked" | "empty";

export function stateOf(row: MeasureRow | undefined): RowState {
  if (row?.suppressed) return "masked";
  return personsOf(row) > 0 ? "published" : "empty";
}

function personsOf(row: MeasureRow | undefined): number {
  return row?.n_persons ?? row?.n_valid ?? 0;
}

/** A published rate to be used with caution: few persons, or an interval wider than ten points either side. */
export function needsCaution(row: MeasureRow | undefined): boolean {
  if (row === undefined || stateOf(row) !== "published" || row.rate == null) return false;
  if (personsOf(row) < CAUTION_PERSONS) return true;
  return row.rate_ci != null && (row.rate_ci[1] - row.rate_ci[0]) / 2 > CAUTION_HALF_WIDTH;
}

/** Items or factors without any valid answer were left out of the index (contracts, section 1). */
export function isPartial(row: MeasureRow | undefined): boolean {
  return row?.k !== undefined && row.k_used != null && row.k_used > 0 && row.k_used < row.k;
}

function textOf(
  row: MeasureRow | undefined,
  language: Language,
  figure: (published: MeasureRow) => string | null,
): string {
  const state = stateOf(row);
  if (state === "masked") return say(language, MASKED);
  if (state === "empty" || row === undefined) return say(language, NO_DATA);
  return figure(row) ?? NOT_APPLICABLE;
}

export function personsText(row: MeasureRow | undefined, language: Language = "vi"): string {
  if (row?.suppressed) return say(language, MASKED);
  return row === undefined ? say(language, NO_DATA) : formatCount(personsOf(row), language);
}

export function rateText(row: MeasureRow | undefined, language: Language = "vi"): string {
  return textOf(row, language, ({ rate }) => (rate == null ? null : formatShare(rate, 2, language)));
}

/** The rate with its marks: `*` use with caution, `†` not all items or factors had answers. */
export function markedRateText(row: MeasureRow | undefined, language: Language = "vi"): string {
  if (stateOf(row) !== "published" || row?.rate == null) return rateText(row, language);
  return rateText(row, language) + (needsCaution(row) ? CAUTION_MARK : "") + (isPartial(row) ? PARTIAL_MARK : "");
}

export function meanText(row: MeasureRow | undefined, language: Language = "vi"): string {
  return textOf(row, language, ({ mean }) => (mean == null ? null : formatDecimal(mean, 2, language)));
}

/** `83,10–84,75`: percentages without their sign, for a column whose heading carries it. */
export function rateIntervalText(row: MeasureRow | undefined, language: Language = "vi"): string {
  return textOf(row, language, ({ rate, rate_ci }) =>
    rate == null || rate_ci == null ? null : shareRange(rate_ci, language),
  );
}

export function meanIntervalText(row: MeasureRow | undefined, language: Language = "vi"): string {
  return textOf(row, language, ({ mean, mean_ci }) =>
    mean == null || mean_ci == null
      ? null
      : `${formatDecimal(mean_ci[0], 2, language)}–${formatDecimal(mean_ci[1], 2, language)}`,
  );
}

function shareRange([lower, upper]: Interval, language: Language): string {
  return `${withoutSign(formatShare(lower, 2, language))}–${withoutSign(formatShare(upper, 2, language))}`;
}

function withoutSign(percentage: string): string {
  return percentage.replace("%", "");
}

/** A row's figures, or one cell that says why there are none across all their columns. */
export function figureCells(
  row: MeasureRow | undefined,
  figures: readonly string[],
): { text: string; span?: number }[] {
  const state = stateOf(row);
  if (state === "published") return figures.map((text) => ({ text }));
  return [{ text: state === "masked" ? MASKED : NO_DATA, span: figures.length }];
}

/** Explanations of the marks that really occur among the rows, for the notes under a table. */
export function markNotes(rows: readonly (MeasureRow | undefined)[], language: Language = "vi"): string[] {
  const notes: string[] = [];
  if (rows.some(needsCaution)) {
    notes.push(
      say(
        language,
        "({mark}) Cần thận trọng khi sử dụng: dưới {n} người trả lời hoặc khoảng rộng hơn ±10 điểm phần trăm.",
        { mark: CAUTION_MARK, n: CAUTION_PERSONS },
      ),
    );
  }
  if (rows.some((row) => stateOf(row) === "published" && isPartial(row))) {
    notes.push(
      say(
        language,
        "({mark}) Có tiêu chí hoặc yếu tố chưa có câu trả lời hợp lệ, không tham gia tính chỉ số của dòng này.",
        { mark: PARTIAL_MARK },
      ),
    );
  }
  return notes;
}
