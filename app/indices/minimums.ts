import { isStaffForm, type VersionedForm } from "~/questionnaires/staff-form";

/** Least persons of a group, of a unit's index, and of a row all of whose answers are at one level. */
export interface Minimums {
  cell: number;
  unit: number;
  same: number;
}

/** More than any survey has; a number that snapshots can hold, as infinity is not. */
const EVERYBODY = Number.MAX_SAFE_INTEGER;

/** Colleagues know each other: groups of a form for staff need half as many persons again (15 where others need 10). */
const STAFF_FACTOR = 1.5;

/**
 * The minimums that hold for a questionnaire. Answers at one level are withheld below the unit minimum (statistics,
 * "Disclosure control"), and in a form for staff however many they are; where no group is too small, neither is this.
 */
export function minimumsOf(questionnaire: VersionedForm, { cell, unit }: { cell: number; unit: number }): Minimums {
  if (cell <= 1) return { cell, unit, same: cell };
  if (!isStaffForm(questionnaire)) return { cell, unit, same: Math.max(cell, unit) };
  const least = Math.ceil(cell * STAFF_FACTOR);
  return { cell: least, unit: Math.max(least, unit), same: EVERYBODY };
}
