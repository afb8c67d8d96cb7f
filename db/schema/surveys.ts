import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { SAMPLE_BASES, SURVEY_STATUSES } from "~/surveys/survey";
import { accounts } from "./accounts";
import { collectionPoints } from "./collection-points";
import { questionnaireVersions } from "./questionnaire-versions";
import { units } from "./units";

/** A questionnaire version in the field. Days are ISO days in TIME_ZONE, instants UTC. */
export const surveys = sqliteTable(
  "surveys",
  {
    id: integer().primaryKey(),
    title: text().notNull(),
    versionId: integer()
      .notNull()
      .references(() => questionnaireVersions.id),
    /** The body that runs the survey; whoever has it in scope sees all of its results. */
    ownerUnitId: integer()
      .notNull()
      .references(() => units.id),
    status: text({ enum: SURVEY_STATUSES }).notNull().default("draft"),
    opensOn: text().notNull(),
    closesOn: text().notNull(),
    /** When it was last closed by hand; null while it is not. */
    closedAt: text(),
    basis: text({ enum: SAMPLE_BASES }).notNull(),
    /** Answers come from the simulator: every screen and file says so. */
    simulated: integer({ mode: "boolean" }).notNull().default(false),
    createdAt: text().notNull(),
    createdBy: integer().references(() => accounts.id),
  },
  (table) => [check("surveys_window", sql`${table.opensOn} <= ${table.closesOn}`)],
);

/** The units a survey is about. */
export const surveyUnits = sqliteTable(
  "survey_units",
  {
    surveyId: integer()
      .notNull()
      .references(() => surveys.id, { onDelete: "cascade" }),
    unitId: integer()
      .notNull()
      .references(() => units.id),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.unitId] }), index("survey_units_unit").on(table.unitId)],
);

/** The collection points where a survey takes answers. */
export const surveyPoints = sqliteTable(
  "survey_points",
  {
    surveyId: integer()
      .notNull()
      .references(() => surveys.id, { onDelete: "cascade" }),
    pointId: integer()
      .notNull()
      .references(() => collectionPoints.id),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.pointId] }), index("survey_points_point").on(table.pointId)],
);
