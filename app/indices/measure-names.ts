import { REVERSED_MARK } from "~/i18n/names";
import type { Item, ItemOf, Questionnaire, ScaleItem, Sector } from "~/questionnaires/questionnaire-schema";

/** Names under which measures appear in reports and files (statistics, "Measures"). */
export const OVERALL_RATE_NAME = "Tỷ lệ hài lòng chung";
export const OVERALL_MEAN_NAME = "Điểm trung bình chung";

/** The Ministry of Health's own name; elsewhere the measure has none of its own. */
export function allSatisfiedName(sector: Sector): string {
  return sector === "health" ? "Chỉ số hài lòng toàn diện" : "Tỷ lệ người hài lòng với mọi tiêu chí";
}

/** "Bệnh viện đáp ứng được bao nhiêu % so với mong đợi": a number in per cent that is not about the respondent. */
export function isExpectation(item: Item): item is ItemOf<"number"> {
  return item.type === "number" && !item.profile && item.unit === "%";
}

export function isReturn(item: Item): item is ItemOf<"single"> {
  return item.type === "single" && item.options.some((option) => option.counts_as_return);
}

/** Text of a question, with the mark of a mirrored scale. */
export function itemText(item: Item): string {
  return isReversed(item) ? `${item.text.vi} ${REVERSED_MARK}` : item.text.vi;
}

function isReversed(item: Item): item is ScaleItem {
  return item.type === "scale" && item.reverse;
}

export function factorTitle(questionnaire: Questionnaire, code: string): string {
  return questionnaire.factors.find((factor) => factor.code === code)?.title.vi ?? code;
}
