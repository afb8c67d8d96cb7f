import type { Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import { DayReader } from "./day-bytes";
import {
  type BookOf,
  type Books,
  type FoldBase,
  foldChanges,
  foldResponses,
  lastChangeNow,
  rememberBooks,
} from "./fold-tallies";
import { prepareOnce } from "./prepare-once";
import { foldedUpTo, tallyStateNow } from "./tally-state";

const statementsOf = prepareOnce(({ $client }) => ({
  all: $client.prepare("select survey_id, unit_id, channel, counted, sums, numbers from tallies").raw(),
  last: $client.prepare("select coalesce(max(id), 0) from responses").pluck(),
}));

/**
 * Reads every response into books of one kind, and what the tallies say with changes and tail into books of another, both
 * at the same moment.
 */
export async function readForRecount(
  database: Database,
  { counted, standing }: { counted: BookOf; standing: BookOf },
): Promise<FoldBase & { responses: number; counted: Books; standing: Books }> {
  return database.transaction(() => {
    const state = tallyStateNow(database);
    const from = foldedUpTo(state);
    const lastChange = lastChangeNow(database);
    const upTo = statementsOf(database).last.get() as number;
    const [raw, kept] = [rememberBooks(counted), rememberBooks(standing)];
    const responses = foldResponses(database, raw.remembered, { from: 0, upTo });
    foldResponses(database, kept.remembered, { from, upTo });
    foldChanges(database, kept.remembered, { upTo: from, lastChange });
    if (from > 0) addAllStanding(database, kept.remembered);
    const base = { generation: state.generation, upTo, lastChange, reset: true, taken: responses };
    return { ...base, responses, counted: raw.books, standing: kept.books };
  });
}

/** A tally of another layout than its form's says nothing: what it should say differs then. */
function addAllStanding(database: Database, bookOf: BookOf): void {
  const { all } = statementsOf(database);
  type Row = [number, number, Channel, 0 | 1, Buffer, string];
  for (const [surveyId, unitId, channel, counted, sums, numbers] of all.iterate() as IterableIterator<Row>) {
    const stored = { sums, numbers };
    const book = bookOf(surveyId);
    if (book.fits(stored)) book.addTally({ unitId, channel, counted: counted === 1 }, stored);
  }
  for (const day = new DayReader(database); day.next(); ) bookOf(day.surveyId).addDay(day, day.day, day);
}
