import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
} from "drizzle-orm/sqlite-core";
import { CHANNELS } from "~/responses/channels";
import { ALERT_KINDS } from "~/surveys/alert-kinds";
import { DRAW_METHODS } from "~/surveys/draw-methods";
import type { PlanDocument } from "~/surveys/plan-document";
import type { SamplingPlan } from "~/surveys/sampling-plan";
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
    /** Since when it takes no answers: paused, or closed by hand or by its last day; null while it takes them. */
    closedAt: text(),
    /** When its results were fixed; answers that come later are kept and enter none. */
    finalisedAt: text(),
    /** Why fixed results are being corrected: the reason that the next snapshot gives; null: they are not. */
    correctionReason: text(),
    /** The plan's target for the share of satisfied answers, 0 to 1; null: it sets none. */
    targetRate: real(),
    /** The survey it was copied from. */
    copiedFromId: integer().references((): AnySQLiteColumn => surveys.id, { onDelete: "set null" }),
    /** How the sizes of its samples were reckoned; null: no targets were reckoned. */
    samplingPlan: text({ mode: "json" }).$type<SamplingPlan>(),
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
    /** Responses wanted; null: none set. */
    target: integer(),
    /** Transactions, visits or pupils of the period, the N of its sample; null: not known. */
    population: integer(),
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

/** The plan of a survey (Kế hoạch thực hiện), as its officers wrote it. */
export const surveyPlans = sqliteTable("survey_plans", {
  surveyId: integer()
    .primaryKey()
    .references(() => surveys.id, { onDelete: "cascade" }),
  document: text({ mode: "json" }).$type<PlanDocument>().notNull(),
  changedAt: text().notNull(),
  changedBy: integer().references(() => accounts.id),
});

/**
 * A random draw from a frame, so that anybody can repeat it: the seed, the method and what it gave. Of a list of persons
 * or transactions only the numbers of the drawn rows are kept, never the rows.
 */
export const draws = sqliteTable(
  "draws",
  {
    id: integer().primaryKey(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id, { onDelete: "cascade" }),
    /** The unit whose list was drawn from; null where units themselves were drawn. */
    unitId: integer().references(() => units.id),
    method: text({ enum: DRAW_METHODS }).notNull(),
    seed: text().notNull(),
    frameSize: integer().notNull(),
    sampleSize: integer().notNull(),
    /** SHA-256 of the frame as it was, in its order. */
    frameChecksum: text().notNull(),
    /** Row numbers of the frame from 1, or unit ids. */
    drawn: text({ mode: "json" }).$type<readonly number[]>().notNull(),
    drawnAt: text().notNull(),
    drawnBy: integer().references(() => accounts.id),
  },
  (table) => [index("draws_survey").on(table.surveyId)],
);

/** Forms given out and got back where the platform does not see them: by unit and channel, as officers count them. */
export const formCounts = sqliteTable(
  "form_counts",
  {
    surveyId: integer()
      .notNull()
      .references(() => surveys.id, { onDelete: "cascade" }),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    channel: text({ enum: CHANNELS }).notNull(),
    /** Phiếu phát ra. */
    issued: integer().notNull(),
    /** Phiếu thu về; null where the responses themselves tell. */
    returned: integer(),
    changedAt: text().notNull(),
    changedBy: integer().references(() => accounts.id),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.unitId, table.channel] })],
);

/** What a unit is told about its fieldwork: a kind and a day, never what anybody answered. */
export const alerts = sqliteTable(
  "alerts",
  {
    id: integer().primaryKey(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id, { onDelete: "cascade" }),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    kind: text({ enum: ALERT_KINDS }).notNull(),
    /** In TIME_ZONE. */
    day: text().notNull(),
    seenAt: text(),
    seenBy: integer().references(() => accounts.id),
  },
  (table) => [
    unique("alerts_once").on(table.surveyId, table.unitId, table.kind, table.day),
    index("alerts_unit").on(table.unitId),
  ],
);
