import type { Viewer } from "~/access/viewer";
import { formatDay } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { readSurveyState, type SurveyState, updateSurvey } from "~db/repositories/survey-changes";
import { listUnits } from "~db/repositories/units";
import { checkSurveyInput, type InputRefusal } from "./check-survey-input.server";
import { FIRST_POINTS } from "./create-survey.server";
import type { SurveyInput } from "./survey-input";
import { versionFamily } from "./version-family";

export type Revised =
  | { ok: true }
  | ({ ok: false } & InputRefusal)
  /** It is no survey of the viewer's that can be changed. */
  | { ok: false; field: null }
  /** Somebody else changed it meanwhile: how it stands now. */
  | { ok: false; field: "mark"; current: SurveyState & { mark: string; answered: boolean } };

/**
 * Changes a survey that the viewer runs: a draft in all, its questionnaire to another of the same family, an open or paused one in its name, its
 * last day (later, never earlier) and its units. Units that stay keep their points and codes, new ones get theirs; one
 * with answers cannot leave.
 * @param request.mark of the state that the viewer saw; null: whatever it is.
 */
export async function reviseSurvey(
  database: Database,
  viewer: Viewer,
  request: { surveyId: number; input: SurveyInput; mark?: string | null },
  { now, today }: { now: Date; today: string },
): Promise<Revised> {
  const { surveyId, input, mark = null } = request;
  const state = await readSurveyState(database, viewer, surveyId);
  if (!state) return { ok: false, field: null };
  const present = { presentOwner: state.ownerUnitId, presentUnits: state.unitIds };
  const refusal =
    (await checkSurveyInput(database, viewer, input, { today, ...present })) ?? lessThanRuns(state, input);
  if (refusal) return { ok: false, ...refusal };
  const family = await listFormChoices(database, state.versionId);
  if (!family.some(({ id }) => id === input.versionId)) {
    return { ok: false, field: "versionId", message: "Chọn một mẫu phiếu" };
  }
  const outcome = await updateSurvey(database, viewer, { ...input, surveyId, mark, at: now }, FIRST_POINTS);
  if (outcome === "done") return { ok: true };
  if (outcome === "not-changeable") return { ok: false, field: null };
  if (outcome === "form-answered") {
    return { ok: false, field: "versionId", message: "Bản nháp đã có phiếu nên không đổi mẫu phiếu được" };
  }
  if (outcome === "changed-meanwhile") {
    const current = await readSurveyState(database, viewer, surveyId);
    return current ? { ok: false, field: "mark", current } : { ok: false, field: null };
  }
  const kept = new Set(outcome.keepUnits);
  const names = (await listUnits(database, viewer, { on: today })).filter(({ id }) => kept.has(id));
  return { ok: false, field: "unitIds", message: `Đơn vị đã có phiếu, không bỏ ra được: ${namesOf(names)}` };
}

/** Forms that a draft may change to, its own first: those of the same family. */
export async function listFormChoices(database: Database, versionId: number) {
  const versions = await listVersions(database);
  const rest = versionFamily(versions, versionId).filter(({ id }) => id !== versionId);
  return [...versions.filter(({ id }) => id === versionId), ...rest];
}

/** What a survey that runs does not allow of a change. */
function lessThanRuns({ status, closesOn }: SurveyState, input: SurveyInput): InputRefusal | null {
  if (status === "draft" || input.closesOn >= closesOn) return null;
  const message = `Đợt đang mở chỉ kéo dài được, từ ngày ${formatDay(closesOn)} trở đi; muốn kết thúc sớm hơn, đóng đợt khảo sát`;
  return { field: "closesOn", message };
}

const NAMES_SHOWN = 5;

function namesOf(units: readonly { name: string }[]): string {
  const names = units.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const rest = units.length - names.length;
  return names.join("; ") + (rest > 0 ? ` và ${rest} đơn vị nữa` : "");
}
