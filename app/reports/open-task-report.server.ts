import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import { REPORT_PERIODS, type ReportPeriod } from "~/snapshots/report-kinds";
import type { Database } from "~db/open-database.server";
import { openReport, replaceReportSnapshots } from "~db/repositories/change-reports";
import { findPlan } from "~db/repositories/reform-plans";
import { hasReport, type Report, type ReportSubject, type UsedSnapshot } from "~db/repositories/reports";
import { listSurveys, type SurveySummary } from "~db/repositories/surveys";
import { listLedTasks } from "~db/repositories/task-documents";
import { surveyOfLastYear } from "./comparison-links.server";
import { latestFigures, type Moment } from "./latest-figures.server";
import { surveysOfTask } from "./load-task-board.server";

export interface AskedTask {
  year: number;
  number: number;
}

/** Why a report was not made, for whoever asked for it. */
export type Refusal = { refusal: string };

const NOT_LED = "Không lập được báo cáo: nhiệm vụ này không do cơ quan bạn chủ trì.";
const NO_FIGURES =
  "Chưa có đợt nào của nhiệm vụ được chốt. Đánh dấu “lấy cả số liệu tạm tính” nếu muốn lập báo cáo từ số liệu đến nay.";
const NO_SURVEY =
  "Chưa có đợt khảo sát nào của nhiệm vụ trong năm được mở, nên chưa có số liệu để so sánh hay tổng hợp.";
const NOT_TAKEN = "Chưa lập được báo cáo: số liệu đang đổi liên tục. Thử lại sau ít phút.";
const OTHERS = "Báo cáo này đã có và dùng số liệu ngoài phạm vi của tài khoản.";
const NO_EARLIER =
  "Không lập được báo cáo so sánh: không có đợt năm trước do cơ quan bạn thực hiện dùng mẫu phiếu nối được với mẫu của đợt này.";

/**
 * The consolidated report on a task of whose lead the viewer is: the latest final snapshots of its surveys, with the final ones
 * of the year before where they may be compared.
 * @param asked.provisional surveys that are not finalised come in with their figures of now.
 */
export async function openTaskReport(
  database: Database,
  viewer: Viewer,
  asked: AskedTask & Moment & { provisional: boolean },
): Promise<number | Refusal> {
  const surveys = await surveysOfLedTask(database, viewer, asked);
  if (surveys === null) return { refusal: NOT_LED };
  const opened = surveys.filter(({ status }) => status !== "draft");
  if (opened.length === 0) return { refusal: NO_SURVEY };
  const wanted = opened.filter((survey) => asked.provisional || isFixed(survey));
  if (wanted.length === 0) return { refusal: NO_FIGURES };
  const used = await figuresWithLastYear(database, viewer, wanted, asked);
  if (used === null) return { refusal: NOT_TAKEN };
  const subject = subjectOfTask("task", asked, null);
  const stood = await hasReport(database, subject.subject);
  const id = await openReport(database, viewer, { subject, used, at: asked.now });
  if (id === null) return { refusal: OTHERS };
  // Whoever asks for the figures of now gets them in the report that stands, too; what was written in it stays.
  if (stood && asked.provisional) await replaceReportSnapshots(database, viewer, { reportId: id, used, at: asked.now });
  return id;
}

/** The report on a period of a task of whose lead the viewer is, with the figures of its surveys as of now. */
export async function openPeriodReport(
  database: Database,
  viewer: Viewer,
  asked: AskedTask & Moment & { period: ReportPeriod },
): Promise<number | Refusal> {
  const surveys = await surveysOfLedTask(database, viewer, asked);
  if (surveys === null) return { refusal: NOT_LED };
  const used = await figuresOf(
    database,
    viewer,
    surveys.filter(({ status }) => status !== "draft"),
    asked,
  );
  if (used === null) return { refusal: NOT_TAKEN };
  const subject = subjectOfTask("period", asked, asked.period);
  return (await openReport(database, viewer, { subject, used, at: asked.now })) ?? { refusal: OTHERS };
}

