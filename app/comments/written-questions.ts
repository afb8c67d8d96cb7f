import { otherField } from "~/questionnaires/answers";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";

/** A question that takes words: a text item, or an option "khác" with a box to write in. */
export interface WrittenQuestion {
  /** As free text is stored: the item's code, or `<item>.other`. */
  field: string;
  code: string;
  title: string;
}

/**
 * The questions whose written answers are shown, in file order. Not those about the respondent: what somebody adds about
 * themselves ("dân tộc khác: …") tells who wrote.
 */
export function writtenQuestions({ items }: Questionnaire): WrittenQuestion[] {
  return items.flatMap((item): WrittenQuestion[] => {
    if (item.profile) return [];
    if (item.type === "text") return [{ field: item.code, code: item.code, title: item.text.vi }];
    if (item.type !== "single" && item.type !== "multiple") return [];
    const other = item.options.find((option) => option.other);
    if (!other) return [];
    return [{ field: otherField(item.code), code: item.code, title: `${item.text.vi} – ${other.label.vi}` }];
  });
}
