import { shareFields } from "./estimate-fields";
import { MISSING, NOT_ASKED } from "./frame-codes";
import type { MultipleColumn } from "./multiple-column";
import type { MeasureRow } from "./result";

/** Elements of the counts of a `multiple` item before those of its options. */
export const MULTIPLE_COUNTS = { notAsked: 0, missing: 1, valid: 2, excluded: 3, ticks: 4 } as const;

/** Counts of a `multiple` item, to which one person's answer is added `times` (−1 takes it away again). */
export function addMultiple(counts: Float64Array, start: number, column: MultipleColumn, row: number, times: number) {
  const status = column.status[row] ?? MISSING;
  const { notAsked, missing, valid, excluded, ticks } = MULTIPLE_COUNTS;
  const kind =
    status === NOT_ASKED ? notAsked : status === MISSING ? missing : isInBase(column, row) ? valid : excluded;
  counts[start + kind] = (counts[start + kind] ?? 0) + times;
  if (status === NOT_ASKED || status === MISSING) return;
  for (let position = 0; position < column.item.options.length; position++) {
    const element = start + ticks + position;
    if (column.isTicked(row, position)) counts[element] = (counts[element] ?? 0) + times;
  }
}

export function multipleCounts(column: MultipleColumn, rows: Int32Array): Float64Array {
  const counts = new Float64Array(MULTIPLE_COUNTS.ticks + column.item.options.length);
  for (const row of rows) addMultiple(counts, 0, column, row, 1);
  return counts;
}

/**
 * Row of a `multiple` item: ticks of each option ÷ persons who answered, never ÷ ticks. A person who ticked excluded
 * options only ("không muốn trả lời") is outside the base; one who answered and ticked nothing is inside it.
 */
export function multipleItemRow(
  unit: string,
  { code, options }: MultipleColumn["item"],
  counts: Float64Array,
): MeasureRow {
  const count = (element: number) => counts[element] ?? 0;
  const [n_missing, n_valid] = [count(MULTIPLE_COUNTS.missing), count(MULTIPLE_COUNTS.valid)];
  const n_excluded = count(MULTIPLE_COUNTS.excluded);
  const ticks = options.map((option, position) => [option, count(MULTIPLE_COUNTS.ticks + position)] as const);
  const counted = ticks.flatMap(([option, times]) => (option.excluded ? [] : [[option.value, times] as const]));
  return {
    ...{ unit, level: "item", code, n_asked: n_valid + n_excluded + n_missing, n_valid, n_excluded, n_missing },
    n_persons: n_valid,
    levels: Object.fromEntries(ticks.map(([{ value }, times]) => [value, times])),
    ...shareFields(counted, n_valid),
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
