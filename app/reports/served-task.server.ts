import type { SurveyResults } from "~/indices/survey-results";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { findPlan } from "~db/repositories/reform-plans";
import type { ReportInput } from "./content/report-context";

/** The task of the year's plan that a survey of this sector serves, or none: another year's plan is no basis. */
export async function taskOf(database: Database, { survey, questionnaire }: SurveyResults): Promise<ServedTask> {
  return taskServed(database, { opensOn: survey.opensOn, sector: questionnaire.sector });
}

/** The task of a plan that a survey serves, with what the plan says of its origin. */
export type ServedTask = Pick<ReportInput, "task" | "planYear" | "planNote">;

/** The same by the survey's first day and its sector, where its results are not at hand. */
export async function taskServed(
  database: Database,
  { opensOn, sector }: { opensOn: string; sector: Sector },
): Promise<ServedTask> {
  const planYear = Number(opensOn.slice(0, 4));
  const plan = await findPlan(database, planYear);
  const task = plan?.tasks.find(({ survey_sector }) => survey_sector === sector) ?? null;
  return { task, planYear, planNote: plan?.note ?? null };
}
