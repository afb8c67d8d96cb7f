import { sql } from "drizzle-orm";
import { blob, check, index, integer, sqliteTable, text, unique, uniqueIndex } from "drizzle-orm/sqlite-core";
import { SNAPSHOT_KINDS } from "~/snapshots/snapshot-kinds";
import { accounts } from "./accounts";
import { surveys } from "./surveys";

/**
 * The figures of a survey as they stood at one moment, which reports and publications name. Rows are added and never
 * changed nor removed (triggers see to it): a correction is another snapshot.
 */
export const snapshots = sqliteTable(
  "snapshots",
  {
    id: integer().primaryKey(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id),
    /** From 1 within the survey, both kinds counted. */
    number: integer().notNull(),
    kind: text({ enum: SNAPSHOT_KINDS }).notNull(),
    takenAt: text().notNull(),
    takenBy: integer().references(() => accounts.id),
    /** Why the fixed figures were changed; null on the first. */
    reason: text(),
    /** Version of the software that reckoned. */
    software: text().notNull(),
    /** Counted responses, and SHA-256 over them in the order of their ids. */
    responses: integer().notNull(),
    includedHash: text().notNull(),
    /** Their internal numbers as app/snapshots/included-numbers.ts writes them. */
    included: blob({ mode: "buffer" }).notNull(),
    /** SHA-256 over the document. */
    hash: text().notNull(),
    /** The document (app/snapshots/snapshot.ts): canonical JSON, gzip. */
    document: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [
    unique("snapshots_number").on(table.surveyId, table.number),
    check("snapshots_reason", sql`${table.reason} is null or length(trim(${table.reason})) > 0`),
  ],
);

/** What the public is shown: one snapshot of a survey at a time, from publication until it is withdrawn or replaced. */
export const publications = sqliteTable(
  "publications",
  {
    id: integer().primaryKey(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id),
    snapshotId: integer()
      .notNull()
      .references(() => snapshots.id),
    publishedAt: text().notNull(),
    publishedBy: integer().references(() => accounts.id),
    /** Said to the public beside the figures. */
    note: text().notNull(),
    withdrawnAt: text(),
    withdrawnBy: integer().references(() => accounts.id),
    /** Why it was withdrawn, said to the public. */
    withdrawalNote: text(),
  },
  (table) => [
    uniqueIndex("publications_standing").on(table.surveyId).where(sql`${table.withdrawnAt} is null`),
    index("publications_snapshot").on(table.snapshotId),
  ],
);
