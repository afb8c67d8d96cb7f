import { type Answer, isAsked, noAnswers } from "~/questionnaires/answers";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { answerField, hasOtherText, OTHER_MAX_LENGTH, otherTextField } from "./form-fields";
import { beyondNumber, readAnswer, readText } from "./read-answer";

/*
 * Keying of a paper form by digits alone, as a machine that takes one key after another: the same one in the browser and
 * in tests.
 */

/** One thing to key: the answer to a question, or the words at its open option. */
export interface Step {
  item: Item;
  field: string;
  /** `digit`: one key answers it and moves on; the others end with Enter. */
  kind: "digit" | "number" | "multiple" | "text";
  other: boolean;
}

/** What has been keyed: a value for each field, several ticks with blanks between them. */
export interface Keying {
  values: Readonly<Record<string, string>>;
  /** The step that waits for a key; as many as there are steps once all is keyed. */
  at: number;
  /** Digits of a longer value that has not ended yet. */
  typed: string;
  message: KeyMessage | null;
}

export type KeyMessage = { kind: "no-such-value"; key: string; values: string } | { kind: "not-taken"; text: string };

/** The values of a question in the order of the form, with their words. */
export function choicesOf(
  questionnaire: Questionnaire,
  item: Item,
): readonly { value: number; label: string; other: boolean }[] {
  if (item.type === "scale")
    return scaleOf(questionnaire, item).levels.map(({ value, label }) => ({ value, label: label.vi, other: false }));
  return "options" in item ? item.options.map(({ value, label, other }) => ({ value, label: label.vi, other })) : [];
}

export function stepsOf(questionnaire: Questionnaire): Step[] {
  return questionnaire.items.flatMap((item): Step[] => {
    const own: Step = { item, field: answerField(item.code), kind: kindOf(questionnaire, item), other: false };
    return hasOtherText(item) ? [own, { item, field: otherTextField(item.code), kind: "text", other: true }] : [own];
  });
}

function kindOf(questionnaire: Questionnaire, item: Item): Step["kind"] {
  if (item.type === "text" || item.type === "multiple" || item.type === "number") return item.type;
  return choicesOf(questionnaire, item).every(({ value }) => value >= 0 && value <= 9) ? "digit" : "number";
}

/** A blank form, at its first question. */
export function beginKeying(): Keying {
  return { values: {}, at: 0, typed: "", message: null };
}

/** Whether routing and the answers so far put a step to the person. */
export function isStepAsked(questionnaire: Questionnaire, step: Step, values: Keying["values"]): boolean {
  if (!isAsked(questionnaire, step.item, closedAnswers(questionnaire, values))) return false;
  if (!step.other) return true;
  const chosen = (values[answerField(step.item.code)] ?? "").split(" ");
  return choicesOf(questionnaire, step.item).some(({ value, other }) => other && chosen.includes(String(value)));
}

function closedAnswers(questionnaire: Questionnaire, values: Keying["values"]): Record<string, Answer> {
  const answers = noAnswers();
  for (const item of questionnaire.items) {
    const value = values[answerField(item.code)];
    if (!value || item.type === "text") continue;
    answers[item.code] = item.type === "multiple" ? value.split(" ").map(Number) : Number(value);
  }
  return answers;
}

/** Takes one key: a digit, `Enter`, `Backspace`, a space, or a sign of a number. Other keys change nothing. */
export function pressKey(questionnaire: Questionnaire, steps: readonly Step[], keying: Keying, key: string): Keying {
  const step = steps[keying.at];
  if (key === "Backspace") {
    const typed = keying.typed.slice(0, -1);
    if (keying.typed !== "") return { ...keying, typed, message: step ? deadEnd(questionnaire, step, typed) : null };
    return { ...keying, at: stepBefore(questionnaire, steps, keying), message: null };
  }
  if (!step) return keying;
  if (key === " ") return answer(questionnaire, steps, keying, "");
  if (key === "Enter") return finish(questionnaire, steps, keying, step);
  if (step.kind === "number" && /^[\d.,-]$/.test(key)) return typeOn(questionnaire, keying, step, key);
  if (!/^\d$/.test(key)) return keying;
  return step.kind === "text" ? keying : takeDigit(questionnaire, steps, keying, step, key);
}

function takeDigit(
  questionnaire: Questionnaire,
  steps: readonly Step[],
  keying: Keying,
  step: Step,
  key: string,
): Keying {
  const choices = choicesOf(questionnaire, step.item).map(({ value }) => String(value));
  if (step.kind === "multiple" && choices.some((value) => value.length > 1))
    return typeOn(questionnaire, keying, step, key);
  if (!choices.includes(key)) return noSuchValue(keying, key, choices);
  if (step.kind === "digit") return answer(questionnaire, steps, keying, key);
  return toggle(keying, step, key, choices);
}

