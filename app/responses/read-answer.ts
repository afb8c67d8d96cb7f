import { type Dictionary, inBoth } from "~/i18n";
import { formatDecimal, type Language } from "~/i18n/numbers";
import type { Answer } from "~/questionnaires/answers";
import { NUMBER_WIDTH } from "~/questionnaires/packed-layout";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, ItemOf, Questionnaire } from "~/questionnaires/questionnaire-schema";

export type AnswerProblem =
  | "unknown-level"
  | "unknown-option"
  | "repeated"
  | "not-a-number"
  | "ambiguous-number"
  | "too-precise"
  | "out-of-range"
  | "too-long";

/** What the fields of one item say: an answer, nothing, or why they cannot be taken. */
export type ReadAnswer =
  | { answer: Answer | undefined }
  | { problem: AnswerProblem; message: Readonly<Record<Language, string>> };

const BLANK: ReadAnswer = { answer: undefined };

/** Reads the values that arrived for one item against the version. Blank values count as not answered. */
export function readAnswer(questionnaire: Questionnaire, item: Item, values: readonly string[]): ReadAnswer {
  if (item.type === "multiple") return readTicked(item, values);
  if (values.length > 1) return refuse("repeated", (text) => text.problems.repeated);
  const value = values[0] ?? "";
  switch (item.type) {
    case "scale": {
      const level = choose(scaleOf(questionnaire, item).levels, value);
      return level ?? refuse("unknown-level", (text) => text.problems.unknownLevel);
    }
    case "single":
      return choose(item.options, value) ?? refuse("unknown-option", (text) => text.problems.unknownOption);
    case "number":
      return readNumber(item, value);
    case "text":
      return readText(value, item.max_length);
  }
}

/** Reads free text: control and text-direction characters go, letters are composed (NFC), ends are trimmed. */
export function readText(value: string, maxLength: number): ReadAnswer {
  const text = cleanText(value);
  if (text === "") return BLANK;
  if (text.length > maxLength) return refuse("too-long", ({ problems }) => problems.tooLong(maxLength, text.length));
  return { answer: text };
}

function cleanText(value: string): string {
  return value
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .trim();
}

function choose(entries: readonly { value: number }[], value: string): ReadAnswer | undefined {
  if (value === "") return BLANK;
  const chosen = entries.find((entry) => String(entry.value) === value);
  return chosen && { answer: chosen.value };
}

function readTicked(item: ItemOf<"multiple">, values: readonly string[]): ReadAnswer {
  const given = new Set(values.filter((value) => value !== ""));
  if (given.size === 0) return BLANK;
  const ticked = item.options.filter((option) => given.delete(String(option.value)));
  if (given.size > 0) return refuse("unknown-option", (text) => text.problems.unknownOption);
  return { answer: ticked.map((option) => option.value) };
}

/** Decimals of an answer that is a number. */
const MOST_DECIMALS = 3;

const DECIMAL = /^[-−]?\d+(?:[.,](\d+))?$/;

/**
 * Both marks are taken as the decimal one, since phone keyboards offer either. Three decimals ending in 0 (`1.000`,
 * `1.500`) are how thousands are written in Vietnam and not how decimals are, so the person is asked rather than guessed
 * at.
 */
function readNumber(item: ItemOf<"number">, value: string): ReadAnswer {
  const typed = withoutUnit(value.trim(), item.unit);
  if (typed === "") return BLANK;
  const match = DECIMAL.exec(typed);
  if (!match) return refuse("not-a-number", (text) => text.problems.notANumber);
  const decimals = match[1] ?? "";
  if (decimals.length > MOST_DECIMALS) return refuse("too-precise", (text) => text.problems.tooPrecise);
  if (decimals.length === 3 && decimals.endsWith("0"))
    return refuse("ambiguous-number", (text) => text.problems.ambiguousNumber);
  const number = Number(typed.replace("−", "-").replace(",", "."));
  return outOfRange(item, number) ?? { answer: number === 0 ? 0 : number };
}

/**
 * Why what was typed so far of a number is no beginning of an answer, however it goes on; null where it is one. A number
 * below its minimum may still grow, one that has passed its maximum may not.
 */
export function beyondNumber(
  { min, max }: ItemOf<"number">,
  typed: string,
): Extract<ReadAnswer, { problem: string }> | null {
  const [, sign, whole, decimals = ""] = /^(-?)(\d*)((?:(?<=\d)[.,]\d*)?)$/.exec(typed) ?? [];
  if (sign === undefined) return refuse("not-a-number", (text) => text.problems.notANumber);
  if (decimals.length > 1 + MOST_DECIMALS) return refuse("too-precise", (text) => text.problems.tooPrecise);
  if (typed.length > NUMBER_WIDTH) return refuse("out-of-range", (text) => text.problems.tooLongNumber);
  // A sign alone is in every range.
  if (whole === "") return null;
  const number = Number(typed.replace(",", "."));
  return sign === "-" ? outOfRange({ min }, number) : outOfRange({ max }, number);
}

function outOfRange(
  { min, max }: { min?: number | undefined; max?: number | undefined },
  number: number,
): Extract<ReadAnswer, { problem: string }> | null {
  if (min !== undefined && number < min)
    return refuse("out-of-range", (text, language) => text.problems.belowMinimum(formatBound(min, language)));
  if (max !== undefined && number > max)
    return refuse("out-of-range", (text, language) => text.problems.aboveMaximum(formatBound(max, language)));
  if (String(number).length > NUMBER_WIDTH) return refuse("out-of-range", (text) => text.problems.tooLongNumber);
  return null;
}

function withoutUnit(typed: string, unit: string | undefined): string {
  return unit !== undefined && typed.endsWith(unit) ? typed.slice(0, -unit.length).trim() : typed;
}

/** A bound of a number item with as many decimals as it has. */
export function formatBound(bound: number, language: Language): string {
  return formatDecimal(bound, (String(bound).split(".")[1] ?? "").length, language);
}

function refuse(
  problem: AnswerProblem,
  pick: (text: Dictionary, language: Language) => string,
): Extract<ReadAnswer, { problem: string }> {
  return { problem, message: inBoth(pick) };
}
