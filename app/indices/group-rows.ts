import type { ResponseFrame } from "./response-frame";

/** A named set of units whose responses are measured together: one unit, or a branch of the unit tree. */
export interface UnitGroup {
  key: string;
  unitKeys: readonly string[];
}

export function allRows(frame: ResponseFrame): Int32Array {
  return new Int32Array(frame.size).map((_, row) => row);
}

/**
 * Rows of each group, in order of arrival within a unit. A unit named twice in a group counts once; one without
 * responses gives no rows. Groups may overlap, as the branches of a tree do.
 */
export function rowsOfGroups(frame: ResponseFrame, groups: readonly UnitGroup[]): Int32Array[] {
  const byUnit = rowsByUnit(frame);
  return groups.map(({ unitKeys }) => {
    const parts = [...new Set(unitKeys)].flatMap((unitKey) => byUnit.get(unitKey) ?? []);
    const rows = new Int32Array(parts.reduce((total, part) => total + part.length, 0));
    let end = 0;
    for (const part of parts) {
      rows.set(part, end);
      end += part.length;
    }
    return rows;
  });
}

function rowsByUnit(frame: ResponseFrame): Map<string, Int32Array> {
  const ends = new Int32Array(frame.unitKeys.length + 1);
  for (let row = 0; row < frame.size; row++) increment(ends, (frame.units[row] ?? 0) + 1);
  for (let unit = 1; unit < ends.length; unit++) ends[unit] = (ends[unit] ?? 0) + (ends[unit - 1] ?? 0);
  const starts = ends.slice();
  const sorted = new Int32Array(frame.size);
  for (let row = 0; row < frame.size; row++) sorted[increment(starts, frame.units[row] ?? 0)] = row;
  return new Map(frame.unitKeys.map((unitKey, unit) => [unitKey, sorted.subarray(ends[unit], ends[unit + 1])]));
}

/** Adds one to an element and returns what it was. */
function increment(counts: Int32Array, position: number): number {
  const before = counts[position] ?? 0;
  counts[position] = before + 1;
  return before;
}
