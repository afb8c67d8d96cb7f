import { useCallback } from "react";
import { useLanguage } from "./use-text";
import { type Phrase, type PhraseValues, say, sayMessage } from "./words";

/** `t` of the surrounding language: `t("Đợt khảo sát")`, `t("{n} phiếu", { n })`. */
export function useWords(): (phrase: Phrase, values?: PhraseValues) => string {
  const language = useLanguage();
  return useCallback((phrase, values) => say(language, phrase, values), [language]);
}

/** Translates finished messages of use cases and schemas into the surrounding language. */
export function useMessages(): (message: string) => string {
  const language = useLanguage();
  return (message) => sayMessage(language, message);
}
