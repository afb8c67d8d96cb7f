import { en } from "./en";
import type { Language } from "./numbers";
import { vi } from "./vi";

/** Every text on screen. Vietnamese is the source; the compiler refuses an English dictionary that lacks a key. */
export type Dictionary = typeof vi;

export const LANGUAGES: readonly Language[] = ["vi", "en"];

/** A language's own name, as the language switch shows it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { vi: "Tiếng Việt", en: "English" };

const dictionaries: Readonly<Record<Language, Dictionary>> = { vi, en };

export function textFor(language: Language): Dictionary {
  return dictionaries[language];
}

/** The language asked for in an address (`?lang=en`); Vietnamese when none or an unknown one is. */
export function languageOf(asked: string | null | undefined): Language {
  return asked === "en" ? "en" : "vi";
}

/** A text in both languages, for messages made before the reader's language is known. */
export function inBoth(pick: (text: Dictionary, language: Language) => string): Readonly<Record<Language, string>> {
  return { vi: pick(vi, "vi"), en: pick(en, "en") };
}
