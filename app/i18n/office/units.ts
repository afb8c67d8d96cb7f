/** English of officers' phrases: units. */
export const UNITS_ENGLISH = {} as const;
