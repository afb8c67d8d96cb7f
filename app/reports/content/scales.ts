import { isScored, type ScoredItem, scaleOf, scoredItems } from "~/questionnaires/questionnaire";
import type { Item, Level, Questionnaire, Scale, ScaleItem } from "~/questionnaires/questionnaire-schema";

/** Questions of the form sorted by the part they play in a report, and the levels of their scales. */

/** Levels that count as valid answers, lowest first. */
export function validLevels(scale: Scale): Level[] {
  return scale.levels.filter(({ excluded }) => !excluded).sort((a, b) => a.value - b.value);
}

export function excludedLevels(scale: Scale): Level[] {
  return scale.levels.filter(({ excluded }) => excluded);
}

export function satisfiedLevels(scale: Scale): Level[] {
  return validLevels(scale).filter(({ satisfied }) => satisfied);
}

export function quotedLabels(levels: readonly Level[]): string {
  return levels.map(({ label }) => `“${label.vi}”`).join(", ");
}

/** Items on one scale, scales in the order in which the form first uses them. */
export interface ItemsOnScale<T extends ScaleItem> {
  scale: Scale;
  items: T[];
}

function byScale<T extends ScaleItem>(questionnaire: Questionnaire, items: readonly T[]): ItemsOnScale<T>[] {
  const codes = [...new Set(items.map((item) => item.scale))];
  return codes.map((code) => {
    const ofScale = items.filter((item) => item.scale === code);
    return { scale: scaleOf(questionnaire, ofScale[0] as T), items: ofScale };
  });
}

export function scoredByScale(questionnaire: Questionnaire): ItemsOnScale<ScoredItem>[] {
  return byScale(questionnaire, scoredItems(questionnaire));
}

function unscoredScaleItems(questionnaire: Questionnaire): ScaleItem[] {
  return questionnaire.items.filter((item): item is ScaleItem => item.type === "scale" && !isScored(item));
}

function isScoredScale(questionnaire: Questionnaire, code: string): boolean {
  return scoredItems(questionnaire).some((item) => item.scale === code);
}

/** Scale questions outside the index on a scale of the index: a general judgement, such as "nói chung". */
export function generalJudgements(questionnaire: Questionnaire): ScaleItem[] {
  return unscoredScaleItems(questionnaire).filter((item) => isScoredScale(questionnaire, item.scale));
}

/** Scale questions outside the index on scales of their own with a level to report: wishes, suitability. */
export function wishes(questionnaire: Questionnaire): ItemsOnScale<ScaleItem>[] {
  const items = unscoredScaleItems(questionnaire).filter((item) => !isScoredScale(questionnaire, item.scale));
  return byScale(questionnaire, items).filter(({ scale }) => satisfiedLevels(scale).length > 0);
}

/** Every question on a scale, scored or not: the tables of distributions leave none out. */
export function allByScale(questionnaire: Questionnaire): ItemsOnScale<ScaleItem>[] {
  return byScale(
    questionnaire,
    questionnaire.items.filter((item): item is ScaleItem => item.type === "scale"),
  );
}

/** Choice questions about the respondent, or about anything else. */
export function choiceItems(questionnaire: Questionnaire, profile: boolean): Extract<Item, { options: unknown }>[] {
  return questionnaire.items.filter(
    (item) => (item.type === "single" || item.type === "multiple") && item.profile === profile,
  ) as Extract<Item, { options: unknown }>[];
}
