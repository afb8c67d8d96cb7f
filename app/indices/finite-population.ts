import { meanInterval } from "~/statistics/mean-interval";
import { wilsonInterval } from "~/statistics/wilson-interval";
import type { MeasureRow } from "./result";

/** Persons sampled in a unit, and of how many: what the finite population correction is made from. */
export interface FiniteSample {
  sampled: number;
  population: number;
}

/**
 * A row of persons drawn from a known N with the errors that this leaves (contracts, section 3: the unit as a stratum of its own,
 * the persons of the row a domain of it): SE² = (1 − n/N)·n/(n−1)·Σuᵢ², Wilson at the effective size of that error, t on n − 1.
 * Where everybody was asked nothing is left to chance, and an interval is the figure itself.
 */
export function finitePopulationRow(row: MeasureRow, { sampled, population }: FiniteSample): MeasureRow {
  const persons = row.n_persons ?? row.n_valid ?? 0;
  if (row.suppressed || persons < 2 || sampled < 2 || population < sampled) return row;
  const whole = population === sampled;
  const factor = Math.sqrt(((persons - 1) / persons) * (sampled / (sampled - 1)) * (1 - sampled / population));
  const scaled = (error: number | null | undefined) => (error == null ? null : error * factor);
  const corrected: MeasureRow = { ...row };
  if (row.rate != null) {
    const rate_se = scaled(row.rate_se);
    corrected.rate_se = rate_se;
    corrected.rate_ci = whole ? [row.rate, row.rate] : rateInterval(row.rate, rate_se, persons);
  }
  if (row.mean != null) {
    const standardError = scaled(row.mean_se);
    corrected.mean_se = standardError;
    corrected.mean_ci = meanInterval({ mean: row.mean, standardError, degreesOfFreedom: sampled - 1 });
  }
  if (row.share_ses)
    corrected.share_ses = Object.fromEntries(
      Object.entries(row.share_ses).map(([value, error]) => [value, error * factor]),
    );
  return corrected;
}

function rateInterval(proportion: number, error: number | null, persons: number) {
  const size = error ? (persons * proportion * (1 - proportion)) / ((persons - 1) * error ** 2) : persons;
  return wilsonInterval({ proportion, size });
}
