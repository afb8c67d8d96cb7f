import type { MeasureRow } from "~/indices/result";
import { measureIndexOf } from "~/indices/survey-results";
import type { SnapshotDocument } from "./snapshot";

/** A headline figure before and after, null where it is masked or absent. */
export interface FigureChange {
  /** `*` or a unit's key. */
  unit: string;
  name: string;
  rate: { before: number | null; after: number | null };
  persons: { before: number | null; after: number | null };
  /** So few persons came or went that their answers would follow from the figures: none is told. */
  small: boolean;
}

export interface SnapshotDifference {
  responses: { before: number | null; after: number | null };
  /** Units whose headline changed, all together first. */
  changes: FigureChange[];
  unchanged: number;
}

/** A correction: the numbers of the two snapshots, why, and what differs. */
export interface CorrectionDifference {
  before: number;
  after: number;
  reason: string | null;
  difference: SnapshotDifference;
}

/**
 * What a correction changed in the overall index of each unit. A change of fewer persons than the cell minimum is named
 * without figures, since two published figures and their difference would tell what those few answered.
 */
export function compareSnapshots(before: SnapshotDocument, after: SnapshotDocument): SnapshotDifference {
  const [old, now] = [measureIndexOf(before.results), measureIndexOf(after.results)];
  const names = new Map([["*", "Tất cả đơn vị"]]);
  for (const { results } of [before, after]) for (const { key, name } of results.units) names.set(key, name);
  const changes: FigureChange[] = [];
  for (const [unit, name] of names) {
    const change = changeOf(old.find(unit, "overall"), now.find(unit, "overall"), after.results.minimums.cell);
    if (change) changes.push({ unit, name, ...change });
  }
  return {
    responses: { before: before.results.responses, after: after.results.responses },
    changes,
    unchanged: names.size - changes.length,
  };
}

function changeOf(
  before: MeasureRow | undefined,
  after: MeasureRow | undefined,
  minimum: number,
): Omit<FigureChange, "unit" | "name"> | null {
  const rate = { before: before?.rate ?? null, after: after?.rate ?? null };
  const persons = { before: before?.n_persons ?? null, after: after?.n_persons ?? null };
  if (rate.before === rate.after && persons.before === persons.after) return null;
  const few = persons.before !== null && persons.after !== null && Math.abs(persons.after - persons.before) < minimum;
  if (!few) return { rate, persons, small: false };
  const nothing = { before: null, after: null };
  return { rate: nothing, persons: nothing, small: true };
}
