/** Where a file of responses stands: being read, read and waiting for a decision, being taken in, and its ends. */
export const IMPORT_STATES = ["checking", "checked", "storing", "stored", "failed", "cancelled"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What is done with a file that has bad rows: nothing of it is taken, or they are left out. */
export const BAD_ROW_RULES = ["refuse", "skip"] as const;
export type BadRowRule = (typeof BAD_ROW_RULES)[number];
