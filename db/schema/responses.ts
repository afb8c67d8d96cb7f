import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CHANNELS } from "~/responses/channels";
import { collectionPoints } from "./collection-points";
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
    finishedAt: text().notNull(),
    packed: text().notNull(),
    /** Marks such as `resent` (same page, other answers, sent as new) and `corrected`, comma-separated; empty: none. */
    flags: text().notNull().default(""),
  },
  (table) => [index("responses_survey_unit").on(table.surveyId, table.unitId)],
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
