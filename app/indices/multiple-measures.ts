import { shareFields } from "./estimate-fields";
import { MISSING, NOT_ASKED } from "./frame-codes";
import type { MultipleColumn } from "./multiple-column";
import type { MeasureRow } from "./result";

/**
 * Row of a `multiple` item: ticks of each option ÷ persons who answered, never ÷ ticks. A person who ticked excluded
 * options only ("không muốn trả lời") is outside the base; one who answered and ticked nothing is inside it.
 */
export function multipleItemRow(unit: string, column: MultipleColumn, rows: Int32Array): MeasureRow {
  const { options } = column.item;
  const counts = { n_asked: 0, n_valid: 0, n_excluded: 0, n_missing: 0 };
  const ticks = new Int32Array(options.length);
  for (const row of rows) {
    const status = column.status[row] ?? MISSING;
    if (status === NOT_ASKED) continue;
    counts.n_asked++;
    if (status === MISSING) {
      counts.n_missing++;
      continue;
    }
    if (isInBase(column, row)) counts.n_valid++;
    else counts.n_excluded++;
    for (let position = 0; position < options.length; position++) {
      if (column.isTicked(row, position)) ticks[position] = (ticks[position] ?? 0) + 1;
    }
  }
  const counted = options.flatMap((option, position) =>
    option.excluded ? [] : [[option.value, ticks[position] ?? 0] as const],
  );
  return {
    ...{ unit, level: "item", code: column.item.code, ...counts, n_persons: counts.n_valid },
    levels: Object.fromEntries(options.map((option, position) => [option.value, ticks[position] ?? 0])),
    ...shareFields(counted, counts.n_valid),
    suppressed: null,
  };
}

/** Whether a person who answered is in the base: not one who ticked excluded options only. */
export function isInBase(column: MultipleColumn, row: number): boolean {
  let excludedTick = false;
  for (let position = 0; position < column.item.options.length; position++) {
    if (!column.isTicked(row, position)) continue;
    if (!column.item.options[position]?.excluded) return true;
    excludedTick = true;
  }
  return !excludedTick;
}
