import type { AppLoadContext } from "@remix-run/node";
import type { Action } from "~/access/roles";
import type { SignedIn } from "~/access/sign-in.server";
import type { Viewer } from "~/access/viewer";
import { surveyTabs } from "~/surveys/survey-pages";
import { findSurvey, type SurveySummary } from "~db/repositories/surveys";
import { numberParam } from "./params";
import { requireViewer, todayOf } from "./session.server";

/**
 * The survey in the address for whoever is signed in and allowed the action, with the tabs of its pages.
 * @param options.owned only for whoever runs the survey.
 * @throws the redirects and the 403 of {@link requireViewer}; 404 when the viewer may see nothing of the survey; 403
 *   when it must be theirs to run and is not.
 */
export async function requireSurvey(
  { request, params, context }: { request: Request; params: { surveyId?: string }; context: AppLoadContext },
  action: Action,
  options: { owned?: boolean } = {},
): Promise<{
  account: SignedIn;
  viewer: Viewer;
  survey: SurveySummary;
  today: string;
  tabs: ReturnType<typeof surveyTabs>;
}> {
  const { account, viewer } = await requireViewer(request, context, action);
  const today = todayOf(context);
  const survey = await findSurvey(context.database, viewer, numberParam(params.surveyId), today);
  if (!survey) throw new Response("Không có đợt khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  if (options.owned && !survey.owned) {
    throw new Response("Đợt khảo sát này do cơ quan ngoài phạm vi của tài khoản thực hiện.", { status: 403 });
  }
  return { account, viewer, survey, today, tabs: surveyTabs(survey.id, viewer.role, survey.owned) };
}
