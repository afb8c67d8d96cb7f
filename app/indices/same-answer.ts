import { isScored, scaleOf } from "~/questionnaires/questionnaire";
import type { Questionnaire, ScaleItem } from "~/questionnaires/questionnaire-schema";
import type { MeasureRow } from "./result";

/**
 * Whether a row tells the answer of everybody in it: all valid answers to a question on a scale at one level, or all
 * those of an index at one level on every item. Rows of other questions and of nobody do not.
 */
export function hasOneLevel(row: MeasureRow, questionnaire: Questionnaire, measures: readonly MeasureRow[]): boolean {
  if ((row.n_persons ?? 0) === 0) return false;
  const codes = new Set(itemsOf(row, questionnaire).map(({ code }) => code));
  const levels = measures.flatMap((one) =>
    one.level === "item" && codes.has(one.code) ? given(one, questionnaire) : [],
  );
  return new Set(levels).size === 1;
}

function itemsOf({ level, code }: MeasureRow, questionnaire: Questionnaire): ScaleItem[] {
  const { items, factors } = questionnaire;
  if (level === "item") return items.filter((item): item is ScaleItem => item.type === "scale" && item.code === code);
  const domains = new Map(factors.map((factor) => [factor.code, factor.domain]));
  return items.filter(isScored).filter(({ factor }) => {
    if (level === "factor") return factor === code;
    return level === "domain" ? domains.get(factor) === code : true;
  });
}

/** Levels inside the base that somebody gave. */
function given(row: MeasureRow, questionnaire: Questionnaire): string[] {
  const item = questionnaire.items.find((one): one is ScaleItem => one.type === "scale" && one.code === row.code);
  if (!item) return [];
  const excluded = new Set(
    scaleOf(questionnaire, item).levels.flatMap(({ value, excluded }) => (excluded ? String(value) : [])),
  );
  return Object.entries(row.levels ?? {}).flatMap(([value, count]) => (count > 0 && !excluded.has(value) ? value : []));
}
