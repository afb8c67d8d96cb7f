import { index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { SECTORS } from "~/questionnaires/questionnaire";

/** One immutable version of a questionnaire: the contract document as its author wrote it, and its checksum. */
export const questionnaireVersions = sqliteTable(
  "questionnaire_versions",
  {
    id: integer().primaryKey(),
    code: text().notNull(),
    version: integer().notNull(),
    sector: text({ enum: SECTORS }).notNull(),
    title: text().notNull(),
    source: text().notNull(),
    document: text().notNull(),
    checksum: text().notNull().unique(),
    /** False for forms kept as structure only, for links between years: no survey may collect with them. */
    collectable: integer({ mode: "boolean" }).notNull().default(true),
    publishedAt: text().notNull(),
  },
  (table) => [unique("questionnaire_versions_code_version").on(table.code, table.version)],
);

/** The check of a version against the signed original: who, when, which document. No row: chưa đối chiếu bản gốc. */
export const versionVerifications = sqliteTable(
  "version_verifications",
  {
    id: integer().primaryKey(),
    versionId: integer()
      .notNull()
      .references(() => questionnaireVersions.id),
    verifiedBy: text().notNull(),
    verifiedOn: text().notNull(),
    originalDocument: text().notNull(),
  },
  (table) => [index("version_verifications_version").on(table.versionId)],
);