/**
 * Adds a key to a longer value. The key with which it can no longer become an answer is shown, so that nothing else is
 * taken than what was typed, and told at once; no further one is added before some are taken back.
 */
function typeOn(questionnaire: Questionnaire, keying: Keying, step: Step, key: string): Keying {
  const present = deadEnd(questionnaire, step, keying.typed);
  if (present) return { ...keying, message: present };
  const typed = keying.typed + key;
  return { ...keying, typed, message: deadEnd(questionnaire, step, typed) };
}

/** Why what was typed so far is no beginning of an answer; null where it is. */
function deadEnd(questionnaire: Questionnaire, { item }: Step, typed: string): KeyMessage | null {
  if (typed === "") return null;
  if (item.type === "number") {
    const beyond = beyondNumber(item, typed);
    return beyond && { kind: "not-taken", text: beyond.message.vi };
  }
  const choices = choicesOf(questionnaire, item).map(({ value }) => String(value));
  return choices.some((value) => value.startsWith(typed))
    ? null
    : { kind: "no-such-value", key: typed, values: choices.join(", ") };
}

function noSuchValue(keying: Keying, key: string, choices: readonly string[]): Keying {
  return { ...keying, typed: "", message: { kind: "no-such-value", key, values: choices.join(", ") } };
}

function toggle(keying: Keying, step: Step, value: string, choices: readonly string[]): Keying {
  const ticked = new Set((keying.values[step.field] ?? "").split(" ").filter(Boolean));
  if (!ticked.delete(value)) ticked.add(value);
  const values = { ...keying.values, [step.field]: choices.filter((one) => ticked.has(one)).join(" ") };
  return { ...keying, values, typed: "", message: null };
}

/** Enter: ends a longer value, or goes on with what stands there, blank or not. */
function finish(questionnaire: Questionnaire, steps: readonly Step[], keying: Keying, step: Step): Keying {
  if (keying.typed === "") return answer(questionnaire, steps, keying, keying.values[step.field] ?? "");
  const choices = choicesOf(questionnaire, step.item).map(({ value }) => String(value));
  if (step.kind === "multiple") {
    return choices.includes(keying.typed)
      ? toggle(keying, step, keying.typed, choices)
      : noSuchValue(keying, keying.typed, choices);
  }
  if (choices.length > 0 && !choices.includes(keying.typed)) return noSuchValue(keying, keying.typed, choices);
  const read = readAnswer(questionnaire, step.item, [keying.typed]);
  if ("problem" in read) return { ...keying, typed: "", message: { kind: "not-taken", text: read.message.vi } };
  return answer(questionnaire, steps, keying, keying.typed);
}

/** Words typed at a step of text, which move on as Enter does. */
export function enterText(questionnaire: Questionnaire, steps: readonly Step[], keying: Keying, text: string): Keying {
  const step = steps[keying.at];
  if (step?.kind !== "text") return keying;
  const longest = step.item.type === "text" ? step.item.max_length : OTHER_MAX_LENGTH;
  const read = readText(text, longest);
  if ("problem" in read) return { ...keying, message: { kind: "not-taken", text: read.message.vi } };
  return answer(questionnaire, steps, keying, text.trim());
}

function answer(questionnaire: Questionnaire, steps: readonly Step[], keying: Keying, value: string): Keying {
  const step = steps[keying.at];
  if (!step) return keying;
  const values = { ...keying.values, [step.field]: value };
  let at = keying.at + 1;
  for (let next = steps[at]; next && !isStepAsked(questionnaire, next, values); next = steps[at]) at++;
  return { values, at, typed: "", message: null };
}

function stepBefore(questionnaire: Questionnaire, steps: readonly Step[], { at, values }: Keying): number {
  for (let before = at - 1; before >= 0; before--) {
    const step = steps[before];
    if (step && isStepAsked(questionnaire, step, values)) return before;
  }
  return at;
}

/** The fields to send: those that were answered and asked. */
export function keyedFields(
  questionnaire: Questionnaire,
  steps: readonly Step[],
  { values }: Keying,
): [string, string][] {
  return steps.flatMap((step): [string, string][] => {
    const value = values[step.field] ?? "";
    return value !== "" && isStepAsked(questionnaire, step, values) ? [[step.field, value]] : [];
  });
}
