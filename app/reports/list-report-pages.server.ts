import type { Viewer } from "~/access/viewer";
import { formatMoment } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { findPlan, listPlanYears } from "~db/repositories/reform-plans";
import { listReports } from "~db/repositories/reports";
import { listSurveys } from "~db/repositories/surveys";
import { listLedTasks } from "~db/repositories/task-documents";
import { comparableSurveys } from "./comparison-links.server";
import type { ListedReport, ReportChoices } from "./listed-report";

/** Reports that the viewer may see, and what they might write one about. */
export async function listReportPages(
  database: Database,
  viewer: Viewer,
  { today, timeZone }: { today: string; timeZone: string },
): Promise<{ reports: ListedReport[]; choices: ReportChoices }> {
  const surveys = (await listSurveys(database, viewer, today)).filter(
    ({ owned, status }) => owned && status !== "draft",
  );
  const titles = new Map(surveys.map(({ id, title }) => [id, title]));
  const reports = (await listReports(database, viewer)).map((report) => ({
    ...{ id: report.id, kind: report.kind, planYear: report.planYear, period: report.period },
    title: report.surveyId === null ? null : (titles.get(report.surveyId) ?? null),
    taskNumber: report.taskNumber,
    changed: formatMoment(new Date(report.changedAt), timeZone),
  }));
  const comparable = await comparableSurveys(database, viewer, today);
  const listed = surveys.map(({ id, title, opensOn }) => ({ id, title, opensOn }));
  return {
    reports,
    choices: {
      surveys: listed,
      comparable: listed.filter(({ id }) => comparable.has(id)),
      tasks: await ledSurveyTasks(database, viewer),
    },
  };
}

async function ledSurveyTasks(database: Database, viewer: Viewer): Promise<ReportChoices["tasks"]> {
  const tasks: ReportChoices["tasks"] = [];
  for (const year of await listPlanYears(database)) {
    const led = await listLedTasks(database, viewer, year);
    for (const task of (await findPlan(database, year))?.tasks ?? []) {
      if (task.survey_sector !== null && led.has(task.number))
        tasks.push({ year, number: task.number, content: task.content });
    }
  }
  return tasks;
}
