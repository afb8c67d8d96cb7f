import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { deleteDraft } from "~db/repositories/survey-changes";
import { changeStatus, findSurvey } from "~db/repositories/surveys";
import { applyDueSteps } from "./apply-due-steps.server";
import type { SurveyStep } from "./survey-steps";

const STATUS_CHANGES = {
  open: { from: "draft", to: "open" },
  pause: { from: "open", to: "paused" },
  resume: { from: "paused", to: "open" },
  close: { from: ["open", "paused"], to: "closed" },
  reopen: { from: "closed", to: "open" },
  finalise: { from: "closed", to: "finalised" },
} as const;

/** Steps after which answers are taken: they make no sense after the last day. */
const OPENING: readonly SurveyStep[] = ["open", "resume", "reopen"];

/**
 * Takes a step with a survey that the viewer runs; those that its dates have brought come first. Closing one that has
 * just closed by itself is done already.
 * @param request.closesOn a later last day, ISO, for opening again after the last one.
 * @returns `outdated` when the survey is not theirs or no longer where the step starts from, `window-over` when it would
 *   be opened after its last day and could take no answer, `no-units` when there is nobody to ask.
 */
export async function moveSurvey(
  database: Database,
  viewer: Viewer,
  request: { surveyId: number; step: SurveyStep; closesOn?: string | null; now: Date; timeZone: string },
): Promise<"done" | "outdated" | "window-over" | "no-units"> {
  const { surveyId, step, now, timeZone } = request;
  if (step === "delete") return (await deleteDraft(database, viewer, { surveyId, at: now })) ? "done" : "outdated";
  const today = dayOf(now, timeZone);
  const before = await findSurvey(database, viewer, surveyId, today);
  await applyDueSteps(database, { now, timeZone });
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!survey?.owned) return "outdated";
  if (step === "close" && survey.status === "closed" && before?.status !== "closed") return "done";
  // Nobody takes days away from a survey by opening it again.
  const closesOn =
    step === "reopen" && request.closesOn && request.closesOn > survey.closesOn ? request.closesOn : null;
  if (OPENING.includes(step)) {
    if ((closesOn ?? survey.closesOn) < today) return "window-over";
    if (survey.units === 0) return "no-units";
  }
  const detail = closesOn === null ? {} : { closesOn };
  const change = { surveyId, ...STATUS_CHANGES[step], at: now, closesOn, detail };
  return (await changeStatus(database, viewer, change)) ? "done" : "outdated";
}
