import type { Item, Questionnaire } from "./questionnaire-schema";

/**
 * Answers of one person by item code. `scale`, `single` and `number` items hold a number, `multiple` items the ticked
 * option values (an empty list means answered with nothing ticked), `text` items a string. Text typed at an option
 * flagged `other` stands under `<item>.other`. A key that is absent means blank.
 */
export type Answer = number | readonly number[] | string;
export type Answers = Readonly<Record<string, Answer>>;

/** No answers yet. Without a prototype, since an item may be called `constructor`. */
export function noAnswers(): Record<string, Answer> {
  return Object.create(null) as Record<string, Answer>;
}

/** Column and form-field name of the text typed at an `other` option. */
export function otherField(itemCode: string): string {
  return `${itemCode}.other`;
}

/**
 * Whether routing puts the item to this person. A condition fails when the item it names is blank or was not asked;
 * on a `multiple` item it holds when any listed option is ticked (contracts, section 1).
 */
export function isAsked(questionnaire: Questionnaire, item: Item, answers: Answers): boolean {
  if (!item.show_if) return true;
  const { item: sourceCode, in: wanted } = item.show_if;
  const source = questionnaire.items.find((candidate) => candidate.code === sourceCode);
  if (!source || !isAsked(questionnaire, source, answers)) return false;
  const answer = answers[sourceCode];
  if (typeof answer === "number") return wanted.includes(answer);
  if (Array.isArray(answer)) return answer.some((value) => wanted.includes(value));
  return false;
}

/** Splits answers into those to items that were asked and the codes of those that were not: the latter are ignored. */
export function withoutUnasked(
  questionnaire: Questionnaire,
  answers: Answers,
): { answers: Answers; ignored: string[] } {
  const kept = noAnswers();
  const ignored: string[] = [];
  for (const item of questionnaire.items) {
    const asked = isAsked(questionnaire, item, answers);
    for (const field of [item.code, otherField(item.code)]) {
      const answer = answers[field];
      if (answer === undefined) continue;
      if (asked) kept[field] = answer;
      else ignored.push(field);
    }
  }
  return { answers: kept, ignored };
}
