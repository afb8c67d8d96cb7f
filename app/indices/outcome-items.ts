import { isScored, scaleOf } from "~/questionnaires/questionnaire";
import type { ItemOf, Questionnaire, ScaleItem } from "~/questionnaires/questionnaire-schema";

/** A question about satisfaction as a whole, which the factors may explain. */
export type OutcomeItem = ScaleItem | ItemOf<"number">;

/**
 * Questions that ask for an overall judgement and are part of no factor: on a scale that scored items use, or a number in per
 * cent such as "đáp ứng bao nhiêu % so với mong đợi". An index of the same answers would explain itself, so it is none.
 */
export function outcomeItems(questionnaire: Questionnaire): OutcomeItem[] {
  const scales = new Set(questionnaire.items.filter(isScored).map(({ scale }) => scale));
  return questionnaire.items.filter((item): item is OutcomeItem => {
    if (("profile" in item && item.profile) || isScored(item)) return false;
    if (item.type === "number") return item.unit === "%";
    return item.type === "scale" && scales.has(item.scale) && hasSatisfied(questionnaire, item);
  });
}

function hasSatisfied(questionnaire: Questionnaire, item: ScaleItem): boolean {
  return scaleOf(questionnaire, item).levels.some(({ satisfied }) => satisfied);
}
