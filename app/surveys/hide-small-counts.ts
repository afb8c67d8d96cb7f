/**
 * Counts with those between 1 and `least` − 1 left out as null. Where leaving out a single one would let it be reckoned
 * back from a total, the smallest of the others goes too. A `least` of 0 hides nothing.
 */
export function hideSmallCounts(counts: readonly number[], least: number): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < least ? [at] : [])));
  if (hidden.size === 1) {
    const others = counts.map((count, at) => ({ count, at })).filter(({ count, at }) => count > 0 && !hidden.has(at));
    const [smallest] = others.sort((one, other) => one.count - other.count);
    if (smallest) hidden.add(smallest.at);
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}
