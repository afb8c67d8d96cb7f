import { groupBy } from "./group-by";

/** An edge of the lineage: which unit became which, from a day on. */
export interface LineageEdge {
  oldUnitId: number;
  newUnitId: number;
  relation: "same" | "rename" | "merge" | "split" | "reparent";
  /** First day of the new state. */
  effectiveOn: string;
}

/** What a unit of the later day is made of, in units of the earlier day. */
export interface UnitParts {
  /** Whole units that went into it and nowhere else. */
  whole: number[];
  /** Units of which only a part went into it: whose answers those of that part were cannot be told. */
  split: number[];
}

/**
 * Answers given before units changed, brought together in the units of a later day: for each unit that changed after
 * `from` and up to `to`, the units of `from` it is made of. Exact where `split` is empty; elsewhere old and new figures
 * are not comparable directly (statistics, "Comparing years and units"). A unit that is not in the map stayed as it was.
 */
export function reaggregate(
  edges: readonly LineageEdge[],
  { from, to }: { from: string; to: string },
): Map<number, UnitParts> {
  const made = new Map<number, UnitParts>();
  const partsOf = (unitId: number) => made.get(unitId) ?? { whole: [unitId], split: [] };
  const within = edges.filter(({ effectiveOn }) => effectiveOn > from && effectiveOn <= to);
  for (const day of [...new Set(within.map(({ effectiveOn }) => effectiveOn))].sort()) {
    const ofDay = within.filter(({ effectiveOn }) => effectiveOn === day);
    const incoming = groupBy(ofDay, ({ newUnitId }) => newUnitId);
    const outgoing = groupBy(ofDay, ({ oldUnitId }) => oldUnitId);
    const isSplit = (edge: LineageEdge) => edge.relation === "split" || (outgoing.get(edge.oldUnitId)?.length ?? 0) > 1;
    // A unit may keep its identity and take others in: all of a day follow from the state before it.
    const after = [...incoming].map(([unitId, into]): [number, UnitParts] => {
      const whole = into.filter((edge) => !isSplit(edge)).map(({ oldUnitId }) => partsOf(oldUnitId));
      const cut = into.filter(isSplit).map(({ oldUnitId }) => partsOf(oldUnitId));
      return [
        unitId,
        {
          whole: whole.flatMap((parts) => parts.whole),
          split: [
            ...whole.flatMap((parts) => parts.split),
            ...cut.flatMap((parts) => [...parts.whole, ...parts.split]),
          ],
        },
      ];
    });
    for (const [unitId, parts] of after) made.set(unitId, parts);
  }
  return made;
}
