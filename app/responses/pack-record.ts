import { type Answers, otherField } from "~/questionnaires/answers";
import type { PackedLayout } from "~/questionnaires/packed-layout";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { type CellProblem, cellProblem } from "./read-responses-file-problem";

/** Numbers longer than the record has room for: nobody's age or share, and no reason for an error of ours. */
export function unfitNumbers(
  layout: PackedLayout,
  { line, answers }: { line: number; answers: Answers },
): CellProblem[] {
  return layout.columns.flatMap(({ item, width }) => {
    const answer = answers[item.code];
    if (item.type !== "number" || answer === undefined || String(answer).length <= width) return [];
    return [cellProblem(line, item.code, String(answer), `số dài quá ${width} ký tự`)];
  });
}

/** Free text by field, apart from the closed answers. */
export function textsOf(questionnaire: Questionnaire, answers: Answers): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { code, type } of questionnaire.items) {
    for (const field of type === "text" ? [code] : [otherField(code)]) {
      const answer = answers[field];
      if (typeof answer === "string") texts[field] = answer;
    }
  }
  return texts;
}
