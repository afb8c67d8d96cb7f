import type { Questionnaire } from "./questionnaire-schema";

/**
 * Whether those who answer are the staff of the unit itself, such as the form of Quyết định 3869: colleagues know one
 * another, so their answers are never split by who they are. Forms of staff say so in their code.
 */
export function isStaffForm({ code }: Pick<Questionnaire, "code">): boolean {
  return /(^|[-_])staff([-_]|$)/i.test(code);
}
