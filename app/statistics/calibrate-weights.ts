/** Known totals of the population by category, and the category of each row, by position. */
export interface Margin {
  name: string;
  /** Labels of the categories, for messages. */
  labels: readonly string[];
  totals: ArrayLike<number>;
  /** Of each row its category. */
  category: Int32Array;
}

/** Why weights cannot meet the margins. */
export type CalibrationProblem =
  | { kind: "empty-category"; margin: string; label: string; total: number }
  | { kind: "totals-differ"; margins: [string, string]; totals: [number, number] }
  | { kind: "no-convergence"; rounds: number; worst: number };

const MOST_ROUNDS = 1000;
/** Part of a total by which the weighted sum of a category may differ. */
const TOLERANCE = 1e-11;
/** Part by which margins may differ in their sum: totals typed in as rounded numbers. */
const AGREEMENT = 1e-9;

/**
 * Weights that reproduce the totals of every margin: post-stratification for one (Holt and Smith 1979), raking by
 * iterative proportional fitting for several (Deming and Stephan 1940), which changes the weights as little as
 * Kullback–Leibler's measure allows. Where the totals hold already the weights come back as they are. A category of 0
 * persons gets weights of 0.
 */
export function calibrateWeights(
  weights: Float64Array,
  margins: readonly Margin[],
): { ok: true; weights: Float64Array } | { ok: false; problems: CalibrationProblem[] } {
  const problems = marginProblems(weights, margins);
  if (problems.length > 0) return { ok: false, problems };
  const fitted = weights.slice();
  let worst = worstMiss(fitted, margins);
  for (let round = 0; worst > TOLERANCE; round++) {
    if (round === MOST_ROUNDS) return { ok: false, problems: [{ kind: "no-convergence", rounds: round, worst }] };
    for (const margin of margins) {
      const sums = categorySums(fitted, margin);
      const factors = sums.map((sum, category) => (sum === 0 ? 0 : (margin.totals[category] ?? 0) / sum));
      for (let row = 0; row < fitted.length; row++)
        fitted[row] = (fitted[row] as number) * (factors[margin.category[row] as number] as number);
    }
    worst = worstMiss(fitted, margins);
  }
  return { ok: true, weights: fitted };
}

function marginProblems(weights: Float64Array, margins: readonly Margin[]): CalibrationProblem[] {
  const empty = margins.flatMap((margin) => {
    const sums = categorySums(weights, margin);
    return margin.labels.flatMap((label, category): CalibrationProblem[] => {
      const total = margin.totals[category] ?? 0;
      return total > 0 && sums[category] === 0 ? [{ kind: "empty-category", margin: margin.name, label, total }] : [];
    });
  });
  const [first, ...others] = margins.map((margin) => ({ name: margin.name, total: sumOf(margin.totals) }));
  const differing = others.flatMap((other): CalibrationProblem[] =>
    first && Math.abs(other.total - first.total) > AGREEMENT * first.total
      ? [{ kind: "totals-differ", margins: [first.name, other.name], totals: [first.total, other.total] }]
      : [],
  );
  return [...empty, ...differing];
}

function categorySums(weights: Float64Array, { category, labels }: Margin): Float64Array {
  const sums = new Float64Array(labels.length);
  for (let row = 0; row < weights.length; row++) {
    const at = category[row] as number;
    sums[at] = (sums[at] as number) + (weights[row] as number);
  }
  return sums;
}

/** The largest difference from a total, as a part of it. */
function worstMiss(weights: Float64Array, margins: readonly Margin[]): number {
  let worst = 0;
  for (const margin of margins) {
    const sums = categorySums(weights, margin);
    for (let category = 0; category < sums.length; category++) {
      const total = margin.totals[category] ?? 0;
      worst = Math.max(worst, Math.abs((sums[category] as number) - total) / (total || 1));
    }
  }
  return worst;
}

function sumOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) sum += numbers[index] as number;
  return sum;
}
