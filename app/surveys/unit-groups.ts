/** A unit with those of a form's units that stand below it or are it. */
export interface UnitGroup {
  id: number;
  name: string;
  unitIds: number[];
}

const collator = new Intl.Collator("vi", { numeric: true });

/**
 * The units above those that a form offers, each with all of them in its subtree, by name. One that holds only itself is
 * no group.
 * @param above name of each unit of the tree and the unit above it.
 */
export function groupUnits(
  unitIds: readonly number[],
  above: ReadonlyMap<number, { name: string; parentId: number | null }>,
): UnitGroup[] {
  const groups = new Map<number, UnitGroup>();
  for (const unitId of unitIds) {
    const seen = new Set<number>();
    for (let id: number | null = unitId; id !== null && !seen.has(id); id = above.get(id)?.parentId ?? null) {
      seen.add(id);
      const group = groups.get(id) ?? { id, name: above.get(id)?.name ?? "", unitIds: [] };
      group.unitIds.push(unitId);
      groups.set(id, group);
    }
  }
  return [...groups.values()]
    .filter(({ id, unitIds: held }) => held.some((unitId) => unitId !== id))
    .sort((one, other) => collator.compare(one.name, other.name));
}
