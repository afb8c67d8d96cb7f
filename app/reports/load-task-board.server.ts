import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { findPlan } from "~db/repositories/reform-plans";
import { listReports, type Report } from "~db/repositories/reports";
import { listSurveyStandings, type StandingOfSurvey } from "~db/repositories/survey-standings";
import { listSurveys, type SurveySummary } from "~db/repositories/surveys";
import { listLedTasks, listTaskDocuments } from "~db/repositories/task-documents";
import type { ReformTask } from "./reform-plan";
import type { BoardSurvey, BoardTask, TaskBoard } from "./task-board";
import { duesOf } from "./task-dues";
import { isPastPlan, milestonesOf, missingOf, type SurveyStanding } from "./task-standing";

/** The tasks of a year with the surveys, reports and documents that the viewer may see; null: the year has no plan. */
export async function loadTaskBoard(
  database: Database,
  viewer: Viewer,
  { year, today }: { year: number; today: string },
): Promise<TaskBoard | null> {
  const found = await findPlan(database, year);
  if (!found) return null;
  const { tasks, ...plan } = found;
  const surveys = await listSurveys(database, viewer, today);
  const standings = new Map((await listSurveyStandings(database, viewer)).map((one) => [one.surveyId, one]));
  const reports = await listReports(database, viewer);
  const documents = await listTaskDocuments(database, year);
  const led = await listLedTasks(database, viewer, year);
  const board = tasks.map((task): BoardTask => {
    const own = surveysOfTask(surveys, task, year).map((survey) => boardSurvey(survey, { standings, reports }));
    const issued = documents.filter(({ taskNumber }) => taskNumber === task.number);
    const made = reports.filter((report) => report.planYear === year && report.taskNumber === task.number);
    const leads = led.has(task.number);
    const evidence = {
      documents: issued,
      surveys: leads ? own.map(standingAsEvidence) : null,
      consolidated: made.some(({ kind }) => kind === "task"),
    };
    // Of a former year only what was begun is owed: a plan that was entered to look back on asks for nothing.
    const begun = leads && task.survey_sector !== null && own.length > 0;
    const firstOpens = leads ? (own.map(({ opensOn }) => opensOn).sort()[0] ?? null) : null;
    return {
      ...{ task, leads, surveys: own, documents: issued.map(({ taskNumber: _, ...document }) => document) },
      reports: made.flatMap(({ id, kind, period }) =>
        kind === "task" || kind === "period" ? [{ id, kind, period }] : [],
      ),
      missing: isPastPlan(year, today) && !begun ? [] : missingOf(task, evidence),
      milestones: milestonesOf(task, { planYear: year, today, firstOpens, documents: issued, begun }),
    };
  });
  return { plan, past: isPastPlan(year, today), tasks: board, dues: duesOf(board, year) };
}

/** The board of a year; on this year's also stands what the year before still owes. */
export async function loadTaskBoardWithDebts(
  database: Database,
  viewer: Viewer,
  { year, today }: { year: number; today: string },
): Promise<TaskBoard | null> {
  const board = await loadTaskBoard(database, viewer, { year, today });
  if (!board || year !== Number(today.slice(0, 4))) return board;
  const before = await loadTaskBoard(database, viewer, { year: year - 1, today });
  return { ...board, dues: [...(before?.dues ?? []), ...board.dues] };
}

function standingAsEvidence(survey: BoardSurvey): SurveyStanding {
  const { standing } = survey;
  return { ...survey, planned: standing?.planned ?? false, correcting: standing?.correcting ?? false };
}

/** The surveys of a task's sector that begin in the year of the plan, oldest first. */
export function surveysOfTask<Some extends Pick<SurveySummary, "id" | "sector" | "opensOn">>(
  surveys: readonly Some[],
  { survey_sector }: ReformTask,
  year: number,
): Some[] {
  return surveys
    .filter(({ sector, opensOn }) => sector === survey_sector && opensOn.startsWith(`${year}-`))
    .sort((a, b) => a.opensOn.localeCompare(b.opensOn) || a.id - b.id);
}

function boardSurvey(
  survey: SurveySummary,
  known: { standings: ReadonlyMap<number, StandingOfSurvey>; reports: readonly Report[] },
): BoardSurvey {
  const { id, title, status, opensOn, closesOn, simulated, owned, correctionReason } = survey;
  const standing = owned ? known.standings.get(id) : undefined;
  const report = known.reports.find((one) => one.kind === "survey" && one.surveyId === id);
  return {
    ...{ id, title, status, opensOn, closesOn, simulated },
    standing: standing
      ? {
          ...{ planned: standing.planned, finalNumber: standing.finalNumber },
          ...{ published: standing.published, withdrawn: standing.withdrawn },
          correcting: correctionReason !== null,
          reportId: report?.id ?? null,
        }
      : null,
  };
}
