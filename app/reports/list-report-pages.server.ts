import type { Viewer } from "~/access/viewer";
import { formatDay, formatMoment } from "~/i18n/dates";
import { byName } from "~/units/tree-order";
import type { Database } from "~db/open-database.server";
import { findPlan, listPlanYears } from "~db/repositories/reform-plans";
import { listReports } from "~db/repositories/reports";
import { listSurveyUnits } from "~db/repositories/survey-units";
import { listSurveys, type SurveySummary } from "~db/repositories/surveys";
import { listLedTasks } from "~db/repositories/task-documents";
import { readTree } from "~db/repositories/units";
import { comparableSurveys } from "./comparison-links.server";
import type { ListedReport, ReportChoices } from "./listed-report";

/** Reports that the viewer may see, and what they might write one about; of the survey that they ask for, its units. */
export async function listReportPages(
  database: Database,
  viewer: Viewer,
  { today, timeZone, surveyId = null }: { today: string; timeZone: string; surveyId?: number | null },
): Promise<{ reports: ListedReport[]; choices: ReportChoices }> {
  const seen = (await listSurveys(database, viewer, today)).filter(({ status }) => status !== "draft");
  const surveys = seen.filter(({ owned }) => owned);
  const titles = distinctTitles(seen);
  const names = new Map((await readTree(database, today)).map(({ id, name }) => [id, name]));
  const reports = (await listReports(database, viewer)).map((report) => ({
    ...{ id: report.id, kind: report.kind, planYear: report.planYear, period: report.period },
    title: report.surveyId === null ? null : (titles.get(report.surveyId) ?? null),
    taskNumber: report.taskNumber,
    unit: report.unitId === null ? null : (names.get(report.unitId) ?? ""),
    number: report.head?.number ?? "",
    changed: formatMoment(new Date(report.changedAt), timeZone),
  }));
  const comparable = await comparableSurveys(database, viewer, today);
  const listed = surveys.map(({ id, title, opensOn }) => ({ id, title: titles.get(id) ?? title, opensOn }));
  const chosen = listed.find(({ id }) => id === surveyId);
  const units = chosen ? await listSurveyUnits(database, viewer, chosen.id, today) : [];
  return {
    reports,
    choices: {
      surveys: listed,
      comparable: listed.filter(({ id }) => comparable.has(id)),
      tasks: await ledSurveyTasks(database, viewer),
      chosen: chosen ? { ...chosen, units: [...units].sort(byName).map(({ key, name }) => ({ key, name })) } : null,
    },
  };
}

/** Titles of surveys by their ids, with the days of those that share theirs with another. */
function distinctTitles(surveys: readonly SurveySummary[]): Map<number, string> {
  const times = new Map<string, number>();
  for (const { title } of surveys) times.set(title, (times.get(title) ?? 0) + 1);
  return new Map(
    surveys.map(({ id, title, opensOn, closesOn }) => [
      id,
      (times.get(title) ?? 0) > 1 ? `${title} (${formatDay(opensOn)} – ${formatDay(closesOn)})` : title,
    ]),
  );
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
