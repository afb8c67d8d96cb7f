import type { Questionnaire } from "./questionnaire-schema";

/**
 * The questionnaire of a stored version, with what the version's record says beside the document, whose format has no place
 * for it.
 */
export type VersionedForm = Questionnaire & {
  /** Made from a form for staff, under whatever code. */
  ofStaff?: true;
};

/**
 * Whether those who answer are the staff of the unit itself, such as the form of Quyết định 3869: colleagues know one
 * another, so their answers are never split by who they are. Forms of staff say so in their code, or were made from one
 * that does: what an officer varies stays a form of staff whatever its code is.
 */
export function isStaffForm({ code, ofStaff }: Pick<VersionedForm, "code" | "ofStaff">): boolean {
  return ofStaff === true || isStaffCode(code);
}

/** Whether a code names a form of staff: the word "staff" in it. */
export function isStaffCode(code: string): boolean {
  return /(^|[-_])staff([-_]|$)/i.test(code);
}
