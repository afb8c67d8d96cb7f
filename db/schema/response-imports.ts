import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { BAD_ROW_RULES, IMPORT_STATES } from "~/responses/import-states";
import { accounts } from "./accounts";
import { surveys } from "./surveys";

/** A file of responses keyed elsewhere: where it came from and what became of its rows. */
export const responseImports = sqliteTable(
  "response_imports",
  {
    id: integer().primaryKey(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id),
    fileName: text().notNull(),
    /** SHA-256 of the file's bytes. */
    checksum: text().notNull(),
    /** Who keyed it, where and from what, in the officer's words. */
    provenance: text().notNull(),
    state: text({ enum: IMPORT_STATES }).notNull(),
    badRows: text({ enum: BAD_ROW_RULES }).notNull().default("refuse"),
    rows: integer(),
    good: integer(),
    bad: integer(),
    /** Rows whose response was there already. */
    known: integer(),
    createdAt: text().notNull(),
    createdBy: integer().references(() => accounts.id),
    finishedAt: text(),
  },
  (table) => [index("response_imports_survey").on(table.surveyId)],
);
