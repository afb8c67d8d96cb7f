import { sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import { stillWaiting } from "~/indices/published-batches";
import type { Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import { units } from "../schema";
import { prepareOnce } from "./prepare-once";
import { ownedSurveys, visibleUnits } from "./scope";

/** A counted response that has arrived and is not in the published figures yet. */
export interface WaitingResponse {
  id: number;
  unitId: number;
  channel: Channel;
  finishedAt: string;
  packed: string;
}

/** The new ones stand at the end of the table: from there it is read back to the last that came before the instant. */
const statementsOf = prepareOnce(({ $client }) => ({
  fresh: $client.prepare(`
    select id, unit_id as unitId, channel, finished_at as finishedAt, packed from responses
    where id > coalesce((select id from responses where coalesce(received_at, finished_at) < @since
        order by id desc limit 1), 0)
      and +survey_id = @surveyId and counted
    order by id`),
}));

/**
 * Responses of a survey that wait for the batch with which they enter its figures, inside the caller's transaction: the
 * same whoever looks. None where `since` is null.
 */
export function waitingNow(
  database: Database,
  { surveyId, since }: { surveyId: number; since: string | null },
): WaitingResponse[] {
  if (since === null) return [];
  return stillWaiting(statementsOf(database).fresh.iterate({ surveyId, since }) as IterableIterator<WaitingResponse>);
}

/** Of those that wait, the ones that the viewer may see: all of a survey they run, else those of units in scope. */
export function waitingSeenNow(
  database: Database,
  viewer: Viewer,
  of: { surveyId: number; since: string | null },
): WaitingResponse[] {
  const waiting = waitingNow(database, of);
  if (waiting.length === 0) return [];
  const seen = database
    .select({ id: units.id })
    .from(units)
    .where(sql`(${of.surveyId} in ${ownedSurveys(viewer)} or ${units.id} in ${visibleUnits(viewer)})`)
    .all();
  const ids = new Set(seen.map(({ id }) => id));
  return waiting.filter(({ unitId }) => ids.has(unitId));
}

/** Internal numbers of the responses that wait, for whoever reads the rest by another way. */
export async function listWaiting(
  database: Database,
  of: { surveyId: number; since: string | null },
): Promise<number[]> {
  return waitingNow(database, of).map(({ id }) => id);
}
