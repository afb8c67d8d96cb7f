/** Counts from here on take their factorial from Stirling's series, exact to the last bits there. */
const EXACT_FACTORIALS = 30;
/** R's allowance for probabilities that are equal but for rounding. */
const EQUAL = 1 + 1e-7;

/**
 * Exact two-sided binomial test: the probability, if each of `size` trials succeeds with `probability`, of a count no more
 * likely than the one seen (Clopper and Pearson's distribution, the rule of R's `binom.test`).
 */
export function binomialTest(successes: number, size: number, probability: number): number {
  if (!(Number.isInteger(successes) && Number.isInteger(size) && successes >= 0 && successes <= size))
    throw new RangeError(`${successes} of ${size} is no count of successes`);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability ${probability} is not within [0, 1]`);
  const seen = binomialProbability(successes, size, probability);
  let total = 0;
  for (let count = 0; count <= size; count++) {
    const one = binomialProbability(count, size, probability);
    if (one <= seen * EQUAL) total += one;
  }
  return Math.min(1, total);
}

/** P(X ≥ successes): how likely so many or more are. */
export function binomialUpperTail(successes: number, size: number, probability: number): number {
  let total = 0;
  for (let count = size; count >= Math.max(0, successes); count--)
    total += binomialProbability(count, size, probability);
  return Math.min(1, total);
}

function binomialProbability(count: number, size: number, probability: number): number {
  if (probability === 0 || probability === 1) return count === size * probability ? 1 : 0;
  return Math.exp(
    logFactorial(size) -
      logFactorial(count) -
      logFactorial(size - count) +
      count * Math.log(probability) +
      (size - count) * Math.log1p(-probability),
  );
}

/** ln n!, by Stirling's series with three corrections (Abramowitz and Stegun 6.1.41) where n is not small. */
function logFactorial(n: number): number {
  if (n < EXACT_FACTORIALS) {
    let sum = 0;
    for (let k = 2; k <= n; k++) sum += Math.log(k);
    return sum;
  }
  const x = n + 1;
  const corrections = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + corrections;
}
