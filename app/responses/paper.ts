/** Where a bundle of paper forms stands. */
export const BATCH_STATES = ["entering", "finished"] as const;
export type BatchState = (typeof BATCH_STATES)[number];
