import * as vietnamese from "./names";
import { ENGLISH_NAMES } from "./names-in-english";
import type { Language } from "./numbers";
import { useLanguage } from "./use-text";

/** The field's words as officers' screens say them; reports and files keep the Vietnamese of names.ts. */
export interface Names {
  roles: typeof vietnamese.ROLE_NAMES;
  roleExplanations: typeof vietnamese.ROLE_EXPLANATIONS;
  channels: typeof vietnamese.CHANNEL_NAMES;
  kinds: typeof vietnamese.KIND_NAMES;
  sectors: typeof vietnamese.SECTOR_NAMES;
  bases: typeof vietnamese.BASIS_NAMES;
  rules: typeof vietnamese.RULE_NAMES;
  ruleExplanations: typeof vietnamese.RULE_EXPLANATIONS;
  levels: typeof vietnamese.LEVEL_NAMES;
  held: typeof vietnamese.HELD_NAMES;
  reviews: typeof vietnamese.REVIEW_NAMES;
  reversedMark: string;
  modelInterval: string;
  partialScope: string;
  stage: typeof vietnamese.stageName;
  interval: typeof vietnamese.intervalName;
  intervalExplanation: typeof vietnamese.intervalExplanation;
}

const NAMES: Readonly<Record<Language, Names>> = {
  vi: {
    roles: vietnamese.ROLE_NAMES,
    roleExplanations: vietnamese.ROLE_EXPLANATIONS,
    channels: vietnamese.CHANNEL_NAMES,
    kinds: vietnamese.KIND_NAMES,
    sectors: vietnamese.SECTOR_NAMES,
    bases: vietnamese.BASIS_NAMES,
    rules: vietnamese.RULE_NAMES,
    ruleExplanations: vietnamese.RULE_EXPLANATIONS,
    levels: vietnamese.LEVEL_NAMES,
    held: vietnamese.HELD_NAMES,
    reviews: vietnamese.REVIEW_NAMES,
    reversedMark: vietnamese.REVERSED_MARK,
    modelInterval: vietnamese.MODEL_INTERVAL_SENTENCE,
    partialScope: vietnamese.PARTIAL_SCOPE_SENTENCE,
    stage: vietnamese.stageName,
    interval: vietnamese.intervalName,
    intervalExplanation: vietnamese.intervalExplanation,
  },
  en: ENGLISH_NAMES,
};

/** `names.roles[role]`, `names.stage(survey, today)`… in the surrounding language. */
export function useNames(): Names {
  return NAMES[useLanguage()];
}
