import type { UnitKind } from "~/units/unit-kinds";
import { type SurveyInput, surveyInputSchema } from "./survey-input";

export interface FormProblem {
  field: string;
  message: string;
}

/** What was typed, kept as it was so that a refused form comes back whole. */
export interface SurveyFormValues {
  title: string;
  /** Id of the body that runs the survey, as text. */
  ownerUnitId: string;
  opensOn: string;
  closesOn: string;
  basis: string;
  /** In per cent, as typed. */
  targetRate?: string | undefined;
  unitIds: number[];
  kinds: string[];
  /** Id of the questionnaire, as text, where it is chosen here. */
  versionId?: string | undefined;
  /** Mark of the state that the form was filled from; absent where there was none. */
  mark?: string | null | undefined;
  /** A pasted list of units that is not ticked yet. */
  list?: string | undefined;
}

/** Fields of a survey that no longer change. */
export interface FixedFields {
  ownerUnitId: number;
  opensOn: string;
  basis: string;
}

/**
 * Reads the form of a survey, new or draft. `kinds` boxes stand for all units of a kind, so that 166 communes are one
 * tick, also without scripts.
 * @param choices the units and bodies that the viewer may choose from; a body without others is not asked for. `versionId`
 *   of a draft, whose questionnaire stays.
 * @param today ISO day in TIME_ZONE.
 */
export function readSurveyForm(
  form: FormData,
  choices: {
    units: readonly { id: number; kind: UnitKind }[];
    owners: readonly { id: number }[];
    versionId?: number | undefined;
    /** What an open survey keeps whatever the form says. */
    fixed?: FixedFields | null;
  },
  today: string,
): { values: SurveyFormValues; result: { ok: true; input: SurveyInput } | { ok: false; problems: FormProblem[] } } {
  const text = (name: string) => String(form.get(name) ?? "");
  const kinds = form.getAll("kinds").map(String);
  const ticked = form.getAll("unitIds").map(Number);
  const ofKinds = choices.units.filter((unit) => kinds.includes(unit.kind)).map((unit) => unit.id);
  const [onlyOwner] = choices.owners.length === 1 ? choices.owners : [];
  const { fixed } = choices;
  const values = {
    title: text("title"),
    ownerUnitId: fixed || onlyOwner ? String(fixed?.ownerUnitId ?? onlyOwner?.id) : text("ownerUnitId"),
    opensOn: fixed?.opensOn ?? text("opensOn"),
    closesOn: text("closesOn"),
    basis: fixed?.basis ?? text("basis"),
    targetRate: form.has("targetRate") ? text("targetRate") : undefined,
    unitIds: ticked,
    kinds,
    mark: text("mark") || null,
    versionId: text("versionId"),
    list: text("list"),
  };
  const parsed = surveyInputSchema(today).safeParse({
    ...values,
    versionId: choices.versionId ?? text("versionId"),
    unitIds: [...ticked, ...ofKinds],
  });
  if (parsed.success) return { values, result: { ok: true, input: parsed.data } };
  const problems = parsed.error.issues.map((issue) => ({ field: String(issue.path[0]), message: issue.message }));
  return { values, result: { ok: false, problems } };
}
