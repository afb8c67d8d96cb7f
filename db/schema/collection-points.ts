import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
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
  },
  (table) => [index("collection_points_unit").on(table.unitId)],
);
