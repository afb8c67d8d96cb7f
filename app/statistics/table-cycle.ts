import type { SizeSystem } from "./group-sizes";

/** Of a relation at most so many parts are tried. */
const TRIED = 120;

/**
 * Whether four free sizes at the corners of a rectangle of a table (c and a in one sum, d and b in another, c and b in a
 * third, a and d in a fourth, each in no sum besides) let the first vary by `minimum`: c and d rise while a and b fall,
 * and the other way round. What most masked cells of a table with margins rest on, found without a programme.
 */
export function variesInTable(
  { rooms, relations, membershipsOf }: SizeSystem,
  cell: number,
  { isFree, minimum }: { isFree: (cell: number) => boolean; minimum: number },
): boolean {
  const room = (some: number) => rooms[some] ?? 0;
  const partsOf = (relation: number) => relations[relation]?.parts ?? [];
  const cornerOf = (some: number) => (isFree(some) && membershipsOf[some]?.length === 2 ? membershipsOf[some] : null);
  const crossing = (some: number, relation: number) =>
    cornerOf(some)?.find((other) => other.relation !== relation && other.sign > 0)?.relation;
  // A total rises with its parts: no rectangle.
  const own = cornerOf(cell)
    ?.filter(({ sign }) => sign > 0)
    .map(({ relation }) => relation);
  const [first, second] = own ?? [];
  if (first === undefined || second === undefined) return false;
  const [row, column] = partsOf(first).length <= partsOf(second).length ? [first, second] : [second, first];
  for (const a of partsOf(row).slice(0, TRIED)) {
    const across = a === cell ? undefined : crossing(a, row);
    if (across === undefined || across === column) continue;
    for (const d of partsOf(across).slice(0, TRIED)) {
      const below = d === a ? undefined : crossing(d, across);
      if (below === undefined || below === row) continue;
      const b = partsOf(below).find((other) => other !== d && crossing(other, below) === column);
      if (b === undefined || b === cell) continue;
      if (Math.min(room(a), room(b)) + Math.min(room(cell), room(d)) >= minimum) return true;
    }
  }
  return false;
}
