import { eq } from "drizzle-orm";
import type { Database } from "../open-database.server";
import { publishedMasks } from "../schema";
import { prepareOnce } from "./prepare-once";

/** Masks as they were last published to those who see a part of a survey. */
export interface KeptPublication {
  batch: number;
  sign: string;
  masks: string;
}

const statementsOf = prepareOnce(({ $client }) => ({
  last: $client.prepare("select batch, sign, masks from published_masks where survey_id = ? and part = ?"),
}));

/**
 * The last masks of a part of a survey; null before the first. They hold no figure, and are the same whoever sees that part:
 * a page that has been told which part is its viewer's reads them in no time.
 */
export async function findPublishedMasks(
  database: Database,
  { surveyId, part }: { surveyId: number; part: string },
): Promise<KeptPublication | null> {
  return (statementsOf(database).last.get(surveyId, part) as KeptPublication | undefined) ?? null;
}

/**
 * Keeps masks in the place of those of a batch (0: there were none yet); false where others have been published since, with
 * which these must be reckoned again.
 */
export async function keepPublishedMasks(
  database: Database,
  { surveyId, part, batch, sign, masks }: KeptPublication & { surveyId: number; part: string },
): Promise<boolean> {
  const next = { batch: batch + 1, sign, masks };
  const kept = database
    .insert(publishedMasks)
    .values({ surveyId, part, ...next })
    .onConflictDoUpdate({
      target: [publishedMasks.surveyId, publishedMasks.part],
      set: next,
      setWhere: eq(publishedMasks.batch, batch),
    })
    .run();
  return kept.changes > 0;
}
