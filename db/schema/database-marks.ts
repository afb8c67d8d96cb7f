import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Facts about the database file itself: that its answers are simulated, which reference data it holds. */
export const databaseMarks = sqliteTable("database_marks", {
  name: text().primaryKey(),
  value: text().notNull(),
});
