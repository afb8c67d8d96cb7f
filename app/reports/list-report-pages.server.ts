import type { Viewer } from "~/access/viewer";
import { formatMoment } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { listReports } from "~db/repositories/reports";
import { listSurveys } from "~db/repositories/surveys";
import type { ListedReport } from "./listed-report";

/** Reports that the viewer may see, and the surveys on which they might write one. */
export async function listReportPages(
  database: Database,
  viewer: Viewer,
  { today, timeZone }: { today: string; timeZone: string },
): Promise<{ reports: ListedReport[]; surveys: { id: number; title: string }[] }> {
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
  return { reports, surveys: surveys.map(({ id, title }) => ({ id, title })) };
}
