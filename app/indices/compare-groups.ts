import { scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { holm } from "~/statistics/adjust-p-values";
import { differenceOfMeans } from "~/statistics/difference-of-means";
import { type Difference, differenceOfProportions } from "~/statistics/difference-of-proportions";
import { effectiveSize } from "~/statistics/effective-size";
import type { IndexMeasure } from "./index-estimate";
import type { MeasureRow } from "./result";

/** What may be said of two groups: never that they are equal, only that the ground does not suffice. */
export type Verdict = "higher" | "lower" | "undecided";

/** One index of two groups of different persons, with what may be said of their difference. */
export interface ComparedLine {
  level: "overall" | "factor" | "item";
  code: string;
  title: string;
  /** Undefined where the questionnaire yields none; both masked where either is. */
  first: MeasureRow | undefined;
  second: MeasureRow | undefined;
  /** First minus second, with its 95 % interval; null where either has no figure. */
  difference: Difference | null;
  /** The p-value adjusted over all lines (Holm). */
  adjusted: number | null;
  verdict: Verdict | null;
}

/** Below it, after adjustment, a difference is spoken of. */
const SIGNIFICANCE = 0.05;

/**
 * Compares two groups that share no person, line by line: overall, factors, scored items. Shares by Newcombe's interval at the
 * effective sizes that their own intervals use, means by Welch's; p-values adjusted by Holm over all lines of the table,
 * the family that a reader looks through for differences. A line masked in one group is masked in both, since the other
 * may be the rest of a published whole.
 */
export function compareGroups(
  questionnaire: Questionnaire,
  measures: { first: readonly MeasureRow[]; second: readonly MeasureRow[] },
  measure: IndexMeasure,
): ComparedLine[] {
  const lines = linesOf(questionnaire).map(({ level, code, title }) => {
    const find = (rows: readonly MeasureRow[]) => rows.find((row) => row.level === level && row.code === code);
    const [first, second] = maskedTogether(find(measures.first), find(measures.second));
    return { level, code, title, first, second, difference: differenceOf(first, second, measure) };
  });
  const tested = lines.flatMap(({ difference }, at) => (difference === null ? [] : [{ at, p: difference.pValue }]));
  const adjusted = new Map<number, number>();
  holm(tested.map(({ p }) => p)).forEach((p, place) => {
    const at = tested[place]?.at;
    if (at !== undefined) adjusted.set(at, p);
  });
  return lines.map((line, at) => {
    const p = adjusted.get(at) ?? null;
    return { ...line, adjusted: p, verdict: line.difference && p !== null ? verdictOn(line.difference, p) : null };
  });
}

/** What a difference with its adjusted p-value allows to be said. */
export function verdictOn({ difference }: Difference, adjusted: number): Verdict {
  if (adjusted >= SIGNIFICANCE || difference === 0) return "undecided";
  return difference > 0 ? "higher" : "lower";
}

/** Difference of the rates or the means of two rows of different persons; null where either has none. */
export function differenceOf(
  first: MeasureRow | undefined,
  second: MeasureRow | undefined,
  measure: IndexMeasure,
): Difference | null {
  if (measure === "rate") {
    const [one, other] = [proportionOf(first), proportionOf(second)];
    return one && other && differenceOfProportions(one, other);
  }
  const [one, other] = [meanOf(first), meanOf(second)];
  return one && other && differenceOfMeans(one, other);
}

function proportionOf(row: MeasureRow | undefined) {
  if (row?.rate == null || !row.n_persons) return null;
  const { rate, rate_se, n_persons } = row;
  const size = effectiveSize({ proportion: rate, standardError: rate_se ?? null, persons: n_persons });
  return { proportion: rate, size };
}

function meanOf(row: MeasureRow | undefined) {
  if (row?.mean == null || row.mean_se == null || !row.n_persons) return null;
  return { mean: row.mean, standardError: row.mean_se, degreesOfFreedom: row.n_persons - 1 };
}

function maskedTogether(first: MeasureRow | undefined, second: MeasureRow | undefined) {
  const hides = first?.suppressed || second?.suppressed;
  const mask = (row: MeasureRow | undefined): MeasureRow | undefined =>
    row && hides
      ? {
          ...{ unit: row.unit, level: row.level, code: row.code, suppressed: "masked" },
          ...{ n_asked: null, n_valid: null, n_excluded: null, n_missing: null, n_persons: null },
        }
      : row;
  return [mask(first), mask(second)] as const;
}

function linesOf(questionnaire: Questionnaire): Pick<ComparedLine, "level" | "code" | "title">[] {
  const factors = questionnaire.factors.map(({ code, title }) => ({ level: "factor" as const, code, title: title.vi }));
  const items = scoredItems(questionnaire).map(({ code, text }) => ({ level: "item" as const, code, title: text.vi }));
  return [{ level: "overall", code: "*", title: "" }, ...factors, ...items];
}
