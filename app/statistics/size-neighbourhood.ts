import type { SizeSystem } from "./group-sizes";

/** What a linear programme about one group looks at: some groups that may change, and every relation they are in. */
export interface Neighbourhood {
  cells: readonly number[];
  relations: readonly number[];
}

/** How far to look. Groups left out count as known, so a smaller neighbourhood is the more careful one. */
export interface Reach {
  cells: number;
  /** Of each relation at most so many free parts, the largest, and so many others, the smallest. */
  perRelation: number;
}

/**
 * Groups around one, relation by relation: the free ones, and where `others` allows it those that could be masked as
 * well, the cheapest parts of each relation and always its total, so that raising a group together with the totals
 * above it stays possible.
 */
export function neighbourhood(
  system: SizeSystem,
  start: number,
  {
    isFree,
    others,
    before,
    reach,
  }: {
    isFree: (cell: number) => boolean;
    others: (cell: number) => boolean;
    /** Of the others those looked at first. */
    before: ReadonlySet<number>;
    reach: Reach;
  },
): Neighbourhood {
  const { relations, membershipsOf } = system;
  const cells = new Set([start]);
  const seen = new Set<number>();
  const queue = [start];
  for (let next = 0; next < queue.length; next++) {
    for (const { relation } of membershipsOf[queue[next] as number] ?? []) {
      if (seen.has(relation)) continue;
      seen.add(relation);
      const total = relations[relation]?.total ?? start;
      const full = cells.size >= reach.cells;
      const wanted = isFree(total) || others(total) ? [total] : [];
      const bySize = system.partsBySize(relation);
      if (!full) wanted.push(...chosenParts(bySize, { isFree, others, before, count: reach.perRelation }));
      for (const cell of wanted) {
        if (cells.has(cell)) continue;
        cells.add(cell);
        queue.push(cell);
      }
    }
  }
  return { cells: [...cells], relations: [...seen] };
}

/** The largest free parts and the smallest others, those masked before first, from parts in order of size. */
function chosenParts(
  bySize: readonly number[],
  {
    isFree,
    others,
    before,
    count,
  }: {
    isFree: (cell: number) => boolean;
    others: (cell: number) => boolean;
    before: ReadonlySet<number>;
    count: number;
  },
): number[] {
  const free: number[] = [];
  for (let at = bySize.length - 1; at >= 0 && free.length < 2 * count; at--) {
    const part = bySize[at] as number;
    if (isFree(part)) free.push(part);
  }
  const rest: number[] = [];
  const take = (wanted: (part: number) => boolean) => {
    for (let at = 0; at < bySize.length && rest.length < count; at++) {
      const part = bySize[at] as number;
      if (wanted(part) && !isFree(part) && others(part)) rest.push(part);
    }
  };
  if (before.size > 0) take((part) => before.has(part));
  take((part) => !before.has(part));
  return [...free, ...rest];
}
