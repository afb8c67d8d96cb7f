import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { publishedMasks } from "../schema";
import { visibleSurveys } from "./scope";

/** Masks as they were last published to those who see a part of a survey. */
export interface KeptPublication {
  batch: number;
  sign: string;
  masks: string;
}

/** The last masks of a part of a survey that the viewer may see something of; null before the first. */
export async function findPublishedMasks(
  database: Database,
  viewer: Viewer,
  { surveyId, part }: { surveyId: number; part: string },
): Promise<KeptPublication | null> {
  return (
    database
      .select({ batch: publishedMasks.batch, sign: publishedMasks.sign, masks: publishedMasks.masks })
      .from(publishedMasks)
      .where(
        and(
          eq(publishedMasks.surveyId, surveyId),
          eq(publishedMasks.part, part),
          sql`${publishedMasks.surveyId} in ${visibleSurveys(viewer)}`,
        ),
      )
      .get() ?? null
  );
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