/** The report that sets a survey beside the one of the year before. */
export async function openComparisonReport(
  database: Database,
  viewer: Viewer,
  { surveyId, ...moment }: Moment & { surveyId: number },
): Promise<number | Refusal> {
  const today = dayOf(moment.now, moment.settings.timeZone);
  const survey = (await listSurveys(database, viewer, today)).find(({ id }) => id === surveyId);
  if (!survey?.owned || survey.status === "draft") return { refusal: NO_SURVEY };
  const earlier = await surveyOfLastYear(database, viewer, { survey, today });
  if (!earlier) return { refusal: NO_EARLIER };
  const [after, before] = [
    await latestFigures(database, viewer, surveyId, moment),
    await latestFigures(database, viewer, earlier.id, moment),
  ];
  if (after === null || before === null) return { refusal: NOT_TAKEN };
  const subject: ReportSubject = {
    ...{ kind: "comparison", subject: `comparison/${surveyId}`, planYear: Number(survey.opensOn.slice(0, 4)) },
    ...{ taskNumber: null, surveyId, unitId: null, period: null },
  };
  const used: UsedSnapshot[] = [
    { id: after, previous: false },
    { id: before, previous: true },
  ];
  return (await openReport(database, viewer, { subject, used, at: moment.now })) ?? { refusal: OTHERS };
}

/** The latest figures for a report on a task or a period: surveys that were finalised or opened since come in. */
export async function latestOfTask(
  database: Database,
  viewer: Viewer,
  report: Report,
  { surveyIds, ...moment }: Moment & { surveyIds: readonly number[] },
): Promise<UsedSnapshot[] | null> {
  if (report.planYear === null || report.taskNumber === null) return null;
  const asked = { year: report.planYear, number: report.taskNumber, ...moment };
  const surveys = await surveysOfLedTask(database, viewer, asked);
  if (surveys === null) return null;
  const opened = surveys.filter(({ status }) => status !== "draft");
  if (report.kind === "period") return figuresOf(database, viewer, opened, moment);
  const wanted = opened.filter((survey) => isFixed(survey) || surveyIds.includes(survey.id));
  return figuresWithLastYear(database, viewer, wanted, moment);
}

function subjectOfTask(
  kind: "task" | "period",
  { year, number }: AskedTask,
  period: ReportPeriod | null,
): ReportSubject {
  const name = `${kind}/${year}/${number}`;
  return {
    ...{ kind, planYear: year, taskNumber: number, surveyId: null, unitId: null, period },
    subject: period === null ? name : `${name}/${period}`,
  };
}

/** The surveys of a task that the viewer runs; null where the viewer does not speak for its lead, or it is no survey task. */
async function surveysOfLedTask(
  database: Database,
  viewer: Viewer,
  { year, number, now, settings }: AskedTask & Moment,
): Promise<SurveySummary[] | null> {
  const task = (await findPlan(database, year))?.tasks.find((one) => one.number === number);
  if (!task?.survey_sector || !(await listLedTasks(database, viewer, year)).has(number)) return null;
  const surveys = await listSurveys(database, viewer, dayOf(now, settings.timeZone));
  return surveysOfTask(surveys, task, year).filter(({ owned }) => owned);
}

/** Finalised, or finalised before and being corrected: its final snapshot is what is told. */
function isFixed({ status, correctionReason }: SurveySummary): boolean {
  return status === "finalised" || correctionReason !== null;
}

async function figuresOf(
  database: Database,
  viewer: Viewer,
  surveys: readonly SurveySummary[],
  moment: Moment,
): Promise<UsedSnapshot[] | null> {
  const used: UsedSnapshot[] = [];
  for (const { id } of surveys) {
    const snapshot = await latestFigures(database, viewer, id, moment);
    if (snapshot === null) return null;
    used.push({ id: snapshot, previous: false });
  }
  return used;
}

async function figuresWithLastYear(
  database: Database,
  viewer: Viewer,
  surveys: readonly SurveySummary[],
  moment: Moment,
): Promise<UsedSnapshot[] | null> {
  const used = await figuresOf(database, viewer, surveys, moment);
  if (used === null) return null;
  const today = dayOf(moment.now, moment.settings.timeZone);
  const earlier = new Set<number>();
  for (const survey of surveys) {
    const before = await surveyOfLastYear(database, viewer, { survey, today });
    if (!before || !isFixed(before) || earlier.has(before.id)) continue;
    const snapshot = await latestFigures(database, viewer, before.id, moment);
    if (snapshot === null) continue;
    earlier.add(before.id);
    used.push({ id: snapshot, previous: true });
  }
  return used;
}

/** The period that a form names, or null. */
export function readPeriod(text: string): ReportPeriod | null {
  return REPORT_PERIODS.find((period) => period === text) ?? null;
}
