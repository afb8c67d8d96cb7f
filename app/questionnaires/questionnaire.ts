import type { Item, Localized, Questionnaire, Scale, ScaleItem } from "./questionnaire-schema";

/*
 * What everybody asks of a questionnaire. Apart from the schema, so that a page that only shows one does not carry the
 * validator to the browser.
 */

export const INDEX_RULES = ["pooled", "mean-of-items", "mean-of-factors", "fixed-weights"] as const;
export const SECTORS = ["administration", "health", "education", "other"] as const;

/** A `scale` item that carries a factor: the only items that enter an index. */
export type ScoredItem = ScaleItem & { factor: string };

export function isScored(candidate: Item): candidate is ScoredItem {
  return candidate.type === "scale" && candidate.factor !== undefined;
}

export function scoredItems(questionnaire: Questionnaire): ScoredItem[] {
  return questionnaire.items.filter(isScored);
}

/** The scale of an item. Throws only on a document that was never validated. */
export function scaleOf(questionnaire: Questionnaire, scaleItem: ScaleItem): Scale {
  const found = questionnaire.scales.find((candidate) => candidate.code === scaleItem.scale);
  if (!found) throw new Error(`scale ${scaleItem.scale} of item ${scaleItem.code} does not exist`);
  return found;
}

/** A scale by its levels, as its reader knows it: "Thang 5 mức: Rất không hài lòng … Rất hài lòng". */
export function scaleTitle({ levels }: Scale): string {
  const valid = levels.filter(({ excluded }) => !excluded).sort((one, other) => one.value - other.value);
  return `Thang ${valid.length} mức: ${valid[0]?.label.vi} … ${valid.at(-1)?.label.vi}`;
}

/** The text in the wanted language, or Vietnamese where it is not translated; `translated` tells which. */
export function localize(value: Localized, language: "vi" | "en"): { text: string; translated: boolean } {
  if (language === "en" && value.en !== undefined) return { text: value.en, translated: true };
  return { text: value.vi, translated: language === "vi" };
}
