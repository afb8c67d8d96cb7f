import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { accounts } from "./accounts";
import { surveys } from "./surveys";
import { units } from "./units";

/** "Tiếp thu, giải trình và kết quả cải thiện": what people said about a unit, what it answers, and what it has done. */
export const improvements = sqliteTable(
  "improvements",
  {
    id: integer().primaryKey(),
    surveyId: integer()
      .notNull()
      .references(() => surveys.id, { onDelete: "cascade" }),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    /** Điều người dân nêu. */
    said: text().notNull(),
    /** Tiếp thu, giải trình. */
    answer: text().notNull(),
    /** Kết quả cải thiện; empty while nothing is done yet. */
    done: text().notNull(),
    createdAt: text().notNull(),
    changedAt: text().notNull(),
    changedBy: integer().references(() => accounts.id),
    /** Since when the public reads it; null: a draft. */
    publishedAt: text(),
  },
  (table) => [index("improvements_unit").on(table.surveyId, table.unitId)],
);
