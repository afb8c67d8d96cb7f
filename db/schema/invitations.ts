import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CODE_STATES } from "~/collection-points/invitation";
import { accounts } from "./accounts";
import { collectionPoints } from "./collection-points";
import { surveys } from "./surveys";

/** A batch of one-time codes handed out for a survey at a point, as slips or by message. */
export const invitationBatches = sqliteTable(
  "invitation_batches",
  {
    id: integer().primaryKey(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id),
    pointId: integer()
      .notNull()
      .references(() => collectionPoints.id),
    label: text().notNull(),
    size: integer().notNull(),
    /** Last day on which its codes open; null: as long as the survey. */
    expiresOn: text(),
    createdAt: text().notNull(),
    createdBy: integer().references(() => accounts.id),
    revokedAt: text(),
  },
  (table) => [
    index("invitation_batches_survey").on(table.surveyId),
    index("invitation_batches_point").on(table.pointId),
  ],
);

/**
 * One-time codes. Of a used one nothing is kept but that it was used: no time, no answer, and since the table has no
 * rowid (see the migration) no order either.
 */
export const invitationCodes = sqliteTable(
  "invitation_codes",
  {
    code: text().primaryKey(),
    batchId: integer()
      .notNull()
      .references(() => invitationBatches.id),
    /** Number of the slip in its batch, from 1. */
    number: integer().notNull(),
    state: text({ enum: CODE_STATES }).notNull().default("unused"),
  },
  (table) => [index("invitation_codes_batch").on(table.batchId, table.number)],
);
