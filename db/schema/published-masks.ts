import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { surveys } from "./surveys";

/**
 * What was withheld when figures of a survey were last told: read where they are told again, and preferred where they have
 * changed, so that two publications give away no more than one. One row for each part of a survey that viewers see.
 */
export const publishedMasks = sqliteTable(
  "published_masks",
  {
    surveyId: integer()
      .notNull()
      .references(() => surveys.id, { onDelete: "cascade" }),
    /**
     * Whose part of the survey: "whole", or the scope of those who see no more than their own units; with the ways in which an
     * analysis tells persons apart, behind a bar, where it is of them (app/indices/kept-splits.server.ts).
     */
    part: text().notNull(),
    /** How many publications there have been; raised at each, so that of two reckoned at once one gives way. */
    batch: integer().notNull(),
    /** Of the sizes, sums, minimums and rules that the masks follow from (SHA-256). */
    sign: text().notNull(),
    /** As app/indices/kept-masks.ts or kept-splits.server.ts writes them. */
    masks: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.part] })],
);
