import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import { type FigureSettings, takeSnapshot } from "~/snapshots/take-snapshot.server";
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
  correct: { from: "finalised", to: "closed" },
} as const;

/** Steps after which answers are taken: they make no sense after the last day. */
const OPENING: readonly SurveyStep[] = ["open", "resume", "reopen"];

/**
 * Takes a step with a survey that the viewer runs; those that its dates have brought come first. Closing one that has
 * just closed by itself is done already.
 * Fixing the results takes their snapshot; correcting them makes sure that what was fixed has one.
 * @param request.closesOn a later last day, ISO, for opening again after the last one.
 * @param request.reason why fixed results are corrected.
 * @returns `outdated` when the survey is not theirs or no longer where the step starts from, `window-over` when it would
 *   be opened after its last day and could take no answer, `no-units` when there is nobody to ask.
 */
export async function moveSurvey(
  database: Database,
  viewer: Viewer,
  request: {
    surveyId: number;
    step: SurveyStep;
    closesOn?: string | null;
    reason?: string | null;
    now: Date;
    settings: FigureSettings;
  },
): Promise<"done" | "outdated" | "window-over" | "no-units"> {
  const { surveyId, step, now, settings } = request;
  const { timeZone } = settings;
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
  const correctionReason = step === "correct" ? (request.reason ?? null) : null;
  if (step === "correct") await takeSnapshot(database, viewer, { surveyId, kind: "final", now, settings });
  const detail = {
    ...(closesOn === null ? {} : { closesOn }),
    ...(correctionReason === null ? {} : { reason: correctionReason }),
  };
  const change = { surveyId, ...STATUS_CHANGES[step], at: now, closesOn, correctionReason, detail };
  if (!(await changeStatus(database, viewer, change))) return "outdated";
  if (step === "finalise") await takeSnapshot(database, viewer, { surveyId, kind: "final", now, settings });
  return "done";
}
