import { index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { accounts } from "./accounts";
import { collectionPoints } from "./collection-points";
import { surveys } from "./surveys";

/** An interviewer in a survey, under a pseudonym: the name that responses bear. */
export const surveyInterviewers = sqliteTable(
  "survey_interviewers",
  {
    surveyId: integer()
      .notNull()
      .references(() => surveys.id, { onDelete: "cascade" }),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    pseudonym: text().notNull(),
    createdAt: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.accountId] }),
    unique("survey_interviewers_pseudonym").on(table.surveyId, table.pseudonym),
  ],
);

/** The points where an interviewer interviews. */
export const interviewerPoints = sqliteTable(
  "interviewer_points",
  {
    surveyId: integer()
      .notNull()
      .references(() => surveys.id, { onDelete: "cascade" }),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    pointId: integer()
      .notNull()
      .references(() => collectionPoints.id),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.accountId, table.pointId] }),
    index("interviewer_points_account").on(table.accountId),
  ],
);
