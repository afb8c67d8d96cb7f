/** Holm (1979, Scandinavian Journal of Statistics 6:65–70): the chance of any false finding in the family stays below α. */
export function holm(pValues: readonly number[]): number[] {
  const order = ranked(pValues);
  const adjusted = new Array<number>(pValues.length);
  let highest = 0;
  for (const [rank, at] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * (pValues[at] as number)));
    adjusted[at] = highest;
  }
  return adjusted;
}

/** Benjamini and Hochberg (1995, JRSS B 57:289–300): of the findings no more than a share α is expected to be false. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = ranked(pValues);
  const adjusted = new Array<number>(pValues.length);
  let lowest = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const at = order[rank] as number;
    lowest = Math.min(lowest, ((pValues[at] as number) * pValues.length) / (rank + 1));
    adjusted[at] = lowest;
  }
  return adjusted;
}

/** Positions from the smallest p-value to the largest. */
function ranked(pValues: readonly number[]): number[] {
  return pValues.map((_, at) => at).sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
}
