import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { TallyTotals } from "~/indices/tally-totals";
import type { Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import { responses, tallies, tallyChanges } from "../schema";
import { ownedSurveys, visibleUnits } from "./scope";
import { foldAnew, foldedUpTo, tallyStateNow } from "./tally-state";
import { waitingSeenNow } from "./waiting-responses";

interface Query {
  sql: string;
  params: unknown[];
}

/**
 * Adds up the counted responses of a survey that the viewer may see, exact at one moment: what has been folded,
 * the changes since, and the responses after, less those that wait for their batch. Where a tally is of another layout
 * than its form's, all are folded anew, and this reader counts the responses.
 * @param of.since instant from which responses enter the figures batch by batch (`batchesSince`).
 */
export async function readTallies(
  database: Database,
  viewer: Viewer,
  { surveyId, since }: { surveyId: number; since: string | null },
  totals: TallyTotals,
): Promise<void> {
  const inScope = (unitId: typeof responses.unitId | typeof tallies.unitId | typeof tallyChanges.unitId) =>
    sql`(${surveyId} in ${ownedSurveys(viewer)} or ${unitId} in ${visibleUnits(viewer)})`;
  const folded = database
    .select({ unitId: tallies.unitId, channel: tallies.channel, sums: tallies.sums, numbers: tallies.numbers })
    .from(tallies)
    .where(and(eq(tallies.surveyId, surveyId), tallies.counted, inScope(tallies.unitId)))
    .toSQL();
  const packed = sql`packed`;
  const misfit = database.transaction(() => {
    const state = tallyStateNow(database);
    const stored = foldedUpTo(state) > 0 ? rowsOf<[number, Channel, Buffer, string]>(database, folded) : [];
    const fits = stored.every(([, , sums]) => totals.fits({ sums }));
    const upTo = fits ? foldedUpTo(state) : 0;
    // The tail is what stands at the end of the table: the index of the survey would read all of it.
    const tail = database
      .select({ unitId: responses.unitId, channel: responses.channel, packed })
      .from(responses)
      .where(
        and(
          sql`${responses.id} > ${upTo}`,
          sql`+${responses.surveyId} = ${surveyId}`,
          responses.counted,
          inScope(responses.unitId),
        ),
      )
      .toSQL();
    const changed = database
      .select({ unitId: tallyChanges.unitId, channel: tallyChanges.channel, packed, times: tallyChanges.times })
      .from(tallyChanges)
      .where(
        and(
          eq(tallyChanges.surveyId, surveyId),
          sql`${tallyChanges.responseSequence} <= ${upTo}`,
          tallyChanges.counted,
          inScope(tallyChanges.unitId),
        ),
      )
      .toSQL();
    if (fits)
      for (const [unitId, channel, sums, numbers] of stored) totals.addTally({ unitId, channel, sums, numbers });
    for (const [unitId, channel, packed] of rowsOf<[number, Channel, string]>(database, tail))
      totals.fold(unitId, channel, packed, 1);
    for (const [unitId, channel, packed, times] of rowsOf<[number, Channel, string, 1 | -1]>(database, changed))
      totals.fold(unitId, channel, packed, times);
    for (const { unitId, channel, packed } of waitingSeenNow(database, viewer, { surveyId, since }))
      totals.fold(unitId, channel, packed, -1);
    return fits ? null : state;
  });
  if (misfit) foldAnew(database, misfit);
}

function rowsOf<Row>(database: Database, { sql: text, params }: Query): Row[] {
  return database.$client
    .prepare(text)
    .raw()
    .all(...params) as Row[];
}

/**
 * A cheap sign of what a survey's tallies say now: it changes with each response and change of the survey, and with a fold
 * of any.
 */
export async function talliesFingerprint(database: Database, surveyId: number): Promise<string> {
  const state = tallyStateNow(database);
  const row = database.$client
    .prepare(
      `select count(*) || '/' || coalesce(max(id), 0) || '/' ||
         (select coalesce(max(id), 0) from tally_changes where survey_id = @surveyId)
       from responses where id > @from and +survey_id = @surveyId`,
    )
    .pluck()
    .get({ surveyId, from: foldedUpTo(state) });
  return `${state.generation}/${row}`;
}
