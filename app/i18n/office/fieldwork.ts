/** English of officers' phrases: fieldwork. */
export const FIELDWORK_ENGLISH = {} as const;
