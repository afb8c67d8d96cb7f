/** The steps in a survey's life that its officers take. */
export const SURVEY_STEPS = ["open", "pause", "resume", "close", "reopen", "finalise", "correct", "delete"] as const;
export type SurveyStep = (typeof SURVEY_STEPS)[number];

/** Steps that only take back another one, and ask for no tick. */
export const UNCONFIRMED_STEPS: readonly SurveyStep[] = ["resume", "reopen"];
