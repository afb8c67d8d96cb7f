import type { Answer } from "~/questionnaires/answers";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { Comparison } from "./compare-keyings";
import { answerField } from "./form-fields";
import { choicesOf } from "./paper-keys";

const BLANK = "(trống)";

/** What differs between two keyings of a form, in words to lay beside the paper. */
export function showMismatch(
  questionnaire: Questionnaire,
  number: number,
  {
    comparison,
    first,
    second,
  }: { comparison: Comparison; first: { reason: string | null }; second: { reason: string | null } },
) {
  const validity = comparison.validityDiffers
    ? { first: inValidity(first.reason), second: inValidity(second.reason) }
    : null;
  const items = comparison.mismatches.map((mismatch) => ({
    field: answerField(mismatch.item.code),
    code: mismatch.item.code,
    text: mismatch.item.text.vi,
    first: inWords(questionnaire, mismatch.item, mismatch.first),
    second: inWords(questionnaire, mismatch.item, mismatch.second),
  }));
  return { number, items, validity };
}

function inValidity(reason: string | null): string {
  return reason === null ? "hợp lệ" : `không hợp lệ: ${reason}`;
}

function inWords(questionnaire: Questionnaire, item: Item, answer: Answer | undefined): string {
  if (answer === undefined) return BLANK;
  if (Array.isArray(answer)) return answer.length === 0 ? BLANK : answer.join(", ");
  const label = choicesOf(questionnaire, item).find(({ value }) => value === answer)?.label;
  return label === undefined ? String(answer) : `${String(answer)} – ${label}`;
}
