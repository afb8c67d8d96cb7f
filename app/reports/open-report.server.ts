import { isAllowed } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import type { SurveyResults } from "~/indices/survey-results";
import { loadSnapshot } from "~/snapshots/load-snapshot.server";
import { unpackDocument } from "~/snapshots/pack-document.server";
import type { Database } from "~db/open-database.server";
import { openReport, replaceReportSnapshots } from "~db/repositories/change-reports";
import { findUnitFigures, hasReport, type ReportSubject, type UsedSnapshot } from "~db/repositories/reports";
import { findSurvey, type SurveySummary } from "~db/repositories/surveys";
import { findUnitId } from "~db/repositories/units";
import { surveyOfLastYear } from "./comparison-links.server";
import type { LoadedReport } from "./compose-report.server";
import { latestFigures, type Moment } from "./latest-figures.server";
import { latestOfTask } from "./open-task-report.server";
import { unitStanding } from "./unit-report-content";

/** Told before a report on a unit is made that would hold no figure. */
export const WITHOUT_FIGURES = {
  masked:
    "Kết quả của đơn vị này không công bố (quá ít người trả lời, hoặc suy ra được kết quả của một nhóm ít người), nên báo cáo sẽ không có số nào. Nếu vẫn cần, đánh dấu ô “Vẫn lập báo cáo không có số liệu”.",
  empty:
    "Đơn vị này chưa có phiếu trả lời, nên báo cáo sẽ không có số nào. Nếu vẫn cần, đánh dấu ô “Vẫn lập báo cáo không có số liệu”.",
} as const;

/** Told where the report on a unit cannot be opened. */
export const NO_UNIT_REPORT =
  "Chưa mở được báo cáo của đơn vị: kết quả của đợt chưa chốt, hoặc đơn vị không có trong số liệu đã chốt.";

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
  const used = await figuresBesideLastYear(database, viewer, survey, moment);
  if (used === null) return null;
  const subject: ReportSubject = {
    ...{ kind: "survey", subject: `survey/${surveyId}`, planYear: Number(survey.opensOn.slice(0, 4)) },
    ...{ taskNumber: null, surveyId, unitId: null, period: null },
  };
  return openReport(database, viewer, { subject, used, at: moment.now });
}

/** The figures of a survey, and the final ones of the year before where the same body ran a survey that is linked with it. */
async function figuresBesideLastYear(
  database: Database,
  viewer: Viewer,
  survey: SurveySummary,
  moment: Moment,
): Promise<UsedSnapshot[] | null> {
  const own = await latestFigures(database, viewer, survey.id, moment);
  if (own === null) return null;
  const today = dayOf(moment.now, moment.settings.timeZone);
  const earlier = await surveyOfLastYear(database, viewer, { survey, today });
  // A report stays with those who ran every survey in it: another body's figures would take it from its authors.
  const fixed = earlier?.status === "finalised" && earlier.ownerUnitId === survey.ownerUnitId;
  const before = fixed ? await latestFigures(database, viewer, earlier.id, moment) : null;
  return [{ id: own, previous: false }, ...(before === null ? [] : [{ id: before, previous: true }])];
}

/**
 * The report on one unit of a survey, made where there is none. Whoever runs the survey gets its latest figures, while it
 * is not finalised those as of now; an officer of the unit gets those that are fixed.
 * @param asked.bare whether it is wanted although it would hold no figure of the unit.
 * @returns its id, or why it would hold no figure; null where there are no such figures, the unit is not in them, or the standing
 * report is not theirs.
 */
export async function openUnitReport(
  database: Database,
  viewer: Viewer,
  { surveyId, unitKey, bare = false, ...moment }: Moment & { surveyId: number; unitKey: string; bare?: boolean },
): Promise<number | keyof typeof WITHOUT_FIGURES | null> {
  const survey = await findSurvey(database, viewer, surveyId, dayOf(moment.now, moment.settings.timeZone));
  const unitId = await findUnitId(database, unitKey);
  if (!survey || unitId === null) return null;
  const subject = unitSubject(survey, unitId);
  const open = async (results: SurveyResults, snapshotId: number) => {
    const unit = results.units.find(({ key }) => key === unitKey);
    if (!unit) return null;
    const standing = unitStanding(results, unit);
    if (standing !== "published" && !bare && !(await hasReport(database, subject.subject))) return standing;
    return openReport(database, viewer, { subject, used: [{ id: snapshotId, previous: false }], at: moment.now });
  };
  if (survey.owned && isAllowed(viewer.role, "design-surveys")) {
    const id = await latestFigures(database, viewer, surveyId, moment);
    const snapshot = id === null ? null : await loadSnapshot(database, viewer, id);
    return snapshot && open(snapshot.document.results, snapshot.id);
  }
  const figures = await findUnitFigures(database, viewer, { surveyId, unitId });
  if (!figures) return null;
  const { results } = unpackDocument(figures.document, figures.hash);
  return open(results, figures.id);
}

function unitSubject(survey: { id: number; opensOn: string }, unitId: number): ReportSubject {
  return {
    ...{ kind: "unit", subject: `unit/${survey.id}/${unitId}`, planYear: Number(survey.opensOn.slice(0, 4)) },
    ...{ taskNumber: null, surveyId: survey.id, unitId, period: null },
  };
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
  if (report.kind === "survey" && report.surveyId !== null) {
    const survey = await findSurvey(database, viewer, report.surveyId, dayOf(moment.now, moment.settings.timeZone));
    const latest = survey && (await figuresBesideLastYear(database, viewer, survey, moment));
    if (!latest) return false;
    return replaceReportSnapshots(database, viewer, { reportId: report.id, used: latest, at: moment.now });
  }
  const used: UsedSnapshot[] = [];
  for (const { surveyId, previous } of snapshots) {
    const id = await latestFigures(database, viewer, surveyId, moment);
    if (id === null) return false;
    used.push({ id, previous });
  }
  return replaceReportSnapshots(database, viewer, { reportId: report.id, used, at: moment.now });
}
