import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { findSurvey, updateDraft } from "~db/repositories/surveys";
import { checkSurveyInput, type InputRefusal } from "./check-survey-input.server";
import { FIRST_POINTS } from "./create-survey.server";
import type { SurveyInput } from "./survey-input";

/**
 * Changes a draft that the viewer runs: all but its questionnaire. Units that stay keep their points and codes, new ones
 * get theirs, and the points of units left out are no longer the survey's.
 * @returns the field that cannot stand and why; `field: null` when it is no draft of the viewer's any more.
 */
export async function reviseDraft(
  database: Database,
  viewer: Viewer,
  { surveyId, input }: { surveyId: number; input: SurveyInput },
  { now, today }: { now: Date; today: string },
): Promise<{ ok: true } | ({ ok: false } & InputRefusal) | { ok: false; field: null }> {
  const draft = await findSurvey(database, viewer, surveyId, today);
  if (!draft) return { ok: false, field: null };
  const refusal = await checkSurveyInput(database, viewer, input, { today, presentOwner: draft.ownerUnitId });
  if (refusal) return { ok: false, ...refusal };
  const revision = { ...input, surveyId, changedAt: now.toISOString() };
  return (await updateDraft(database, viewer, revision, FIRST_POINTS)) ? { ok: true } : { ok: false, field: null };
}
