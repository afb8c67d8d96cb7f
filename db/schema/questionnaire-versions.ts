import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { ITEM_LINKS } from "~/questionnaires/item-links";
import { SECTORS } from "~/questionnaires/questionnaire";
import { accounts } from "./accounts";
import { units } from "./units";

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
    /** Came with the platform, worded after a decree or by its makers: officers vary it under another code. */
    official: integer({ mode: "boolean" }).notNull().default(false),
    /** The version it was made from; null for the first of its kind. */
    basedOnId: integer().references((): AnySQLiteColumn => questionnaireVersions.id),
    /** Name of a local variant of an official form ("Biến thể Thanh Hóa"); null: not a variant. */
    variantName: text(),
    publishedAt: text().notNull(),
    publishedBy: integer().references((): AnySQLiteColumn => accounts.id),
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

/** How the items of a version follow those of the one before: what may be compared over the years. */
export const versionLinks = sqliteTable(
  "version_links",
  {
    id: integer().primaryKey(),
    fromVersionId: integer()
      .notNull()
      .references(() => questionnaireVersions.id),
    toVersionId: integer()
      .notNull()
      .references(() => questionnaireVersions.id),
    /** Null where the item is new. */
    fromItem: text(),
    /** Null where the item was dropped. */
    toItem: text(),
    link: text({ enum: ITEM_LINKS }).notNull(),
  },
  (table) => [index("version_links_to").on(table.toVersionId), index("version_links_from").on(table.fromVersionId)],
);

/** A questionnaire being written. Its document may be unfinished; nothing collects with it before it is published. */
export const questionnaireDrafts = sqliteTable("questionnaire_drafts", {
  id: integer().primaryKey(),
  /** The body whose officers write it. */
  ownerUnitId: integer()
    .notNull()
    .references(() => units.id),
  sector: text({ enum: SECTORS }).notNull(),
  title: text().notNull(),
  document: text().notNull(),
  /** Counts up with every save; a save names the one it started from, so that nobody overwrites another's. */
  revision: integer().notNull().default(1),
  basedOnId: integer().references(() => questionnaireVersions.id),
  variantName: text(),
  createdAt: text().notNull(),
  createdBy: integer().references(() => accounts.id),
  changedAt: text().notNull(),
  changedBy: integer().references(() => accounts.id),
});

/** Earlier states of a draft, so that any save can be taken back; the latest hundred are kept. */
export const draftRevisions = sqliteTable(
  "draft_revisions",
  {
    draftId: integer()
      .notNull()
      .references(() => questionnaireDrafts.id, { onDelete: "cascade" }),
    revision: integer().notNull(),
    document: text().notNull(),
    savedAt: text().notNull(),
    savedBy: integer().references(() => accounts.id),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.revision] })],
);
