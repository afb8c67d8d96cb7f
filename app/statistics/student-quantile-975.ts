import { NORMAL_QUANTILE_975 } from "./normal-quantile";
import { studentQuantile } from "./student-quantile";

const SERIES_FROM = 100;
const computed: number[] = [];

/**
 * 97.5 % quantile of Student's t, the multiplier of every 95 % interval of a mean. From 100 degrees of freedom the
 * Cornish–Fisher series of the quantile in 1/df (Abramowitz and Stegun 26.7.5), good to 1e-12 there; below, the general
 * quantile, kept once computed for whole degrees of freedom, since a table of units asks for the same few again and again.
 */
export function studentQuantile975(degreesOfFreedom: number): number {
  if (degreesOfFreedom >= SERIES_FROM) return seriesQuantile(degreesOfFreedom);
  if (!Number.isInteger(degreesOfFreedom)) return studentQuantile(0.975, degreesOfFreedom);
  computed[degreesOfFreedom] ??= studentQuantile(0.975, degreesOfFreedom);
  return computed[degreesOfFreedom];
}

function seriesQuantile(degreesOfFreedom: number): number {
  const z = NORMAL_QUANTILE_975;
  const s = z * z;
  const terms = [
    (z * (s + 1)) / 4,
    (z * ((5 * s + 16) * s + 3)) / 96,
    (z * (((3 * s + 19) * s + 17) * s - 15)) / 384,
    (z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945)) / 92_160,
    (z * (((((27 * s + 339) * s + 930) * s - 1782) * s - 765) * s + 17_955)) / 368_640,
  ];
  return terms.reduceRight((sum, term) => (sum + term) / degreesOfFreedom, 0) + z;
}
