import { differenceOfMeans } from "~/statistics/difference-of-means";
import { type Difference, differenceOfProportions } from "~/statistics/difference-of-proportions";
import { effectiveSize } from "~/statistics/effective-size";
import type { MeasureRow } from "./result";

/** What a comparison allows to say in plain words. */
export type Verdict = "higher" | "lower" | "not-enough";

/** Chance of a false "higher" or "lower" that a table of comparisons may run. */
export const SIGNIFICANCE = 0.05;

/**
 * Difference of the rates of two rows of independent groups of persons, first minus second: Newcombe's interval at the
 * effective sizes behind the rows' own intervals. `null` where either is masked, empty or has no rate.
 */
export function rateDifference(first: MeasureRow, second: MeasureRow): Difference | null {
  const [one, other] = [proportionOf(first), proportionOf(second)];
  return one && other && differenceOfProportions(one, other);
}

/** The same of means, Welch's t on persons − 1 degrees of freedom of each row. */
export function meanDifference(first: MeasureRow, second: MeasureRow): Difference | null {
  const [one, other] = [meanOf(first), meanOf(second)];
  return one && other && differenceOfMeans(one, other);
}

/** In words what a p-value, adjusted for its table, allows. */
export function verdictOf(difference: Difference, adjusted: number): Verdict {
  if (adjusted >= SIGNIFICANCE || difference.difference === 0) return "not-enough";
  return difference.difference > 0 ? "higher" : "lower";
}

function proportionOf({ rate, rate_se, n_persons }: MeasureRow): { proportion: number; size: number } | null {
  if (rate == null || !n_persons) return null;
  return {
    proportion: rate,
    size: effectiveSize({ proportion: rate, standardError: rate_se ?? null, persons: n_persons }),
  };
}

function meanOf({ mean, mean_se, n_persons }: MeasureRow) {
  if (mean == null || mean_se == null || !n_persons) return null;
  return { mean, standardError: mean_se, degreesOfFreedom: n_persons - 1 };
}
