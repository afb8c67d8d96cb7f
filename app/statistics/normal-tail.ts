/** Where the series gives way to the continued fraction: both hold full precision there. */
const SERIES_END = 2.5;
const MOST_TERMS = 500;

/**
 * P(Z > z) of the standard normal distribution, to about 1e-15 relative on the tail: the series of Abramowitz and Stegun
 * 26.2.11 in the middle, the continued fraction 26.2.14 outside.
 */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < SERIES_END) {
    let term = z;
    let sum = z;
    for (let n = 1; n < MOST_TERMS && term > Number.EPSILON * sum; n++) {
      term *= (z * z) / (2 * n + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = 0;
  for (let n = MOST_TERMS; n > 0; n--) fraction = n / (z + fraction);
  return density / (z + fraction);
}

/** P(|Z| > |z|), the two-sided p-value of a z statistic. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}
