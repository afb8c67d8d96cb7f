import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CHANNELS } from "~/responses/channels";
import { surveys } from "./surveys";
import { units } from "./units";

/** How far responses have been folded into tallies; one row. */
export const tallyState = sqliteTable("tally_state", {
  id: integer().primaryKey(),
  /** The last response folded: those after it are the tail, which a reader adds. */
  folded: integer().notNull(),
  /** Raised at every fold, so that two that ran at the same time cannot both be kept. */
  generation: integer().notNull(),
  /** What the tallies mean (TALLY_FORMAT), and the time zone of their days. */
  format: integer().notNull(),
  timeZone: text().notNull(),
});

/** Counts and person-level sums of the responses of one unit, channel and standing, laid out by app/indices/tally-plan.ts. */
export const tallies = sqliteTable(
  "tallies",
  {
    surveyId: integer()
      .notNull()
      .references(() => surveys.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    channel: text({ enum: CHANNELS }).notNull(),
    counted: integer({ mode: "boolean" }).notNull(),
    /** Whole numbers as app/indices/tally-bytes.ts writes them. */
    sums: blob({ mode: "buffer" }).notNull(),
    /** By `number` item its numbers ascending, each followed by its count, as JSON. */
    numbers: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.unitId, table.channel, table.counted] })],
);

/** Counted responses by the day (TIME_ZONE) on which they were finished. */
export const dayTallies = sqliteTable(
  "day_tallies",
  {
    surveyId: integer()
      .notNull()
      .references(() => surveys.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    channel: text({ enum: CHANNELS }).notNull(),
    day: text().notNull(),
    /** Responses with at least one closed question answered. */
    persons: integer().notNull(),
    /** Valid answers to scored items, and the satisfied ones among them. */
    answers: integer().notNull(),
    satisfied: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.unitId, table.channel, table.day] })],
);

/**
 * Responses as they were before a change or a removal (`times` −1) and as they are after it (+1), written by triggers in
 * the transaction of the change: what a reader adds to tallies until the next fold.
 */
export const tallyChanges = sqliteTable(
  "tally_changes",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    responseSequence: integer().notNull(),
    times: integer().notNull(),
    surveyId: integer().notNull(),
    unitId: integer().notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    counted: integer({ mode: "boolean" }).notNull(),
    finishedAt: text().notNull(),
    packed: text().notNull(),
  },
  (table) => [index("tally_changes_survey").on(table.surveyId)],
);
