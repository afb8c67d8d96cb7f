import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { API_SCOPES } from "~/access/api-scopes";
import { accounts } from "./accounts";
import { surveys } from "./surveys";
import { units } from "./units";

/** Keys with which other systems read results and hand in responses. Only a hash of the key is kept. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    /** The first characters, by which people tell keys apart. */
    prefix: text().notNull(),
    keyHash: text().notNull().unique(),
    /** What it may do. */
    scopes: text({ mode: "json" }).$type<readonly (typeof API_SCOPES)[number][]>().notNull(),
    /** Where: the subtree under the unit. */
    unitId: integer()
      .notNull()
      .references(() => units.id),
    /** The only survey it hands responses to; null: it hands in none. */
    surveyId: integer().references(() => surveys.id),
    createdAt: text().notNull(),
    createdBy: integer().references(() => accounts.id),
    expiresOn: text(),
    revokedAt: text(),
    revokedBy: integer().references(() => accounts.id),
    /** ISO day in TIME_ZONE. */
    lastUsedOn: text(),
  },
  (table) => [index("api_keys_unit").on(table.unitId)],
);
