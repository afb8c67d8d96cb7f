import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { BATCH_STATES } from "~/responses/paper";
import { accounts } from "./accounts";
import { collectionPoints } from "./collection-points";
import { surveys } from "./surveys";

/** A bundle of paper forms of one point, keyed together. */
export const paperBatches = sqliteTable(
  "paper_batches",
  {
    id: integer().primaryKey(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id),
    pointId: integer()
      .notNull()
      .references(() => collectionPoints.id),
    label: text().notNull(),
    /** The day the forms were filled in, in TIME_ZONE. */
    fieldworkOn: text().notNull(),
    /** Phiếu phát ra. */
    issued: integer().notNull(),
    /** Phiếu thu về: the forms in the bundle, numbered from 1. */
    returned: integer().notNull(),
    /** Share of the forms keyed twice, 0 to 1. */
    doubleShare: real().notNull(),
    /** Decides which forms are keyed twice. */
    seed: text().notNull(),
    state: text({ enum: BATCH_STATES }).notNull().default("entering"),
    createdAt: text().notNull(),
    createdBy: integer().references(() => accounts.id),
    finishedAt: text(),
  },
  (table) => [index("paper_batches_survey").on(table.surveyId)],
);

/** A form as it was keyed, once or twice; the response takes the first keying, then what was resolved. */
export const paperEntries = sqliteTable(
  "paper_entries",
  {
    batchId: integer()
      .notNull()
      .references(() => paperBatches.id, { onDelete: "cascade" }),
    /** Number of the form in its bundle, from 1. */
    number: integer().notNull(),
    /** 1: first keying, 2: second. */
    pass: integer().notNull(),
    /** Packed closed answers; null: the form is not valid (phiếu không hợp lệ). */
    packed: text(),
    /** Why it is not valid. */
    reason: text(),
    enteredAt: text().notNull(),
    enteredBy: integer().references(() => accounts.id),
    /** The response that it became; on the first keying only. */
    responseId: text(),
    /** When the two keyings were brought together; on the second keying only. */
    resolvedAt: text(),
    resolvedBy: integer().references(() => accounts.id),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.number, table.pass] })],
);
