/** Why a point was given a new code in place of the old one. */
export const RETIREMENT_REASONS = ["lost", "misused", "moved"] as const;
export type RetirementReason = (typeof RETIREMENT_REASONS)[number];
