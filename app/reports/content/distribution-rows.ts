import { formatCount, formatRatio } from "~/i18n/numbers";
import { MASKED, NO_DATA, NOT_APPLICABLE, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import type { Item, Level, Option } from "~/questionnaires/questionnaire-schema";
import { cells, type ReportRow } from "../report-document";

/**
 * Distribution of the answers to one question. Levels of a mirrored scale are turned back, so that print shows the
 * answers as they were given (contracts, section 1).
 */
export function countsAsGiven(row: MeasureRow, levels: readonly Level[]): Readonly<Record<string, number>> {
  const counts = row.levels ?? {};
  if (!row.reversed) return counts;
  const values = levels.filter(({ excluded }) => !excluded).map(({ value }) => value);
  const mirror = Math.min(...values) + Math.max(...values);
  return Object.fromEntries(
    Object.entries(counts).map(([value, count]) =>
      values.includes(Number(value)) ? [String(mirror - Number(value)), count] : [value, count],
    ),
  );
}

/** Rows "phương án – số người – tỷ lệ" of a choice question, one where it is masked; the base is its valid answers. */
export function optionRows(item: Extract<Item, { options: unknown }>, row: MeasureRow | undefined): ReportRow[] {
  if (row?.suppressed) return [{ cells: [{ text: "Mọi phương án" }, { text: MASKED, span: 2 }] }];
  const valid = row?.n_valid ?? 0;
  const options = item.options.map((option) => ({ cells: cells(...optionCells(option, row, valid)) }));
  return [...options, { cells: cells("Không trả lời", formatCount(row?.n_missing ?? 0), NOT_APPLICABLE) }];
}

function optionCells(option: Option, row: MeasureRow | undefined, valid: number): [string, string, string] {
  const label = option.excluded ? `${option.label.vi} (không tính vào mẫu số)` : option.label.vi;
  const count = row?.levels?.[String(option.value)] ?? 0;
  if (stateOf(row) === "empty" && !option.excluded) return [label, formatCount(count), NO_DATA];
  return [label, formatCount(count), option.excluded || valid === 0 ? NOT_APPLICABLE : formatRatio(count, valid)];
}

/** "1.234⏎12,34%": a count with its share of those asked, or the row's state. */
export function countWithShare(count: number | null | undefined, row: MeasureRow | undefined): string {
  if (row?.suppressed) return MASKED;
  if (!row?.n_asked) return NO_DATA;
  return `${formatCount(count ?? 0)}\n${formatRatio(count ?? 0, row.n_asked)}`;
}
