import type { AppLoadContext } from "@remix-run/node";
import type { Action } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import type { ReadingProgress } from "~/indices/reading-progress";
import type { SurveyResults } from "~/indices/survey-results";
import { requireViewer, todayOf } from "./session.server";

/**
 * Results of a survey for whoever is signed in.
 * @throws the redirects of {@link requireViewer}, 404 when the viewer may see nothing of the survey.
 */
export async function requireResults(
  request: Request,
  context: AppLoadContext,
  surveyId: number,
  { action = "see-results" }: { action?: Action } = {},
): Promise<{ results: SurveyResults; viewer: Viewer }> {
  const { viewer } = await requireViewer(request, context, action);
  const { province, minimums, timeZone } = context.settings;
  const today = todayOf(context);
  const asked = { viewer, surveyId, today, timeZone, province, minimums };
  const results = await loadSurveyResults(context.database, asked);
  if (!results) throw new Response("Không có đợt khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  return { results, viewer };
}

/**
 * What has been made of the responses of a survey.
 * @throws how far it is, which the frame of the office shows in place of the page until it is there.
 */
export function patiently<Made>(look: { made: Made } | { progress: ReadingProgress }): Made {
  if ("made" in look) return look.made;
  throw Response.json({ progress: look.progress }, { status: 202 });
}
