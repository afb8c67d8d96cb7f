import { asc, desc, eq } from "drizzle-orm";
import type { ReformPlan } from "~/reports/reform-plan";
import type { Database } from "../open-database.server";
import { reformPlans, reformTasks } from "../schema";

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

/** The plan of a year, or null. */
export async function findPlan(database: Database, year: number): Promise<ReformPlan | null> {
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
