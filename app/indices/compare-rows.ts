import { holm } from "~/statistics/adjust-p-values";
import { differenceOfMeans } from "~/statistics/difference-of-means";
import { type Difference, differenceOfProportions } from "~/statistics/difference-of-proportions";
import { effectiveSize } from "~/statistics/effective-size";
import type { IndexMeasure } from "./index-estimate";
import type { MeasureRow } from "./result";

/** What may be said of two groups: never that they are equal, only that the ground does not suffice. */
export type Verdict = "higher" | "lower" | "undecided";

/** A difference with what it allows to say once all of its table are judged together. */
export interface JudgedDifference extends Difference {
  /** The p-value adjusted over the table (Holm). */
  adjusted: number;
  verdict: Verdict;
}

type AbsentRow = MeasureRow | null | undefined;

/** Below it, after adjustment, a difference is spoken of. */
const SIGNIFICANCE = 0.05;

/**
 * Difference of the rates or the means of two rows of different persons, first minus second: Newcombe's interval at the
 * effective sizes behind the rows' own intervals, or Welch's t on persons − 1 degrees of freedom of each row. `null` where
 * either is absent, masked, or has no such figure.
 */
export function differenceOf(first: AbsentRow, second: AbsentRow, measure: IndexMeasure): Difference | null {
  if (measure === "rate") {
    const [one, other] = [proportionOf(first), proportionOf(second)];
    return one && other && differenceOfProportions(one, other);
  }
  const [one, other] = [meanOf(first), meanOf(second)];
  return one && other && differenceOfMeans(one, other);
}

/** Judges the differences of a table as the family that a reader looks through, by Holm; what is absent tests nothing. */
export function judgeTogether(differences: readonly (Difference | null)[]): (JudgedDifference | null)[] {
  const adjusted = holm(differences.flatMap((one) => (one ? [one.pValue] : []))).values();
  return differences.map((one) => {
    if (one === null) return null;
    const p = adjusted.next().value ?? 1;
    return { ...one, adjusted: p, verdict: verdictOn(one, p) };
  });
}

/** What a difference with its adjusted p-value allows to be said. */
export function verdictOn({ difference }: Difference, adjusted: number): Verdict {
  if (adjusted >= SIGNIFICANCE || difference === 0) return "undecided";
  return difference > 0 ? "higher" : "lower";
}

function proportionOf(row: AbsentRow) {
  if (row?.rate == null || !row.n_persons) return null;
  const { rate, rate_se, n_persons } = row;
  const size = effectiveSize({ proportion: rate, standardError: rate_se ?? null, persons: n_persons });
  return { proportion: rate, size };
}

function meanOf(row: AbsentRow) {
  if (row?.mean == null || row.mean_se == null || !row.n_persons) return null;
  return { mean: row.mean, standardError: row.mean_se, degreesOfFreedom: row.n_persons - 1 };
}
