import type { Difference } from "./difference-of-proportions";
import { studentQuantile, studentUpperTail } from "./student-quantile";

/** An estimate of an independent sample, or of one part of a design, with the degrees of freedom of its error. */
export interface MeanWithError {
  mean: number;
  standardError: number;
  degreesOfFreedom: number;
}

/**
 * Difference of two independent means, Welch's t with Satterthwaite's degrees of freedom (Welch 1947, Biometrika 34).
 * Without any error on either side only equal means are alike. `null` where an error has no degrees of freedom.
 */
export function differenceOfMeans(first: MeanWithError, second: MeanWithError): Difference | null {
  if (first.degreesOfFreedom < 1 || second.degreesOfFreedom < 1) return null;
  const variances = [first.standardError ** 2, second.standardError ** 2] as const;
  const variance = variances[0] + variances[1];
  const degreesOfFreedom =
    variance ** 2 / (variances[0] ** 2 / first.degreesOfFreedom + variances[1] ** 2 / second.degreesOfFreedom);
  return estimatedDifference({
    ...{ difference: first.mean - second.mean, standardError: Math.sqrt(variance) },
    degreesOfFreedom: variance === 0 ? first.degreesOfFreedom + second.degreesOfFreedom : degreesOfFreedom,
  });
}

/**
 * A difference whose error is known as a whole: of two items of the same persons, or of a unit and the rest in one
 * design, from the linearised difference (`combineEstimates`), where the covariance is inside.
 */
export function estimatedDifference(estimate: {
  difference: number;
  standardError: number;
  degreesOfFreedom: number;
}): Difference | null {
  const { difference, standardError, degreesOfFreedom } = estimate;
  if (degreesOfFreedom <= 0) return null;
  const half = standardError === 0 ? 0 : studentQuantile(0.975, degreesOfFreedom) * standardError;
  const t = difference === 0 ? 0 : Math.abs(difference) / standardError;
  return {
    difference,
    interval: [difference - half, difference + half],
    pValue: Number.isFinite(t) ? Math.min(1, 2 * studentUpperTail(t, degreesOfFreedom)) : 0,
  };
}
