import type { Language } from "./numbers";
import { OFFICE_ENGLISH } from "./office";

/**
 * Officers' screens write their Vietnamese where it stands and find the English by it: the compiler refuses a phrase that
 * the catalogues of app/i18n/office/ do not translate. `{name}` in a phrase stands for a value.
 */
export type Phrase = keyof typeof OFFICE_ENGLISH;
export type PhraseValues = Readonly<Record<string, string | number>>;

const english: Readonly<Record<string, string>> = OFFICE_ENGLISH;

/** A phrase in a language, with its values in their places. */
export function say(language: Language, phrase: Phrase, values: PhraseValues = {}): string {
  return fill(language === "en" ? (english[phrase] ?? phrase) : phrase, values);
}

function fill(text: string, values: PhraseValues): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

const patterns = new Map<string, { pattern: RegExp; names: string[] }>();

/**
 * A finished Vietnamese message, such as a refusal from a use case, in a language: translated where a phrase of the
 * catalogues fits it, values included; else as it is.
 */
export function sayMessage(language: Language, message: string): string {
  if (language === "vi") return message;
  const exact = english[message];
  if (exact !== undefined) return exact;
  for (const phrase of templates()) {
    const { pattern, names } = patternOf(phrase);
    const match = pattern.exec(message);
    if (match) {
      return fill(english[phrase] ?? phrase, Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ""])));
    }
  }
  return message;
}

/** Fewest letters of its own by which a phrase between two values is known from any other text. */
const LEAST_LETTERS = 9;

let ordered: string[] | null = null;

/**
 * Phrases with values, those that say most themselves first. A phrase that is little more than a joint between two values,
 * such as “{what} của {unit}”, fits parts of any sentence and is left to `say`.
 */
function templates(): string[] {
  const own = (phrase: string) => phrase.replace(/\{\w+\}/g, "").replace(/[^\p{L}]/gu, "").length;
  ordered ??= Object.keys(english)
    .filter((phrase) => phrase.includes("{"))
    .filter((phrase) => !(/^\{\w+\}/.test(phrase) && /\{\w+\}$/.test(phrase) && own(phrase) < LEAST_LETTERS))
    .sort((one, other) => own(other) - own(one));
  return ordered;
}

function patternOf(phrase: string) {
  const known = patterns.get(phrase);
  if (known) return known;
  const names = [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const parts = phrase.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const made = { pattern: new RegExp(`^${parts.join("(.+)")}$`), names };
  patterns.set(phrase, made);
  return made;
}
