/** What became of a one-time code. */
export const CODE_STATES = ["unused", "used", "revoked"] as const;
export type CodeState = (typeof CODE_STATES)[number];
