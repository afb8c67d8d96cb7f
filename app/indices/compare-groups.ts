import { scoredItems } from "~/questionnaires/questionnaire";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { differenceOf, type JudgedDifference, judgeTogether } from "./compare-rows";
import type { IndexMeasure } from "./index-estimate";
import type { MeasureRow } from "./result";

/** One index of two groups of different persons, with what may be said of their difference. */
export interface ComparedLine {
  level: "overall" | "factor" | "item";
  code: string;
  title: string;
  /** Undefined where the questionnaire yields none; both masked where either is. */
  first: MeasureRow | undefined;
  second: MeasureRow | undefined;
  /** First minus second, with its 95 % interval, judged over all lines; null where either has no figure. */
  difference: JudgedDifference | null;
}

/**
 * Compares two groups that share no person, line by line: overall, factors, scored items. p-values are adjusted over all
 * lines of the table. A line masked in one group is masked in both, since the other may be the rest of a published whole.
 */
export function compareGroups(
  questionnaire: Questionnaire,
  measures: { first: readonly MeasureRow[]; second: readonly MeasureRow[] },
  measure: IndexMeasure,
): ComparedLine[] {
  const lines = linesOf(questionnaire).map(({ level, code, title }) => {
    const find = (rows: readonly MeasureRow[]) => rows.find((row) => row.level === level && row.code === code);
    const [first, second] = maskedTogether(find(measures.first), find(measures.second));
    return { level, code, title, first, second };
  });
  const judged = judgeTogether(lines.map(({ first, second }) => differenceOf(first, second, measure)));
  return lines.map((line, at) => ({ ...line, difference: judged[at] ?? null }));
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
