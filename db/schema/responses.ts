import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CHANNELS } from "~/responses/channels";
import { REVIEW_DECISIONS } from "~/responses/review";
import { accounts } from "./accounts";
import { collectionPoints } from "./collection-points";
import { responseImports } from "./response-imports";
import { surveys } from "./surveys";
import { units } from "./units";

/**
 * One person's answers to one survey, closed answers packed by the version's layout. Nothing here identifies the person:
 * no name, phone, address or user agent.
 */
export const responses = sqliteTable(
  "responses",
  {
    /** Internal sequence; it tells arrival order, so it never leaves the database. */
    id: integer().primaryKey({ autoIncrement: true }),
    /** Random id that came with the page; makes a repeated sending one response. */
    responseId: text().notNull().unique(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id),
    /** The unit as of fieldwork. */
    unitId: integer()
      .notNull()
      .references(() => units.id),
    pointId: integer().references(() => collectionPoints.id),
    channel: text({ enum: CHANNELS }).notNull(),
    language: text({ enum: ["vi", "en"] }).notNull(),
    interviewer: text(),
    startedAt: text(),
    /** When the person finished: the arrival, or earlier where a device kept the form until there was a network. */
    finishedAt: text().notNull(),
    /** When it arrived here. */
    receivedAt: text(),
    /** The file it came with; null for what came by itself. */
    importId: integer().references(() => responseImports.id),
    /** Version of the notice that stood before the first question. */
    noticeVersion: text(),
    packed: text().notNull(),
    /** Marks of app/responses/flags.ts, comma-separated; empty: none. */
    flags: text().notNull().default(""),
    /** Whether it enters results. What looks automated is kept and left out until somebody has reviewed it. */
    counted: integer({ mode: "boolean" }).notNull().default(true),
  },
  (table) => [
    index("responses_survey_unit").on(table.surveyId, table.unitId),
    index("responses_held").on(table.surveyId, table.pointId).where(sql`${table.counted} = 0`),
  ],
);

/** Decisions about responses that were left out, taken for all of one mark at one point on one day. */
export const responseReviews = sqliteTable(
  "response_reviews",
  {
    id: integer().primaryKey(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id),
    pointId: integer()
      .notNull()
      .references(() => collectionPoints.id),
    /** Day of arrival, in TIME_ZONE. */
    day: text().notNull(),
    flag: text().notNull(),
    decision: text({ enum: REVIEW_DECISIONS }).notNull(),
    reason: text().notNull(),
    /** How many responses it changed. */
    responses: integer().notNull(),
    decidedAt: text().notNull(),
    decidedBy: integer().references(() => accounts.id),
  },
  (table) => [index("response_reviews_survey").on(table.surveyId)],
);

/** Free text, apart from the closed answers: it is where personal data leak, and figures never need it. */
export const responseTexts = sqliteTable(
  "response_texts",
  {
    responseSequence: integer()
      .notNull()
      .references(() => responses.id, { onDelete: "cascade" }),
    /** Item code, or `<item>.other` for the text typed at an open option. */
    field: text().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.responseSequence, table.field] })],
);
