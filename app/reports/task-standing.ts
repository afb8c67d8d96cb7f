import { addDays } from "~/i18n/dates";
import type { Lifecycle } from "~/surveys/survey";
import { deadlineOn, lastDayBefore, productKind, type ReformTask } from "./reform-plan";

/** A document issued for a task, as far as the board looks at it. */
export interface IssuedProduct {
  product: string;
}

/** A survey of the task: what stands of it and what has been made from it. */
export interface SurveyStanding extends Lifecycle {
  planned: boolean;
  /** Its final figures are open again to be corrected; not given: that is not told apart. */
  correcting?: boolean;
}

export interface TaskEvidence {
  documents: readonly IssuedProduct[];
  /** Null where the reader does not run the task: from a part of the surveys nothing may be concluded. */
  surveys: readonly SurveyStanding[] | null;
  /** Whether the consolidated report has been made. */
  consolidated: boolean;
}

/** What a task still lacks. */
export type Gap =
  | { kind: "no-plan" | "plan-without-number" | "no-survey" | "no-report" | "report-without-number" }
  | { kind: "drafts" | "not-finalised" | "correcting"; count: number }
  | { kind: "no-document"; product: string };

/** What is missing for the products of a task, in the order of the work. */
export function missingOf(task: ReformTask, { documents, surveys, consolidated }: TaskEvidence): Gap[] {
  const issued = (product: string) => documents.some((document) => document.product === product);
  const lacking = task.products.filter((product) => !issued(product));
  if (task.survey_sector === null || surveys === null) {
    return lacking.map((product) => ({ kind: "no-document", product }));
  }
  const gaps: Gap[] = [];
  if (lacking.some((product) => productKind(product) === "plan")) {
    gaps.push({ kind: surveys.some(({ planned }) => planned) ? "plan-without-number" : "no-plan" });
  }
  const drafts = surveys.filter(({ status }) => status === "draft").length;
  const unfinished = surveys.filter(({ status }) => status !== "draft" && status !== "finalised");
  const correcting = unfinished.filter((survey) => survey.correcting === true).length;
  const running = unfinished.length - correcting;
  if (surveys.length === 0) gaps.push({ kind: "no-survey" });
  if (drafts > 0) gaps.push({ kind: "drafts", count: drafts });
  if (running > 0) gaps.push({ kind: "not-finalised", count: running });
  if (correcting > 0) gaps.push({ kind: "correcting", count: correcting });
  for (const product of lacking) {
    const kind = productKind(product);
    if (kind === "report") gaps.push({ kind: consolidated ? "report-without-number" : "no-report" });
    if (kind === "other") gaps.push({ kind: "no-document", product });
  }
  return gaps;
}

/** A day that a task is bound to. */
export interface Milestone {
  kind: "plan" | "compiled" | "product";
  /** Who compiles. */
  by: string | null;
  /** The last day, ISO; null where none can be told yet. */
  lastDay: string | null;
  /** Whole days from today to the last day, negative once it is past; null where nobody waits any more. */
  daysLeft: number | null;
  /** What was due is there. */
  done: boolean;
}

/**
 * The days of a task: the plan before its first survey opens, the days of those who compile, and its own deadline. Of a
 * former year's plan only work that was begun is still owed; nobody compiles it any more.
 */
export function milestonesOf(
  task: ReformTask,
  {
    planYear,
    today,
    firstOpens,
    documents,
    begun = false,
  }: {
    planYear: number;
    today: string;
    /** First day of the first survey; null: none is known. */
    firstOpens: string | null;
    documents: readonly IssuedProduct[];
    /** Whether work on the task was begun here: it stays owed after its year. */
    begun?: boolean;
  },
): Milestone[] {
  const past = isPastPlan(planYear, today);
  const waits = (kind: Milestone["kind"]) => !past || (begun && kind !== "compiled");
  const made = (
    kind: Milestone["kind"],
    lastDay: string | null,
    done: boolean,
    by: string | null = null,
  ): Milestone => ({
    ...{ kind, by, lastDay, done },
    daysLeft: !waits(kind) || lastDay === null ? null : daysBetween(today, lastDay),
  });
  const has = (kind: "plan" | "report") => documents.some(({ product }) => productKind(product) === kind);
  const milestones: Milestone[] = [];
  if (task.requires_plan) milestones.push(made("plan", firstOpens && addDays(firstOpens, -1), has("plan")));
  for (const { by, ...before } of task.compiled_before ?? []) {
    milestones.push(made("compiled", lastDayBefore(before, planYear), false, by));
  }
  const deadline = deadlineOn(task, planYear);
  if (deadline !== null) milestones.push(made("product", deadline, has("report")));
  return milestones.sort((a, b) => (a.lastDay ?? "").localeCompare(b.lastDay ?? ""));
}

export function isPastPlan(planYear: number, today: string): boolean {
  return planYear < Number(today.slice(0, 4));
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
