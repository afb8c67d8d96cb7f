import { inBoth } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import { type Answer, type Answers, isAsked, otherField, withoutUnasked } from "~/questionnaires/answers";
import type { Item, Option, Questionnaire } from "~/questionnaires/questionnaire-schema";
import {
  answerField,
  type FormValues,
  fieldsOf,
  gatherValues,
  hasOtherText,
  isEnvelopeField,
  OTHER_MAX_LENGTH,
  otherTextField,
} from "./form-fields";
import { type AnswerProblem, readAnswer, readText } from "./read-answer";

/** Why a form was not taken. `field` and `itemCode` are null where the form as a whole is meant. */
export interface Problem {
  kind: AnswerProblem | "required" | "unknown-field" | "empty" | "envelope" | "version" | "too-large";
  field: string | null;
  itemCode: string | null;
  message: Readonly<Record<Language, string>>;
}

/** Something taken otherwise than sent; never a reason to refuse. */
export interface Warning {
  /** `not-asked`: routing does not put the item to this person; `other-text`: text at an option that was not chosen. */
  kind: "not-asked" | "other-text";
  field: string;
}

export type ParsedSubmission =
  | { ok: true; answers: Answers; texts: Readonly<Record<string, string>>; warnings: Warning[] }
  | { ok: false; problems: Problem[]; kept: FormValues };

/**
 * Checks what was sent against the version. Answers come out ready to be packed, free text apart from them by item code
 * or `<item>.other`. Answers to items that routing does not put to this person are left out with a warning, whatever
 * they hold. Fields of the envelope are passed over: `parseEnvelope` reads them.
 */
export function parseSubmission(
  questionnaire: Questionnaire,
  fields: Iterable<readonly [string, string]>,
): ParsedSubmission {
  const kept = gatherValues(fields);
  const warnings: Warning[] = [];
  const read = readItems(questionnaire, kept, warnings);
  const problems = [
    ...unknownFields(questionnaire, kept),
    ...read.problems.filter(({ item }) => isAsked(questionnaire, item, read.answers)).map(({ problem }) => problem),
    ...missingAnswers(questionnaire, read.answers, new Set(read.problems.map(({ item }) => item.code))),
  ];
  const { answers, ignored } = withoutUnasked(questionnaire, read.answers);
  // Where a question is required its own message says what is missing: one mistake, one message.
  if (Object.keys(answers).length === 0 && problems.length === 0)
    problems.push({ kind: "empty", field: null, itemCode: null, message: inBoth((text) => text.problems.empty) });
  if (problems.length > 0) return { ok: false, problems: problems.sort(inFormOrder(questionnaire)), kept };
  warnings.push(...ignored.map((field): Warning => ({ kind: "not-asked", field })));
  return { ok: true, ...separateTexts(questionnaire, answers), warnings };
}

interface ItemProblem {
  item: Item;
  problem: Problem;
}

function readItems(
  questionnaire: Questionnaire,
  values: FormValues,
  warnings: Warning[],
): { answers: Record<string, Answer>; problems: ItemProblem[] } {
  const answers = emptyRecord<Answer>();
  const problems: ItemProblem[] = [];
  for (const item of questionnaire.items) {
    const field = answerField(item.code);
    const read = readAnswer(questionnaire, item, values.get(field) ?? []);
    if ("problem" in read) problems.push({ item, problem: problemOf(item, field, read) });
    else if (read.answer !== undefined) answers[item.code] = read.answer;
    if (hasOtherText(item)) readOtherText(item, values, answers, problems, warnings);
  }
  return { answers, problems };
}

/**
 * Text typed at an `other` option. Where the option itself was not chosen it is chosen for the person, who said so in
 * words; beside another choice of a single-choice item the text is left out. Both are noted as a warning.
 */
function readOtherText(
  item: Item,
  values: FormValues,
  answers: Record<string, Answer>,
  problems: ItemProblem[],
  warnings: Warning[],
): void {
  const field = otherTextField(item.code);
  const given = values.get(field) ?? [];
  const read = readText(given.join("\n"), OTHER_MAX_LENGTH);
  if ("problem" in read) {
    problems.push({ item, problem: problemOf(item, field, read) });
    return;
  }
  if (typeof read.answer !== "string") return;
  const others = "options" in item ? item.options.filter((option) => option.other) : [];
  if (!isChosen(others, answers[item.code])) {
    warnings.push({ kind: "other-text", field });
    const added = withOther(item, others, answers[item.code]);
    if (added === undefined) return;
    answers[item.code] = added;
  }
  answers[otherField(item.code)] = read.answer;
}

function isChosen(options: readonly Option[], answer: Answer | undefined): boolean {
  return options.some(({ value }) => (Array.isArray(answer) ? answer.includes(value) : answer === value));
}

function withOther(item: Item, others: readonly Option[], answer: Answer | undefined): Answer | undefined {
  const [other] = others;
  if (!other) return undefined;
  if (item.type === "multiple") return [...(Array.isArray(answer) ? answer : []), other.value];
  return answer === undefined ? other.value : undefined;
}

function problemOf(item: Item, field: string, read: { problem: AnswerProblem; message: Problem["message"] }): Problem {
  return { kind: read.problem, field, itemCode: item.code, message: read.message };
}

function missingAnswers(questionnaire: Questionnaire, answers: Answers, refused: ReadonlySet<string>): Problem[] {
  return questionnaire.items
    .filter((item) => item.required && answers[item.code] === undefined && !refused.has(item.code))
    .filter((item) => isAsked(questionnaire, item, answers))
    .map((item) => ({
      kind: "required",
      field: answerField(item.code),
      itemCode: item.code,
      message: inBoth((text) => text.problems.required),
    }));
}

/** One message however many fields are strange: it is one thing that went wrong. */
function unknownFields(questionnaire: Questionnaire, values: FormValues): Problem[] {
  const known = fieldsOf(questionnaire);
  const field = [...values.keys()].find((name) => !known.has(name) && !isEnvelopeField(name));
  if (field === undefined) return [];
  const message = inBoth((text) => text.problems.unknownField(printable(field)));
  return [{ kind: "unknown-field", field, itemCode: null, message }];
}

/** The start of a name that somebody made up, fit for a sentence on the page. */
function printable(field: string): string {
  return field.replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, "").slice(0, 40);
}

function inFormOrder(questionnaire: Questionnaire): (a: Problem, b: Problem) => number {
  const places = new Map(questionnaire.items.map((item, index) => [item.code, index]));
  const place = ({ itemCode }: Problem) => (itemCode === null ? -1 : (places.get(itemCode) ?? -1));
  return (a, b) => place(a) - place(b);
}

function separateTexts(
  questionnaire: Questionnaire,
  all: Answers,
): { answers: Answers; texts: Readonly<Record<string, string>> } {
  const answers = emptyRecord<Answer>();
  const texts = emptyRecord<string>();
  for (const item of questionnaire.items) {
    for (const field of [item.code, otherField(item.code)]) {
      const answer = Object.hasOwn(all, field) ? all[field] : undefined;
      if (typeof answer === "string") texts[field] = answer;
      else if (answer !== undefined) answers[field] = answer;
    }
  }
  return { answers, texts };
}

/** A record without a prototype: an item may well be called `constructor`. */
function emptyRecord<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
