import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { openReport, type ReportSubject, replaceReportSnapshots, type UsedSnapshot } from "~db/repositories/reports";
import { findSurvey } from "~db/repositories/surveys";
import type { LoadedReport } from "./compose-report.server";
import { latestFigures, type Moment } from "./latest-figures.server";
import { latestOfTask } from "./open-task-report.server";

/**
 * The report on a survey that the viewer runs, made where there is none: from its final snapshot, or, while it is not
 * finalised, from a provisional one that is taken now.
 * @returns its id; null where the survey is not theirs or its figures could not be taken.
 */
export async function openSurveyReport(
  database: Database,
  viewer: Viewer,
  { surveyId, ...moment }: Moment & { surveyId: number },
): Promise<number | null> {
  const survey = await findSurvey(database, viewer, surveyId, dayOf(moment.now, moment.settings.timeZone));
  if (!survey?.owned) return null;
  const snapshot = await latestFigures(database, viewer, surveyId, moment);
  if (snapshot === null) return null;
  const subject: ReportSubject = {
    ...{ kind: "survey", subject: `survey/${surveyId}`, planYear: Number(survey.opensOn.slice(0, 4)) },
    ...{ taskNumber: null, surveyId, unitId: null, period: null },
  };
  const used: UsedSnapshot[] = [{ id: snapshot, previous: false }];
  return openReport(database, viewer, { subject, used, at: moment.now });
}

/** Gives a report the latest figures of every survey in it; what its authors wrote stays. */
export async function refreshReport(
  database: Database,
  viewer: Viewer,
  { report, snapshots }: LoadedReport,
  moment: Moment,
): Promise<boolean> {
  if (report.kind === "task" || report.kind === "period") {
    const surveyIds = snapshots.filter(({ previous }) => !previous).map(({ surveyId }) => surveyId);
    const latest = await latestOfTask(database, viewer, report, { ...moment, surveyIds });
    return (
      latest !== null && replaceReportSnapshots(database, viewer, { reportId: report.id, used: latest, at: moment.now })
    );
  }
  const used: UsedSnapshot[] = [];
  for (const { surveyId, previous } of snapshots) {
    const id = await latestFigures(database, viewer, surveyId, moment);
    if (id === null) return false;
    used.push({ id, previous });
  }
  return replaceReportSnapshots(database, viewer, { reportId: report.id, used, at: moment.now });
}
