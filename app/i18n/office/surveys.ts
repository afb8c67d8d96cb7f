/** English of officers' phrases: surveys. */
export const SURVEYS_ENGLISH = {} as const;
