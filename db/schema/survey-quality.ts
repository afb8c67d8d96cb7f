import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { QualitySettings } from "~/responses/quality/quality-settings";
import { accounts } from "./accounts";
import { surveys } from "./surveys";

/** Thresholds of the quality rules that a survey sets for itself; a survey without a row keeps the defaults. */
export const surveyQuality = sqliteTable("survey_quality", {
  surveyId: integer()
    .primaryKey()
    .references(() => surveys.id, { onDelete: "cascade" }),
  settings: text({ mode: "json" }).$type<QualitySettings>().notNull(),
  changedAt: text().notNull(),
  changedBy: integer().references(() => accounts.id),
});
