import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { RecordedChange } from "~/units/unit-change";
import { UNIT_KINDS } from "~/units/unit-kinds";

/** An organisation with an identity of its own; codes and names are re-used by others, so nothing joins by them. */
export const units = sqliteTable("units", {
  id: integer().primaryKey(),
  /** Stable public identifier (`unit_id` of the responses file). */
  key: text().notNull().unique(),
});

/** What a unit was called and where it stood, from day to day; open ends are null. Days are in TIME_ZONE. */
export const unitVersions = sqliteTable(
  "unit_versions",
  {
    id: integer().primaryKey(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    code: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: UNIT_KINDS }).notNull(),
    parentId: integer().references(() => units.id),
    /** First day, or null where the beginning is not known. */
    validFrom: text(),
    /** Last day, or null while it lasts. */
    validTo: text(),
    /** Sample data, to be replaced by the province's own list. */
    sample: integer({ mode: "boolean" }).notNull().default(false),
  },
  (table) => [
    index("unit_versions_unit").on(table.unitId),
    index("unit_versions_parent").on(table.parentId),
    index("unit_versions_code").on(table.code),
    check(
      "unit_versions_days",
      sql`${table.validFrom} is null or ${table.validTo} is null or ${table.validFrom} <= ${table.validTo}`,
    ),
  ],
);

/** Which unit became which; many to many, since units merge and split. */
export const unitLineage = sqliteTable(
  "unit_lineage",
  {
    oldUnitId: integer()
      .notNull()
      .references(() => units.id),
    newUnitId: integer()
      .notNull()
      .references(() => units.id),
    relation: text({ enum: ["same", "rename", "merge", "split", "reparent"] }).notNull(),
    effectiveOn: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.oldUnitId, table.newUnitId, table.effectiveOn] })],
);

/** A guided change of the tree: what was decided, from when, and by which document. */
export const unitChanges = sqliteTable("unit_changes", {
  id: integer().primaryKey(),
  /** First day of the new state, in TIME_ZONE. */
  effectiveOn: text().notNull(),
  /** The decision it follows, such as "NQ 1686/NQ-UBTVQH15". */
  basis: text().notNull(),
  change: text({ mode: "json" }).$type<RecordedChange>().notNull(),
  recordedAt: text().notNull(),
  recordedBy: integer(),
});

/** Whom to call at a unit about fieldwork: staff, in their function. */
export const unitContacts = sqliteTable("unit_contacts", {
  unitId: integer()
    .primaryKey()
    .references(() => units.id),
  name: text().notNull(),
  phone: text().notNull(),
  email: text().notNull().default(""),
  changedAt: text().notNull(),
});
