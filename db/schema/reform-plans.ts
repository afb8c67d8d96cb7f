import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ReformTask } from "~/reports/reform-plan";

/** Yearly reform plans (Phụ lục 03) as data: next year's plan is a row, not a release. */
export const reformPlans = sqliteTable("reform_plans", {
  year: integer().primaryKey(),
  title: text().notNull(),
  source: text().notNull(),
  note: text().notNull(),
});

export const reformTasks = sqliteTable(
  "reform_tasks",
  {
    planYear: integer()
      .notNull()
      .references(() => reformPlans.year, { onDelete: "cascade" }),
    number: integer().notNull(),
    /** The rest of the task, validated by the plan schema on the way in. */
    task: text({ mode: "json" }).$type<ReformTask>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.planYear, table.number] })],
);
