import { createHash } from "node:crypto";
import { asc, count, desc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ReformPlan } from "~/reports/reform-plan";
import type { Database } from "../open-database.server";
import { reformPlans, reformTasks, taskDocuments } from "../schema";
import { recordNow } from "./activities";
import { isProvince } from "./task-documents";

/** Adds a yearly plan unless the year has one; a plan edited in the application stays. */
export async function addMissingPlan(database: Database, { tasks, ...plan }: ReformPlan): Promise<void> {
  database.transaction(
    () => {
      if (database.insert(reformPlans).values(plan).onConflictDoNothing().run().changes === 0) return;
      for (const task of tasks) {
        database.insert(reformTasks).values({ planYear: plan.year, number: task.number, task }).run();
      }
    },
    { behavior: "immediate" },
  );
}

/** Plan years, the latest first. */
export async function listPlanYears(database: Database): Promise<number[]> {
  return database
    .select({ year: reformPlans.year })
    .from(reformPlans)
    .orderBy(desc(reformPlans.year))
    .all()
    .map((row) => row.year);
}

/** Whether the viewer stands for the province, whose plan it is. */
export async function mayPlan(database: Database, viewer: Viewer): Promise<boolean> {
  return mayPlanNow(database, viewer);
}

function mayPlanNow(database: Database, viewer: Viewer): boolean {
  return database.get<{ may: number }>(sql`select ${isProvince(viewer)} as may`)?.may === 1;
}

/** Tells one state of a plan from another; empty: there is none. */
export function planMark(plan: ReformPlan | null): string {
  return plan === null ? "" : createHash("sha256").update(JSON.stringify(plan)).digest("hex");
}

/** How many documents stand under the tasks of a year, by the number of the task. */
export async function countPlanDocuments(database: Database, year: number): Promise<ReadonlyMap<number, number>> {
  return documentsNow(database, year);
}

function documentsNow(database: Database, year: number): Map<number, number> {
  const rows = database
    .select({ number: taskDocuments.taskNumber, count: count() })
    .from(taskDocuments)
    .where(eq(taskDocuments.planYear, year))
    .groupBy(taskDocuments.taskNumber)
    .all();
  return new Map(rows.map((row) => [row.number, row.count]));
}

/**
 * Puts a plan in the place of the one of its year, whole or not at all.
 * @param change.seen {@link planMark} of the plan that the officer agreed to replace: `outdated` when another stands there.
 * @returns `documents` where a task that has documents would be gone; `refused` where the viewer is not the province's.
 */
export async function savePlan(
  database: Database,
  viewer: Viewer,
  { plan: { tasks, ...plan }, seen, at }: { plan: ReformPlan; seen: string; at: Date },
): Promise<"done" | "outdated" | "documents" | "refused"> {
  return database.transaction(
    () => {
      if (!mayPlanNow(database, viewer)) return "refused";
      if (planMark(findPlanNow(database, plan.year)) !== seen) return "outdated";
      const kept = new Set(tasks.map(({ number }) => number));
      if ([...documentsNow(database, plan.year).keys()].some((number) => !kept.has(number))) return "documents";
      database.insert(reformPlans).values(plan).onConflictDoUpdate({ target: reformPlans.year, set: plan }).run();
      database.delete(reformTasks).where(eq(reformTasks.planYear, plan.year)).run();
      for (const task of tasks) {
        database.insert(reformTasks).values({ planYear: plan.year, number: task.number, task }).run();
      }
      const detail = { year: plan.year, tasks: tasks.length, title: plan.title, replaced: seen !== "" };
      recordNow(database, { at, accountId: viewer.accountId, kind: "task.plan", detail });
      return "done";
    },
    { behavior: "immediate" },
  );
}

/** The plan of a year, or null. */
export async function findPlan(database: Database, year: number): Promise<ReformPlan | null> {
  return findPlanNow(database, year);
}

function findPlanNow(database: Database, year: number): ReformPlan | null {
  const plan = database.select().from(reformPlans).where(eq(reformPlans.year, year)).get();
  if (!plan) return null;
  const rows = database
    .select({ task: reformTasks.task })
    .from(reformTasks)
    .where(eq(reformTasks.planYear, year))
    .orderBy(asc(reformTasks.number))
    .all();
  return { ...plan, tasks: rows.map((row) => row.task) };
}
