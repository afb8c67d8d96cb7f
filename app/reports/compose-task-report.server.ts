import type { Viewer } from "~/access/viewer";
import type { Snapshot } from "~/snapshots/snapshot";
import type { Database } from "~db/open-database.server";
import { findPlan } from "~db/repositories/reform-plans";
import { hasReport, type Report } from "~db/repositories/reports";
import { listSurveyStandings } from "~db/repositories/survey-standings";
import { findSurvey, listSurveys } from "~db/repositories/surveys";
import { listTaskDocuments } from "~db/repositories/task-documents";
import { readTree } from "~db/repositories/units";
import { linkSnapshots, surveyOfLastYear } from "./comparison-links.server";
import { buildComparison } from "./comparison-report";
import { buildConsolidated, type ConsolidatedSurvey } from "./consolidated-report";
import { issuerOf, type ReportIssuer } from "./letterhead";
import { surveysOfTask } from "./load-task-board.server";
import { buildPeriod } from "./period-report";
import type { ReformPlan, ReformTask } from "./reform-plan";
import type { ReportDocument } from "./report-document";
import { taskOf } from "./served-task.server";

/** A report with its snapshots, as they are loaded for a viewer. */
export interface ReportParts {
  report: Report;
  viewer: Viewer;
  snapshots: readonly (Snapshot & { previous: boolean })[];
}

/** The consolidated report on a task; the plan and the titles of missing surveys are those of today. */
export async function composeTaskReport(database: Database, parts: ReportParts): Promise<ReportDocument> {
  const { plan, task } = await plannedTask(database, parts.report);
  const { about, earlier } = sorted(parts.snapshots);
  const day = latestDay(about);
  const surveys: ConsolidatedSurvey[] = [];
  for (const snapshot of about) {
    surveys.push({ snapshot, previous: await lastYearOf(database, parts.viewer, { snapshot, earlier }) });
  }
  const used = new Set(about.map(({ surveyId }) => surveyId));
  const all = surveysOfTask(await listSurveys(database, parts.viewer, day), task, plan.year);
  return buildConsolidated({
    ...{ task, planYear: plan.year, planNote: plan.note, surveys },
    issuedBy: await leadIssuer(database, task, { snapshots: about, day }),
    missing: all
      .filter(({ id, owned, status }) => owned && status !== "draft" && !used.has(id))
      .map(({ title }) => title),
  });
}

/** The report on a period of a task, as of the day of its latest figures, or of its own day where there are none. */
export async function composePeriodReport(database: Database, parts: ReportParts): Promise<ReportDocument> {
  const { report, viewer } = parts;
  const { plan, task } = await plannedTask(database, report);
  const { about: snapshots } = sorted(parts.snapshots);
  const day = snapshots.length > 0 ? latestDay(snapshots) : report.createdAt.slice(0, 10);
  const standings = new Map((await listSurveyStandings(database, viewer)).map((one) => [one.surveyId, one]));
  // What a survey was on the day of its figures is told as it was then.
  const then = new Map(snapshots.map(({ surveyId, document }) => [surveyId, document.results.survey]));
  const surveys = surveysOfTask(await listSurveys(database, viewer, day), task, plan.year)
    .filter(({ owned }) => owned)
    .map(({ id, title, status, opensOn, closesOn }) => ({
      ...{ title, opensOn, closesOn, status, ...then.get(id) },
      planned: standings.get(id)?.planned ?? false,
    }));
  const documents = await listTaskDocuments(database, plan.year);
  const tree = await readTree(database, day);
  const root = tree.find(({ parentId }) => parentId === null);
  return buildPeriod({
    ...{ task, planYear: plan.year, period: report.period ?? "12-months", snapshots, surveys, day },
    issuedBy: await leadIssuer(database, task, { snapshots, day }),
    province: snapshots[0]?.document.results.province ?? root?.name ?? "",
    documents: documents.filter(({ taskNumber }) => taskNumber === task.number),
    consolidated: await hasReport(database, `task/${plan.year}/${task.number}`),
  });
}

/** A survey beside the one of the year before. */
export async function composeComparison(database: Database, parts: ReportParts): Promise<ReportDocument> {
  const { about, earlier } = sorted(parts.snapshots);
  const [after] = about;
  const [before] = earlier;
  if (!after || !before) throw new Error(`report ${parts.report.id} compares nothing`);
  const { results } = after.document;
  return buildComparison({
    ...{ after, before, issuedBy: issuerOf(results) },
    link: await linkSnapshots(database, parts.viewer, { before, after }),
    task: (await taskOf(database, results)).task,
  });
}

async function plannedTask(database: Database, report: Report): Promise<{ plan: ReformPlan; task: ReformTask }> {
  const plan = report.planYear === null ? null : await findPlan(database, report.planYear);
  const task = plan?.tasks.find(({ number }) => number === report.taskNumber);
  if (!plan || !task) throw new Response("Kế hoạch của báo cáo này không còn nhiệm vụ ấy.", { status: 404 });
  return { plan, task };
}

/** Surveys in the order in which they began, and those of the year before. */
function sorted(snapshots: ReportParts["snapshots"]): { about: Snapshot[]; earlier: Snapshot[] } {
  const begin = ({ document, surveyId }: Snapshot) =>
    `${document.results.survey.opensOn} ${String(surveyId).padStart(9, "0")}`;
  const ordered = [...snapshots].sort((a, b) => begin(a).localeCompare(begin(b)));
  return { about: ordered.filter(({ previous }) => !previous), earlier: ordered.filter(({ previous }) => previous) };
}

function latestDay(snapshots: readonly Snapshot[]): string {
  return (
    snapshots
      .map(({ document }) => document.takenOn)
      .sort()
      .at(-1) ?? ""
  );
}

async function lastYearOf(
  database: Database,
  viewer: Viewer,
  { snapshot, earlier }: { snapshot: Snapshot; earlier: readonly Snapshot[] },
): Promise<ConsolidatedSurvey["previous"]> {
  const today = snapshot.document.takenOn;
  const survey = await findSurvey(database, viewer, snapshot.surveyId, today);
  const wanted = survey && (await surveyOfLastYear(database, viewer, { survey, today }));
  const before = earlier.find(({ surveyId }) => surveyId === wanted?.id);
  return before ? { snapshot: before, link: await linkSnapshots(database, viewer, { before, after: snapshot }) } : null;
}

/** Who issues a report on a task: the first body of its lead that the tree knows, else who ran its first survey. */
async function leadIssuer(
  database: Database,
  task: ReformTask,
  { snapshots, day }: { snapshots: readonly Snapshot[]; day: string },
): Promise<ReportIssuer> {
  const tree = await readTree(database, day);
  const named = task.lead.find(({ unit }) => unit !== null);
  const lead = tree.find(({ key }) => key === named?.unit);
  const root = tree.find(({ parentId }) => parentId === null);
  const first = snapshots[0]?.document.results;
  const province = first?.province ?? root?.name ?? "";
  const owner = lead ?? first?.survey.owner ?? root;
  return issuerOf({ survey: { owner: { name: owner?.name ?? "", code: owner?.code ?? "" } }, province });
}
