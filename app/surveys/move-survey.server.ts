import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { changeStatus, deleteDraft, findSurvey } from "~db/repositories/surveys";

/** The steps in a survey's life that its officers take. */
export const SURVEY_STEPS = ["open", "close", "reopen", "delete"] as const;
export type SurveyStep = (typeof SURVEY_STEPS)[number];

const STATUS_CHANGES = {
  open: { from: "draft", to: "open" },
  close: { from: "open", to: "closed" },
  reopen: { from: "closed", to: "open" },
} as const;

/**
 * Takes a step with a survey that the viewer runs.
 * @param today ISO day in TIME_ZONE.
 * @returns `outdated` when the survey is not theirs or no longer where the step starts from, `window-over` when it would
 *   be opened after its last day and could take no answer.
 */
export async function moveSurvey(
  database: Database,
  viewer: Viewer,
  { surveyId, step, now, today }: { surveyId: number; step: SurveyStep; now: Date; today: string },
): Promise<"done" | "outdated" | "window-over"> {
  if (step === "delete") return (await deleteDraft(database, viewer, surveyId)) ? "done" : "outdated";
  if (step !== "close") {
    const survey = await findSurvey(database, viewer, surveyId, today);
    if (!survey) return "outdated";
    if (survey.closesOn < today) return "window-over";
  }
  return (await changeStatus(database, viewer, { surveyId, ...STATUS_CHANGES[step], at: now })) ? "done" : "outdated";
}
