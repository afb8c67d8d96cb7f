/**
 * Cronbach's α (Cronbach 1951), raw: k/(k−1) · (1 − Σs²ᵢ/s²_T) over complete cases; item i's answers are `items[i]`, in
 * the same order of persons. May be negative. `null` ("không xác định") for fewer than two items or persons, and where
 * the totals do not vary.
 */
export function cronbachAlpha(items: readonly ArrayLike<number>[]): number | null {
  const k = items.length;
  const persons = items[0]?.length ?? 0;
  if (k < 2 || persons < 2) return null;
  const totals = new Float64Array(persons);
  let itemVariances = 0;
  for (const answers of items) {
    for (let person = 0; person < persons; person++) totals[person] = (totals[person] ?? 0) + (answers[person] ?? 0);
    itemVariances += sampleVariance(answers);
  }
  const totalVariance = sampleVariance(totals);
  return totalVariance === 0 ? null : (k / (k - 1)) * (1 - itemVariances / totalVariance);
}

/**
 * The same α from sums over complete cases: by item Σ of answers and of their squares, and Σ of the squared totals of
 * persons. Of whole numbers it is exact up to the last division, in whatever order the persons come.
 */
export function cronbachAlphaOfSums(complete: {
  persons: number;
  totalSquares: number;
  sums: ArrayLike<number>;
  squares: ArrayLike<number>;
}): number | null {
  const { persons, totalSquares, sums, squares } = complete;
  const k = sums.length;
  if (k < 2 || persons < 2) return null;
  let [itemSpread, total] = [0, 0];
  for (let item = 0; item < k; item++) {
    const sum = sums[item] ?? 0;
    itemSpread += persons * (squares[item] ?? 0) - sum * sum;
    total += sum;
  }
  const totalSpread = persons * totalSquares - total * total;
  return totalSpread === 0 ? null : (k / (k - 1)) * (1 - itemSpread / totalSpread);
}

/**
 * Standardised α, k·r̄/(1 + (k−1)·r̄) with r̄ the mean correlation of the items (Nunnally 1978): α as if every item varied
 * alike. `null` for fewer than two items or persons, and where an item does not vary.
 */
export function standardisedAlpha(items: readonly ArrayLike<number>[]): number | null {
  const scaled = items.map((answers) => {
    const deviation = Math.sqrt(sampleVariance(answers));
    return deviation > 0 ? Float64Array.from(answers, (answer) => answer / deviation) : null;
  });
  const varying = scaled.flatMap((answers) => (answers === null ? [] : [answers]));
  return varying.length < items.length ? null : cronbachAlpha(varying);
}

/** α of the others with each item left out in turn: higher than the whole where the item does not belong. */
export function alphaWithoutEach(items: readonly ArrayLike<number>[]): (number | null)[] {
  return items.map((_, left) => cronbachAlpha(items.filter((_, at) => at !== left)));
}

function sampleVariance(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] ?? 0;
  const mean = sum / values.length;
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += ((values[index] ?? 0) - mean) ** 2;
  return squares / (values.length - 1);
}
