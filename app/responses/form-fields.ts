import { otherField } from "~/questionnaires/answers";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";

/**
 * Fields of a form page beside the answers: which page, survey, version and notice it was, when it was begun and (only
 * where a device kept the form) finished, what the person wants done, a proof of work where one was asked for, the pass
 * of an interviewer's form, and `website`, which no person sees and which stays empty.
 */
export const ENVELOPE_FIELDS = [
  "response_id",
  "survey",
  "version",
  "notice",
  "started_at",
  "finished_at",
  "lang",
  "intent",
  "proof",
  "interviewer",
  "website",
] as const;
export type EnvelopeField = (typeof ENVELOPE_FIELDS)[number];

/** What was sent, as it was sent: the values of each field in the order of arrival. */
export type FormValues = Map<string, readonly string[]>;

/** Most characters of a text typed at an `other` option. */
export const OTHER_MAX_LENGTH = 200;

/** Name of the field that carries the answer: the item code, unless the envelope has a field of that name. */
export function answerField(itemCode: string): string {
  return isEnvelopeField(itemCode) ? `item.${itemCode}` : itemCode;
}

/** Name of the field that carries the text typed at an `other` option. */
export function otherTextField(itemCode: string): string {
  return otherField(answerField(itemCode));
}

export function isEnvelopeField(name: string): name is EnvelopeField {
  return (ENVELOPE_FIELDS as readonly string[]).includes(name);
}

export function hasOtherText(item: Item): boolean {
  return "options" in item && item.options.some((option) => option.other);
}

const knownFields = new WeakMap<Questionnaire, ReadonlySet<string>>();

/** Fields by which a version may be answered. */
export function fieldsOf(questionnaire: Questionnaire): ReadonlySet<string> {
  let fields = knownFields.get(questionnaire);
  if (!fields) {
    fields = new Set(
      questionnaire.items.flatMap((item) =>
        hasOtherText(item) ? [answerField(item.code), otherTextField(item.code)] : [answerField(item.code)],
      ),
    );
    knownFields.set(questionnaire, fields);
  }
  return fields;
}

/** Gathers repeated fields; the order of fields and of their values is kept. */
export function gatherValues(fields: Iterable<readonly [string, string]>): FormValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const given = values.get(name);
    if (given) given.push(value);
    else values.set(name, [value]);
  }
  return values;
}

/** Anchor of an item on the form page. */
export function itemAnchor(itemCode: string): string {
  return `item-${itemCode}`;
}
