/** What a person decided about responses that were left out: count them, or leave them out for good. */
export const REVIEW_DECISIONS = ["counted", "left-out"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];
