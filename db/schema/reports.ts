import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ReportHead } from "~/snapshots/report-head";
import { REPORT_KINDS, REPORT_PERIODS } from "~/snapshots/report-kinds";
import { accounts } from "./accounts";
import { snapshots } from "./snapshots";
import { surveys } from "./surveys";
import { units } from "./units";

/** A report that is written once and made anew as often as needed: its figures come from snapshots, its judgement stays. */
export const reports = sqliteTable("reports", {
  id: integer().primaryKey(),
  kind: text({ enum: REPORT_KINDS }).notNull(),
  /** Names the subject, so that there is one report of each: `survey/12`, `unit/12/345`, `task/2026/4`, `period/2026/4/9-months`. */
  subject: text().notNull().unique(),
  planYear: integer(),
  taskNumber: integer(),
  surveyId: integer().references(() => surveys.id),
  unitId: integer().references(() => units.id),
  period: text({ enum: REPORT_PERIODS }),
  /** Number, place, signer and recipients as the officers wrote them; null: the defaults. */
  head: text({ mode: "json" }).$type<ReportHead>(),
  createdAt: text().notNull(),
  createdBy: integer().references(() => accounts.id),
  changedAt: text().notNull(),
});

/** The snapshots that a report's figures come from. */
export const reportSnapshots = sqliteTable(
  "report_snapshots",
  {
    reportId: integer()
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    snapshotId: integer()
      .notNull()
      .references(() => snapshots.id),
    /** What it is compared with, rather than about. */
    previous: integer({ mode: "boolean" }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.snapshotId] })],
);

/** What the authors of a report wrote into its places for judgement; it survives whatever the figures do. */
export const reportRemarks = sqliteTable(
  "report_remarks",
  {
    reportId: integer()
      .notNull()
      .references(() => reports.id, { onDelete: "cascade" }),
    /** Which place, such as `assessment` or `recommendations`. */
    place: text().notNull(),
    text: text().notNull(),
    changedAt: text().notNull(),
    changedBy: integer().references(() => accounts.id),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.place] })],
);
