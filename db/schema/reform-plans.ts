import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ReformTask } from "~/reports/reform-plan";
import { accounts } from "./accounts";

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

/** What has been issued for a task: a plan, a decision, a report, by its number and day as officers enter them. */
export const taskDocuments = sqliteTable("task_documents", {
  id: integer().primaryKey(),
  planYear: integer().notNull(),
  taskNumber: integer().notNull(),
  /** Which of the task's products it is. */
  product: text().notNull(),
  /** Such as `123/BC-SYT`. */
  number: text().notNull(),
  issuedOn: text().notNull(),
  note: text().notNull(),
  recordedAt: text().notNull(),
  recordedBy: integer().references(() => accounts.id),
});
