/** Roles of accounts, from the widest to the narrowest. */
export const ROLES = ["administrator", "designer", "unit_officer", "analyst", "interviewer", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What an account may do; where it may do it is its scope over the unit tree. */
export type Action =
  | "manage-accounts"
  | "design-surveys"
  | "see-results"
  | "take-files"
  | "print-posters"
  | "run-kiosks";

const ALLOWED: Readonly<Record<Role, readonly Action[]>> = {
  administrator: ["manage-accounts", "design-surveys", "see-results", "take-files", "print-posters", "run-kiosks"],
  designer: ["design-surveys", "see-results", "take-files", "print-posters", "run-kiosks"],
  unit_officer: ["see-results", "print-posters", "run-kiosks"],
  analyst: ["see-results", "take-files"],
  interviewer: [],
  viewer: ["see-results"],
};

export function isAllowed(role: Role, action: Action): boolean {
  return ALLOWED[role].includes(action);
}
