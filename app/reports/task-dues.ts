import type { BoardTask } from "./task-board";
import type { Gap, Milestone } from "./task-standing";

/** What is to be done next about something owed, as a place of the application. */
export type DueStep =
  | { kind: "write-plan" | "finalise" | "open-survey"; surveyId: number }
  | { kind: "enter-document" | "make-period" | "make-report" | "new-survey" };

/** Something that the lead of a task still owes, the day it is due and what is missing for it. */
export interface Due {
  year: number;
  taskNumber: number;
  kind: Milestone["kind"];
  /** Who compiles. */
  by: string | null;
  /** Of a survey task: what is due to those who compile is a report that the application makes. */
  survey: boolean;
  lastDay: string | null;
  /** Negative once the day is past; null: no day is set. */
  daysLeft: number | null;
  lacks: Gap[];
  step: DueStep | null;
}

/**
 * What whoever leads these tasks still owes, the longest overdue first and what has no day last. Something due to those who compile
 * is owed until the report of the year's twelve months is made; of a task without surveys nothing is known after the day.
 */
export function duesOf(tasks: readonly BoardTask[], year: number): Due[] {
  return tasks
    .filter(({ leads }) => leads)
    .flatMap((entry) => duesOfTask(entry, year))
    .sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || a.taskNumber - b.taskNumber);
}

function duesOfTask(entry: BoardTask, year: number): Due[] {
  const { task, missing, milestones, reports } = entry;
  const survey = task.survey_sector !== null;
  const lacks = {
    plan: missing.filter(isOfPlan),
    product: missing.filter((gap) => !isOfPlan(gap)),
    compiled: [] as Gap[],
  };
  const made = (milestone: Pick<Milestone, "kind" | "by" | "lastDay" | "daysLeft">): Due => ({
    ...{ year, taskNumber: task.number, survey, lacks: lacks[milestone.kind], step: stepOf(entry, milestone.kind) },
    ...{ kind: milestone.kind, by: milestone.by, lastDay: milestone.lastDay, daysLeft: milestone.daysLeft },
  });
  const reported = reports.some(({ period }) => period === "12-months");
  const dues = milestones
    .filter(({ kind, done, daysLeft, lastDay }) => {
      if (done || (lastDay !== null && daysLeft === null)) return false;
      if (kind === "compiled") return daysLeft !== null && (survey ? !reported : daysLeft >= 0);
      return lacks[kind].length > 0;
    })
    .map(made);
  // A task that goes on all the year has no day for its product, yet owes it.
  const dated = milestones.some(({ kind }) => kind === "product");
  if (!dated && lacks.product.length > 0) dues.push(made({ kind: "product", by: null, lastDay: null, daysLeft: null }));
  return dues;
}

function isOfPlan({ kind }: Gap): boolean {
  return kind === "no-plan" || kind === "plan-without-number";
}

function stepOf({ task, missing, surveys }: BoardTask, kind: Milestone["kind"]): DueStep | null {
  const lacks = (one: Gap["kind"]) => missing.some((gap) => gap.kind === one);
  if (kind === "compiled") return task.survey_sector === null ? null : { kind: "make-period" };
  if (kind === "plan") {
    const [first] = surveys;
    if (!lacks("no-plan")) return { kind: "enter-document" };
    return first ? { kind: "write-plan", surveyId: first.id } : { kind: "new-survey" };
  }
  if (lacks("no-survey")) return { kind: "new-survey" };
  const unfinished = surveys.find(({ status }) => status !== "finalised");
  // While forms are coming in there is nothing to finalise: the survey itself says what comes next.
  if (unfinished) return { kind: unfinished.status === "closed" ? "finalise" : "open-survey", surveyId: unfinished.id };
  return { kind: lacks("no-report") ? "make-report" : "enter-document" };
}
