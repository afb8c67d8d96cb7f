import type { Interval } from "./interval";
import { studentQuantile975 } from "./student-quantile-975";

/**
 * 95 % interval of a mean, mean ± t(0.975, df) · SE. `null` where the error is undefined or there are no degrees of
 * freedom.
 */
export function meanInterval(estimate: {
  mean: number;
  standardError: number | null;
  degreesOfFreedom: number;
}): Interval | null {
  const { mean, standardError, degreesOfFreedom } = estimate;
  if (standardError === null || degreesOfFreedom < 1) return null;
  const half = studentQuantile975(degreesOfFreedom) * standardError;
  return [mean - half, mean + half];
}
