/**
 * Which parts of a whole are withheld where the whole stands beside them: those of fewer than `minimum` persons, and the
 * smallest of the others until at least two are hidden and `minimum` persons are among them, so that subtraction gives none of
 * them away. Parts of nobody tell nothing and are never hidden.
 * @param forced parts that are withheld for another reason.
 */
export function hiddenParts<K>(
  counts: ReadonlyMap<K, number>,
  minimum: number,
  forced: ReadonlySet<K> = new Set(),
): ReadonlySet<K> {
  const parts = [...counts]
    .filter(([, persons]) => persons > 0)
    .sort(([one, few], [other, many]) => Number(forced.has(other)) - Number(forced.has(one)) || few - many);
  const hidden = new Set<K>();
  let persons = 0;
  for (const [part, own] of parts) {
    const protects = hidden.size > 0 && (hidden.size < 2 || persons < minimum);
    if (own >= minimum && !forced.has(part) && !protects) break;
    hidden.add(part);
    persons += own;
  }
  return hidden;
}
