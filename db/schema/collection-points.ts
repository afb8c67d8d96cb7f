import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { RETIREMENT_REASONS } from "~/collection-points/retirement";
import { UNMET_OUTCOMES } from "~/collection-points/unmet-visit";
import { accounts } from "./accounts";
import { units } from "./units";

/** A place where answers come from. It belongs to a unit, not to a survey, so that its printed code lasts for years. */
export const collectionPoints = sqliteTable(
  "collection_points",
  {
    id: integer().primaryKey(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    code: text().notNull().unique(),
    label: text().notNull(),
    createdAt: text().notNull(),
    /** When it is open in a week, as app/collection-points/open-hours.ts writes it; null: not told. */
    openHours: text(),
    /** When its code was withdrawn without another in its place; null while it serves. */
    revokedAt: text(),
  },
  (table) => [index("collection_points_unit").on(table.unitId)],
);

/** Codes that a point bore before it was given a new one; their paper may still hang somewhere, so they explain themselves. */
export const retiredCodes = sqliteTable(
  "retired_codes",
  {
    code: text().primaryKey(),
    pointId: integer()
      .notNull()
      .references(() => collectionPoints.id),
    reason: text({ enum: RETIREMENT_REASONS }).notNull(),
    retiredAt: text().notNull(),
    retiredBy: integer().references(() => accounts.id),
  },
  (table) => [index("retired_codes_point").on(table.pointId)],
);

/** Visits to a point that met no form, by day: a poster that leads nowhere shows. Nothing about the visitor. */
export const unmetVisits = sqliteTable(
  "unmet_visits",
  {
    pointId: integer()
      .notNull()
      .references(() => collectionPoints.id),
    /** In TIME_ZONE. */
    day: text().notNull(),
    outcome: text({ enum: UNMET_OUTCOMES }).notNull(),
    visits: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.pointId, table.day, table.outcome] })],
);

/** Tablets that stand at a point. Only hashes of their code and token are kept. */
export const kiosks = sqliteTable(
  "kiosks",
  {
    id: integer().primaryKey(),
    pointId: integer()
      .notNull()
      .references(() => collectionPoints.id),
    /** Where it stands, in the officer's words. */
    label: text().notNull(),
    /** SHA-256 of the last one-time code; it stays after use, so that a used code can say that it was. */
    enrolmentHash: text().unique(),
    /** Null once the code was used. */
    enrolmentExpiresAt: text(),
    /** SHA-256 of the token in the tablet's cookie; null before enrolment and after revocation. */
    tokenHash: text().unique(),
    enrolledAt: text(),
    lastSeenAt: text(),
    /** Forms waiting on the tablet for a network, as it last told. */
    queueLength: integer(),
    revokedAt: text(),
    createdAt: text().notNull(),
    createdBy: integer().references(() => accounts.id),
  },
  (table) => [index("kiosks_point").on(table.pointId)],
);
