import { findSurvey, type SurveySummary } from "~db/repositories/surveys";
import type { Call } from "./operation";
import { ApiProblem } from "./problem";

/** A survey of which the key may see something. @throws 404 for any other, whether it exists or not. */
export async function surveyInScope<P extends { survey_id: number }>({
  params,
  caller,
  context,
  today,
}: Pick<Call<P, unknown, unknown>, "params" | "caller" | "context" | "today">): Promise<SurveySummary> {
  const survey = await findSurvey(context.database, caller.viewer, params.survey_id, today);
  if (!survey) throw new ApiProblem(404, "Không có đợt khảo sát này trong phạm vi của khóa.");
  return survey;
}
