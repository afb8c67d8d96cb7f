import { sql } from "drizzle-orm";
import type { Database } from "../open-database.server";

/** Responses looked through for the start of a burst: more than the site takes in a minute. */
const LATEST = 50_000;

/**
 * Marks the responses that arrived at a point since an instant as part of a burst and leaves them out of results until
 * somebody has reviewed them; those of enrolled tablets are left as they are. Returns how many it changed.
 */
export async function holdBurst(database: Database, burst: { pointId: number; since: Date }): Promise<number> {
  const { changes } = database.run(sql`
    update responses
    set counted = 0, flags = case flags when '' then 'burst' else flags || ',burst' end
    where id > (select coalesce(max(id), 0) from responses) - ${LATEST}
      and point_id = ${burst.pointId} and received_at > ${burst.since.toISOString()}
      and channel <> 'kiosk' and instr(flags, 'burst') = 0`);
  return changes;
}
