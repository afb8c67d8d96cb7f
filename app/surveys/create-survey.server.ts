import type { Viewer } from "~/access/viewer";
import { drawCode } from "~/collection-points/draw-code.server";
import type { Database } from "~db/open-database.server";
import { readMark } from "~db/repositories/database-marks";
import { insertSurvey } from "~db/repositories/surveys";
import { checkSurveyInput, type InputRefusal } from "./check-survey-input.server";
import type { SurveyInput } from "./survey-input";

/** Name of the first point of a unit; an officer may add more by counter later. */
const FIRST_POINT_LABEL = "Điểm khảo sát chung";

/** How a unit that has no collection point yet gets its first one. */
export const FIRST_POINTS = { drawCode, label: FIRST_POINT_LABEL };

/**
 * Creates a draft survey with one collection point per unit.
 * @returns the survey's id, or the field that cannot stand and why.
 */
export async function createSurvey(
  database: Database,
  viewer: Viewer,
  input: SurveyInput,
  { now, today }: { now: Date; today: string },
): Promise<{ ok: true; surveyId: number } | ({ ok: false } & InputRefusal)> {
  const refusal = await checkSurveyInput(database, viewer, input, { today });
  if (refusal) return { ok: false, ...refusal };
  // In a file of simulated answers every figure is one: whatever is created there is marked as well.
  const simulated = (await readMark(database, "simulated")) !== null;
  const survey = { ...input, simulated, createdAt: now.toISOString(), createdBy: viewer.accountId };
  return { ok: true, surveyId: await insertSurvey(database, survey, FIRST_POINTS) };
}
