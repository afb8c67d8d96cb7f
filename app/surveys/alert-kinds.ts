/** What a unit is told of: answers come in far slower than before, or a comment names money or harassment. */
export const ALERT_KINDS = ["rate-falls", "silent", "money", "harassment"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
