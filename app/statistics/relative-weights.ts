import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** Below this part of the largest eigenvalue a direction of the predictors is rounding. */
const RANK = 1e-10;

export interface RelativeWeights {
  /** Of each predictor its part of R²; 0 for one that does not vary. */
  weights: number[];
  /** Share of the variance of the outcome that the predictors explain together. */
  rSquared: number;
  /** Complete cases. */
  size: number;
}

/**
 * Relative weights (Johnson 2000, Multivariate Behavioral Research 35:1–19): R² of the outcome on the predictors, divided
 * among them through the orthogonal variables closest to them; parts are never negative and add up to R². Columns hold
 * complete cases in one order of persons. `null` for fewer persons than predictors + 2, or an outcome that does not vary.
 */
export function relativeWeights(
  predictors: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
): RelativeWeights | null {
  const size = outcome.length;
  const y = standardised(outcome);
  const columns = predictors.map(standardised);
  const varying = columns.flatMap((column, at) => (column ? [{ column, at }] : []));
  if (y === null || varying.length === 0 || size < predictors.length + 2) return null;
  const correlations = Matrix.zeros(varying.length, varying.length);
  for (const [i, { column: a }] of varying.entries())
    for (const [j, { column: b }] of varying.entries()) correlations.set(i, j, i === j ? 1 : product(a, b));
  const { realEigenvalues: values, eigenvectorMatrix: vectors } = new EigenvalueDecomposition(correlations, {
    assumeSymmetric: true,
  });
  const largest = Math.max(...values);
  const roots = values.map((value) => (value > RANK * largest ? Math.sqrt(value) : 0));
  const through = (scale: (root: number) => number) =>
    vectors.mmul(Matrix.diag(roots.map((root) => (root === 0 ? 0 : scale(root))))).mmul(vectors.transpose());
  const loadings = through((root) => root);
  const withOutcome = Matrix.columnVector(varying.map(({ column }) => product(column, y)));
  const slopes = through((root) => 1 / root).mmul(withOutcome);
  const weights = predictors.map(() => 0);
  varying.forEach(({ at }, i) => {
    weights[at] = varying.reduce((sum, _, k) => sum + (loadings.get(i, k) * slopes.get(k, 0)) ** 2, 0);
  });
  return { weights, rSquared: weights.reduce((sum, weight) => sum + weight, 0), size };
}

/** The column with mean 0 and length 1; `null` where it does not vary. */
function standardised(values: ArrayLike<number>): Float64Array | null {
  const column = Float64Array.from(values);
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const centred = column.map((value) => value - mean);
  const length = Math.sqrt(product(centred, centred));
  return length <= 1e-12 * Math.abs(mean) || length === 0 ? null : centred.map((value) => value / length);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
