/** One published sum: the size of the group `total` is the sum of those of `parts`. Numbers are positions of groups. */
export interface AdditiveRelation {
  total: number;
  parts: readonly number[];
}

/** Sizes of groups of persons, and how they add up. */
export interface GroupSizes {
  sizes: readonly number[];
  relations: readonly AdditiveRelation[];
  /** Groups that no surface shows, such as a unit's own persons beside those of the units below it. */
  hidden?: ReadonlySet<number>;
  /**
   * By how much each size may be smaller than it is for whoever remembers what was told of it before; the whole size where
   * absent.
   */
  rooms?: readonly number[] | undefined;
}

/** A relation as a group sees it: +1 for a part, −1 for the total; the members weighted so sum to 0. */
export interface Membership {
  relation: number;
  sign: 1 | -1;
}

/** The system of relations with what is asked of it often: the relations of every group. */
export interface SizeSystem {
  sizes: readonly number[];
  /** By how much each may be smaller. */
  rooms: readonly number[];
  relations: readonly AdditiveRelation[];
  membershipsOf: readonly (readonly Membership[])[];
  /** Parts of a relation, the smallest first. */
  partsBySize(relation: number): readonly number[];
}

/**
 * Prepares the relations of groups.
 * @throws RangeError where a size is negative or not finite, or a relation does not add up: what is left over must be
 * given as a hidden group, since whoever subtracts finds it.
 */
export function sizeSystem({ sizes, relations, rooms = sizes }: GroupSizes): SizeSystem {
  if (sizes.some((size) => !(size >= 0) || !Number.isFinite(size))) throw new RangeError("a size is not a number ≥ 0");
  const membershipsOf: Membership[][] = sizes.map(() => []);
  relations.forEach(({ total, parts }, relation) => {
    const sum = parts.reduce((above, part) => above + (sizes[part] ?? Number.NaN), 0);
    if (Math.abs(sum - (sizes[total] ?? Number.NaN)) > 1e-9 * (1 + sum) || Number.isNaN(sum))
      throw new RangeError(`relation ${relation} does not add up`);
    membershipsOf[total]?.push({ relation, sign: -1 });
    for (const part of parts) membershipsOf[part]?.push({ relation, sign: 1 });
  });
  const sorted: (readonly number[] | undefined)[] = [];
  const bySize = (one: number, other: number) => (sizes[one] ?? 0) - (sizes[other] ?? 0) || one - other;
  const partsBySize = (relation: number) => {
    const known = sorted[relation] ?? [...(relations[relation]?.parts ?? [])].sort(bySize);
    sorted[relation] = known;
    return known;
  };
  return { sizes, rooms, relations, membershipsOf, partsBySize };
}

/** A change of sizes, by group, that leaves every relation true and no size below what it may be. */
export type Shift = ReadonlyMap<number, number>;

const TOLERANCE = 1e-6;

/** Whether the sizes so changed could be the true ones: every relation still adds up and nothing is below 0. */
export function isPossible({ rooms, membershipsOf }: SizeSystem, shift: Shift): boolean {
  const changes = new Map<number, number>();
  for (const [cell, change] of shift) {
    if ((rooms[cell] ?? 0) + change < -TOLERANCE) return false;
    for (const { relation, sign } of membershipsOf[cell] ?? [])
      changes.set(relation, (changes.get(relation) ?? 0) + sign * change);
  }
  return [...changes.values()].every((change) => Math.abs(change) <= TOLERANCE);
}
