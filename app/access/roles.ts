/** Roles of accounts, from the widest to the narrowest. */
export const ROLES = ["administrator", "designer", "unit_officer", "analyst", "interviewer", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What an account may do; where it may do it is its scope over the unit tree. */
export type Action =
  | "manage-accounts"
  | "design-surveys"
  | "design-questionnaires"
  | "see-results"
  | "take-files"
  /**
   * Takes single anonymised records and comments of surveys that their own bodies run: those who answer for a survey answer
   * for what leaves of it. Analysts do with aggregates; whoever wants records asks those who run it.
   */
  | "take-records"
  | "print-posters"
  | "run-kiosks"
  /** Adds, names and times the collection points of units in scope. */
  | "manage-points"
  /** Makes and takes back one-time codes. */
  | "invite"
  /** Assigns interviewers to points. */
  | "assign-interviewers"
  /** Interviews at the points assigned. */
  | "interview"
  /** Keys paper forms. */
  | "enter-paper"
  /** Takes in files of responses keyed elsewhere. */
  | "import-responses"
  /** Sees how fieldwork goes: counts, never answers. */
  | "monitor-fieldwork"
  /** Renames, merges, splits and moves units. */
  | "manage-units"
  /**
   * Shows the public a final snapshot of a survey, or takes it back: for whoever answers for the survey. Units would
   * judge about figures of their own, and analysts only read.
   */
  | "publish-results"
  /** Writes what a unit in scope answers to what people said, and publishes it. */
  | "write-improvements";

const FIELDWORK: readonly Action[] = [
  "see-results",
  "print-posters",
  "run-kiosks",
  "manage-points",
  "invite",
  "assign-interviewers",
  "enter-paper",
  "monitor-fieldwork",
  "write-improvements",
];
const DESIGN: readonly Action[] = [
  ...FIELDWORK,
  "design-surveys",
  "design-questionnaires",
  "take-files",
  "take-records",
  "import-responses",
  "publish-results",
];

const ALLOWED: Readonly<Record<Role, readonly Action[]>> = {
  administrator: [...DESIGN, "manage-accounts", "manage-units"],
  designer: DESIGN,
  unit_officer: FIELDWORK,
  analyst: ["see-results", "take-files", "monitor-fieldwork"],
  interviewer: ["interview"],
  viewer: ["see-results"],
};

export function isAllowed(role: Role, action: Action): boolean {
  return ALLOWED[role].includes(action);
}
