/** One unit became another, wholly or in part. */
export interface Succession {
  oldUnitId: number;
  newUnitId: number;
}

export interface CarriedUnits {
  /** Units of the new survey, each with those of the old one that it stands for. */
  carried: Map<number, number[]>;
  /** Units that became several: which of them are meant is for an officer to say. */
  split: { unitId: number; successors: number[] }[];
  /** Units that are gone without a successor. */
  gone: number[];
}

/**
 * Follows units to the present day: those that stand stay, those that went on in one other unit are carried to it, those
 * that became several are left to be chosen.
 * @param stands whether a unit exists on the day.
 */
export function carryUnits(
  unitIds: readonly number[],
  successions: readonly Succession[],
  stands: (unitId: number) => boolean,
): CarriedUnits {
  const next = successorsOf(successions);
  const result: CarriedUnits = { carried: new Map(), split: [], gone: [] };
  for (const unitId of unitIds) {
    const present = presentOf(unitId, next, stands);
    const [only] = present;
    if (only === undefined) result.gone.push(unitId);
    else if (present.length > 1) result.split.push({ unitId, successors: present });
    else result.carried.set(only, [...(result.carried.get(only) ?? []), unitId]);
  }
  return result;
}

/** Each unit with those that it directly went on in. */
export function successorsOf(successions: readonly Succession[]): Map<number, number[]> {
  const next = new Map<number, number[]>();
  for (const { oldUnitId, newUnitId } of successions) next.set(oldUnitId, [...(next.get(oldUnitId) ?? []), newUnitId]);
  return next;
}

/** The units of the day that a unit went on in, itself where it stands. */
export function presentOf(
  unitId: number,
  next: ReadonlyMap<number, number[]>,
  stands: (unitId: number) => boolean,
): number[] {
  const present: number[] = [];
  const seen = new Set<number>();
  const visit = (id: number) => {
    if (seen.has(id)) return;
    seen.add(id);
    if (stands(id)) present.push(id);
    else for (const successor of next.get(id) ?? []) visit(successor);
  };
  visit(unitId);
  return present;
}
