import { DRAFT_PROBLEMS_ENGLISH } from "./draft-problems";

/** English of officers' phrases: questionnaires. */
export const QUESTIONNAIRES_ENGLISH = {
  ...DRAFT_PROBLEMS_ENGLISH,
} as const;
