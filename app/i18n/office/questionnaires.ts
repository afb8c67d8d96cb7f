/** English of officers' phrases: questionnaires. */
export const QUESTIONNAIRES_ENGLISH = {} as const;
