import { createContext, useContext } from "react";
import { type Dictionary, textFor } from "./index";
import type { Language } from "./numbers";

const LanguageContext = createContext<Language>("vi");

/** Sets the language of the components inside; Vietnamese outside of any. */
export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The dictionary of the surrounding language. */
export function useText(): Dictionary {
  return textFor(useLanguage());
}
