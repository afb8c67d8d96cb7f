/**
 * Under which unit each unit's records stand in a file of single records. A unit of fewer records than the minimum goes to the
 * unit above it together with the other small ones there, and on upwards until they are enough; what is still too few at
 * the top takes the smallest of the other groups with it, so that nothing is left out that a published total would tell
 * by subtraction.
 * @param counts records of each unit, by key; units without records may be left out.
 * @param parents the unit above each unit of the tree; null or absent at the top.
 * @returns by unit the unit whose name its records bear; null where all together are fewer than the minimum.
 */
export function mergeSmallUnits({
  counts,
  parents,
  minimum,
}: {
  counts: ReadonlyMap<string, number>;
  parents: ReadonlyMap<string, string | null>;
  minimum: number;
}): Map<string, string> | null {
  const present = [...counts].filter(([, count]) => count > 0);
  const total = present.reduce((sum, [, count]) => sum + count, 0);
  if (total < minimum || total === 0) return null;
  const groups = new Map(present.map(([key, size]) => [key, { size, members: [key] }]));
  const move = (from: string, to: string) => {
    const [moved, target] = [groups.get(from), groups.get(to)];
    if (!moved) return;
    groups.delete(from);
    groups.set(to, {
      size: moved.size + (target?.size ?? 0),
      members: [...moved.members, ...(target?.members ?? [])],
    });
  };
  for (;;) {
    const small = [...groups].filter(([, { size }]) => size < minimum).map(([key]) => key);
    const deepest = small.toSorted((one, other) => depthOf(other, parents) - depthOf(one, parents))[0];
    if (deepest === undefined) break;
    const above = parents.get(deepest) ?? null;
    if (above !== null) {
      move(deepest, above);
      continue;
    }
    const [smallest] = [...groups]
      .filter(([key]) => key !== deepest)
      .toSorted(([one, a], [other, b]) => a.size - b.size || (one < other ? -1 : 1));
    if (!smallest) break;
    move(smallest[0], deepest);
  }
  return new Map([...groups].flatMap(([group, { members }]) => members.map((unit) => [unit, group] as const)));
}

function depthOf(key: string, parents: ReadonlyMap<string, string | null>): number {
  let depth = 0;
  for (let at = parents.get(key) ?? null; at !== null && depth < 100; at = parents.get(at) ?? null) depth++;
  return depth;
}
