import { type GroupSizes, sizeSystem } from "./group-sizes";

/** Groups with the sums between them, those withheld for their own sake, and those that another table tells. */
export interface LineSuppressionInput extends GroupSizes {
  primary: Iterable<number>;
  /** Groups that are told whatever happens here. */
  told: ReadonlySet<number>;
  /** Least persons of what a subtraction may leave. */
  minimum: number;
  /** Groups masked in the last publication: preferred where another has to be masked. */
  before?: ReadonlySet<number> | undefined;
}

/**
 * Which groups to mask so that no sum gives a masked one away by subtraction: in every sum ("line") with a masked group at
 * least two groups stay unknown, and where its total is known they hold at least `minimum` persons together, so that each of
 * them may be anything from 0 to that. Where a line falls short, its smallest told group that may be masked goes as well,
 * until no line does. Weaker than `complementarySuppression`, which looks at all lines at once, and fast enough for the many
 * cells of several dimensions crossed. Hidden groups are unknown in every line that has them.
 */
export function lineSuppression(input: LineSuppressionInput): Set<number> {
  const { told, minimum, hidden = new Set<number>(), before = new Set<number>() } = input;
  const { sizes, rooms, relations, membershipsOf } = sizeSystem(input);
  const masked = new Set(input.primary);
  if (minimum <= 0) return masked;
  const sizeOf = (group: number) => sizes[group] ?? 0;
  /** What was masked before, then the smallest; a size of 0, which is published as absent, only where nothing else is left. */
  const rank = (group: number) => (before.has(group) ? 0 : sizeOf(group) || Number.POSITIVE_INFINITY);
  const linesOf = (group: number) => (membershipsOf[group] ?? []).map(({ relation }) => relation);
  const queue = [...masked, ...hidden].flatMap(linesOf);
  for (let next = 0; next < queue.length; next++) {
    const { total, parts } = relations[queue[next] as number] ?? { total: -1, parts: [] };
    const isUnknown = (group: number) => masked.has(group) || hidden.has(group);
    const unknown = parts.filter(isUnknown);
    const open = masked.has(total);
    if (unknown.length === 0 && !open) continue;
    const persons = unknown.reduce((sum, part) => sum + (rooms[part] ?? 0), 0);
    const alone = unknown.length === 1 && !hidden.has(unknown[0] ?? -1);
    if (open ? unknown.length > 0 : !alone && persons >= minimum) continue;
    const free = parts.filter((part) => !isUnknown(part) && !told.has(part));
    if (!open && total >= 0 && !told.has(total) && free.every((part) => sizeOf(part) === 0)) free.unshift(total);
    const added = free.reduce((best, one) => (best < 0 || rank(one) < rank(best) ? one : best), -1);
    if (added < 0) continue;
    masked.add(added);
    queue.push(...linesOf(added));
  }
  return masked;
}
