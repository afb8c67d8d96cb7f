import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { accounts } from "./accounts";
import { questionnaireVersions } from "./questionnaire-versions";
import { surveys } from "./surveys";
import { units } from "./units";

/**
 * What was done, by whom and when: steps of surveys, checks against originals, changes of units and accounts, files taken
 * away. Rows are added and never changed. Nothing of what respondents answered stands here.
 */
export const activities = sqliteTable(
  "activities",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    /** Null: the platform by itself, such as a survey that closes on its last day. */
    accountId: integer().references(() => accounts.id),
    /** What was done, such as `survey.open`; app/access/activity.ts lists them. */
    kind: text().notNull(),
    surveyId: integer().references(() => surveys.id, { onDelete: "set null" }),
    versionId: integer().references(() => questionnaireVersions.id),
    unitId: integer().references(() => units.id),
    /** The account that it was done to. */
    subjectAccountId: integer().references(() => accounts.id),
    /** Particulars: counts, names, reasons. */
    detail: text({ mode: "json" }).$type<Readonly<Record<string, string | number | boolean | null>>>().notNull(),
  },
  (table) => [index("activities_survey").on(table.surveyId), index("activities_at").on(table.at)],
);
