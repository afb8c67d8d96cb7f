import type { UnitKind } from "~/units/unit-kinds";
import { type SurveyInput, surveyInputSchema } from "./survey-input";

export interface FormProblem {
  field: string;
  message: string;
}

/** What was typed, kept as it was so that a refused form comes back whole. */
export interface SurveyFormValues {
  title: string;
  opensOn: string;
  closesOn: string;
  basis: string;
  unitIds: number[];
  kinds: string[];
}

/**
 * Reads the form of a new survey. `kinds` boxes stand for all units of a kind, so that 166 communes are one tick, also
 * without scripts.
 * @param units the units that the viewer may choose from.
 */
export function readSurveyForm(
  form: FormData,
  units: readonly { id: number; kind: UnitKind }[],
): { values: SurveyFormValues; result: { ok: true; input: SurveyInput } | { ok: false; problems: FormProblem[] } } {
  const text = (name: string) => String(form.get(name) ?? "");
  const kinds = form.getAll("kinds").map(String);
  const ticked = form.getAll("unitIds").map(Number);
  const ofKinds = units.filter((unit) => kinds.includes(unit.kind)).map((unit) => unit.id);
  const values = {
    title: text("title"),
    opensOn: text("opensOn"),
    closesOn: text("closesOn"),
    basis: text("basis"),
    unitIds: ticked,
    kinds,
  };
  const parsed = surveyInputSchema.safeParse({
    ...values,
    versionId: text("versionId"),
    unitIds: [...ticked, ...ofKinds],
  });
  if (parsed.success) return { values, result: { ok: true, input: parsed.data } };
  const problems = parsed.error.issues.map((issue) => ({ field: String(issue.path[0]), message: issue.message }));
  return { values, result: { ok: false, problems } };
}
