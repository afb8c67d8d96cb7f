/** Why a visit to a collection point met no form. */
export const UNMET_OUTCOMES = ["no-survey", "not-yet-open", "paused", "closed"] as const;
export type UnmetOutcome = (typeof UNMET_OUTCOMES)[number];
