import { isPossible, type Shift, type SizeSystem } from "./group-sizes";

/** Sums are balanced one by one; a system that needs more rounds than this is none of tables and trees. */
const ROUNDS = 10_000;

/**
 * The plainest change that could be true: a group is larger by so many persons, and so are all totals above it, and one
 * part below it where it is itself a total. Needs no programme and always exists in trees, in tables with margins and in
 * both crossed; null elsewhere.
 * @param prefer among the parts of a total, those to be raised first.
 */
export function raiseWithTotals(
  system: SizeSystem,
  { cell, by, prefer }: { cell: number; by: number; prefer: (cell: number) => boolean },
): Shift | null {
  const { sizes, relations, membershipsOf } = system;
  const shift = new Map([[cell, by]]);
  const queue = (membershipsOf[cell] ?? []).map(({ relation }) => relation);
  for (let round = 0; round < queue.length && round < ROUNDS; round++) {
    const { total, parts } = relations[queue[round] as number] ?? { total: cell, parts: [] };
    const missing = parts.reduce((sum, part) => sum + (shift.get(part) ?? 0), 0) - (shift.get(total) ?? 0);
    if (missing === 0) continue;
    const raised = missing > 0 ? total : smallestPart(parts, sizes, prefer);
    if (raised === null) return null;
    shift.set(raised, (shift.get(raised) ?? 0) + Math.abs(missing));
    queue.push(...(membershipsOf[raised] ?? []).map(({ relation }) => relation));
  }
  return isPossible(system, shift) ? shift : null;
}

function smallestPart(
  parts: readonly number[],
  sizes: readonly number[],
  prefer: (cell: number) => boolean,
): number | null {
  let best: number | null = null;
  const rank = (part: number) => (prefer(part) ? 0 : (sizes[part] ?? 0) > 0 ? 1 : 2);
  for (const part of parts) {
    if (best === null || rank(part) < rank(best)) best = part;
    else if (rank(part) === rank(best) && (sizes[part] ?? 0) < (sizes[best] ?? 0)) best = part;
  }
  return best;
}
