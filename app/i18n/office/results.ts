/** English of officers' phrases: results. */
export const RESULTS_ENGLISH = {} as const;
