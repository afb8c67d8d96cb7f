import { and, eq, ne, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Tally, TallyBook } from "~/indices/tally-book";
import { bytesOfSums } from "~/indices/tally-bytes";
import { RESPONSES, TALLY_FORMAT } from "~/indices/tally-plan";
import type { Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import { responses, surveys, tallies, tallyChanges } from "../schema";
import { prepareOnce } from "./prepare-once";
import { ownedSurveys, visibleUnits } from "./scope";
import { waitingSeenNow } from "./waiting-responses";

/** The book of a survey, made at its first use. Throws for a survey that it does not know. */
export type BookOf = (surveyId: number) => TallyBook;

/** Up to where tallies were read, and what must not have changed when they are stored. */
export interface FoldBase {
  generation: number;
  /** The last response folded. */
  upTo: number;
  /** The last change taken in. */
  lastChange: number;
  /** Whether the tallies that stand are of another format or time zone, and go. */
  reset: boolean;
  /** Responses and changes folded. */
  taken: number;
}

interface State {
  folded: number;
  generation: number;
  format: number;
  timeZone: string;
}

const RESPONSE = "survey_id, unit_id, channel, counted, finished_at, packed";
type ResponseRow = [surveyId: number, unitId: number, channel: Channel, counted: 0 | 1, at: string, packed: string];
type ChangeRow = [...ResponseRow, times: 1 | -1];

const statementsOf = prepareOnce(({ $client }) => ({
  state: $client.prepare("select folded, generation, format, time_zone as timeZone from tally_state where id = 1"),
  batchEnd: $client.prepare("select max(id) from (select id from responses where id > ? order by id limit ?)").pluck(),
  lastChange: $client.prepare("select coalesce(max(id), 0) from tally_changes").pluck(),
  responses: $client.prepare(`select ${RESPONSE} from responses where id > ? and id <= ? order by id`).raw(),
  changes: $client
    .prepare(`select ${RESPONSE}, times from tally_changes where response_sequence <= ? and id <= ?`)
    .raw(),
  all: $client.prepare("select survey_id, unit_id, channel, counted, sums, numbers from tallies").raw(),
  allDays: $client
    .prepare("select survey_id, unit_id, channel, day, persons, answers, satisfied from day_tallies")
    .raw(),
  one: $client
    .prepare("select sums, numbers from tallies where survey_id = ? and unit_id = ? and channel = ? and counted = ?")
    .raw(),
  day: $client.prepare(
    "select persons, answers, satisfied from day_tallies where survey_id = ? and unit_id = ? and channel = ? and day = ?",
  ),
  store: $client.prepare("insert or replace into tallies values (?, ?, ?, ?, ?, ?)"),
  storeDay: $client.prepare("insert or replace into day_tallies values (?, ?, ?, ?, ?, ?, ?)"),
  remove: $client.prepare("delete from tallies where survey_id = ? and unit_id = ? and channel = ? and counted = ?"),
  removeDay: $client.prepare("delete from day_tallies where survey_id = ? and unit_id = ? and channel = ? and day = ?"),
  move: $client.prepare(
    "update tally_state set folded = ?, generation = generation + 1, format = ?, time_zone = ? where id = 1 and generation = ?",
  ),
  forget: $client.prepare("delete from tally_changes where id <= ?"),
}));

/** Every survey that may have responses, with its version. */
export async function listTalliedSurveys(database: Database): Promise<{ id: number; versionId: number }[]> {
  return database
    .select({ id: surveys.id, versionId: surveys.versionId })
    .from(surveys)
    .where(ne(surveys.status, "draft"))
    .all();
}

/**
 * Puts the counted responses of a survey that the viewer may see into its book, exact at one moment: what has been folded,
 * the changes since, and the responses after, less those that wait for their batch.
 * @param of.since instant from which responses enter the figures batch by batch (`batchesSince`).
 */
export async function readTallies(
  database: Database,
  viewer: Viewer,
  { surveyId, since }: { surveyId: number; since: string | null },
  book: TallyBook,
): Promise<void> {
  const inScope = (unitId: typeof responses.unitId | typeof tallies.unitId | typeof tallyChanges.unitId) =>
    sql`(${surveyId} in ${ownedSurveys(viewer)} or ${unitId} in ${visibleUnits(viewer)})`;
  const folded = database
    .select({ unitId: tallies.unitId, channel: tallies.channel, sums: tallies.sums, numbers: tallies.numbers })
    .from(tallies)
    .where(and(eq(tallies.surveyId, surveyId), tallies.counted, inScope(tallies.unitId)))
    .toSQL();
  const answer = { finishedAt: sql`finished_at`, packed: sql`packed` };
  database.transaction(() => {
    const state = stateOf(database);
    const upTo = state.format === TALLY_FORMAT ? state.folded : 0;
    // The tail is what stands at the end of the table: the index of the survey would read all of it.
    const tail = database
      .select({ unitId: responses.unitId, channel: responses.channel, ...answer })
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
      .select({ unitId: tallyChanges.unitId, channel: tallyChanges.channel, ...answer, times: tallyChanges.times })
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
    if (upTo > 0)
      for (const [unitId, channel, sums, numbers] of rowsOf<[number, Channel, Buffer, string]>(database, folded))
        book.addTally({ unitId, channel, counted: true }, sums, JSON.parse(numbers));
    for (const [unitId, channel, at, packed] of rowsOf<[number, Channel, string, string]>(database, tail))
      book.fold(unitId, channel, true, at, packed, 1);
    for (const [unitId, channel, at, packed, times] of rowsOf<[number, Channel, string, string, 1 | -1]>(
      database,
      changed,
    ))
      book.fold(unitId, channel, true, at, packed, times);
    for (const { unitId, channel, finishedAt, packed } of waitingSeenNow(database, viewer, { surveyId, since }))
      book.fold(unitId, channel, true, finishedAt, packed, -1);
  });
}

function rowsOf<Row>(database: Database, { sql: text, params }: { sql: string; params: unknown[] }): Row[] {
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
  const { folded, generation, format } = stateOf(database);
  const row = database.$client
    .prepare(
      `select count(*) || '/' || coalesce(max(id), 0) || '/' ||
         (select coalesce(max(id), 0) from tally_changes where survey_id = @surveyId)
       from responses where id > @from and +survey_id = @surveyId`,
    )
    .pluck()
    .get({ surveyId, from: format === TALLY_FORMAT ? folded : 0 });
  return `${generation}/${row}`;
}

function stateOf(database: Database): State {
  return statementsOf(database).state.get() as State;
}

/** Reads what has not been folded yet into books, and adds what stands of the tallies it touches; null: nothing to do. */
export async function readUnfolded(
  database: Database,
  bookOf: BookOf,
  { limit, timeZone }: { limit: number; timeZone: string },
): Promise<(FoldBase & { books: Map<number, TallyBook> }) | null> {
  return database.transaction(() => {
    const statements = statementsOf(database);
    const state = stateOf(database);
    const reset = state.format !== TALLY_FORMAT || state.timeZone !== timeZone;
    const from = reset ? 0 : state.folded;
    const upTo = (statements.batchEnd.get(from, limit) as number | null) ?? from;
    const lastChange = statements.lastChange.get() as number;
    if (upTo === from && lastChange === 0 && !reset) return null;
    const { books, remembered } = remember(bookOf);
    let taken = 0;
    for (const row of statements.responses.iterate(from, upTo) as IterableIterator<ResponseRow>) {
      foldRow(remembered, row, 1);
      taken++;
    }
    for (const row of statements.changes.iterate(from, lastChange) as IterableIterator<ChangeRow>) {
      foldRow(remembered, row, row[6]);
      taken++;
    }
    if (!reset) for (const [surveyId, book] of books) addStanding(database, surveyId, book);
    return { generation: state.generation, upTo, lastChange, reset, taken, books };
  });
}

function remember(bookOf: BookOf) {
  const books = new Map<number, TallyBook>();
  const remembered: BookOf = (surveyId) => {
    const known = books.get(surveyId);
    if (known) return known;
    const book = bookOf(surveyId);
    books.set(surveyId, book);
    return book;
  };
  return { books, remembered };
}

function foldRow(bookOf: BookOf, row: ResponseRow | ChangeRow, times: 1 | -1): void {
  bookOf(row[0]).fold(row[1], row[2], row[3] === 1, row[4], row[5], times);
}

function addStanding(database: Database, surveyId: number, book: TallyBook): void {
  const { one, day: oneDay } = statementsOf(database);
  for (const tally of book.tallies()) {
    const { unitId, channel, counted } = tally;
    const row = one.get(surveyId, unitId, channel, Number(counted)) as [Buffer, string] | undefined;
    if (row) book.addTally(tally, row[0], JSON.parse(row[1]));
    for (const day of [...tally.days.keys()]) {
      const sums = oneDay.get(surveyId, unitId, channel, day) as Parameters<TallyBook["addDay"]>[2] | undefined;
      if (sums) book.addDay(tally, day, sums);
    }
  }
}

/** Puts tallies in the place of those that stand, unless others have been stored since they were read: then false. */
export async function storeTallies(
  database: Database,
  base: FoldBase,
  books: ReadonlyMap<number, TallyBook>,
  timeZone: string,
): Promise<boolean> {
  const statements = statementsOf(database);
  return database.transaction(
    () => {
      const moved = statements.move.run(base.upTo, TALLY_FORMAT, timeZone, base.generation);
      if (moved.changes === 0) return false;
      if (base.reset) database.$client.exec("delete from tallies; delete from day_tallies");
      for (const [surveyId, book] of books) for (const tally of book.tallies()) storeTally(database, surveyId, tally);
      statements.forget.run(base.lastChange);
      return true;
    },
    { behavior: "immediate" },
  );
}

function storeTally(
  database: Database,
  surveyId: number,
  { unitId, channel, counted, sums, numbers, days }: Tally,
): void {
  const { store, remove, storeDay, removeDay } = statementsOf(database);
  const key = [surveyId, unitId, channel, Number(counted)];
  if (sums[RESPONSES] === 0) remove.run(...key);
  else store.run(...key, bytesOfSums(sums), JSON.stringify(numbers.map(ascending)));
  for (const [day, { persons, answers, satisfied }] of days) {
    if (persons === 0) removeDay.run(surveyId, unitId, channel, day);
    else storeDay.run(surveyId, unitId, channel, day, persons, answers, satisfied);
  }
}

function ascending(counts: ReadonlyMap<number, number>): [number, number][] {
  return [...counts].sort(([one], [other]) => one - other);
}

/**
 * Reads every response into books of one kind, and what the tallies say with changes and tail into books of another, both
 * at the same moment.
 */
export async function readForRecount(
  database: Database,
  { counted, standing }: { counted: BookOf; standing: BookOf },
): Promise<FoldBase & { responses: number; counted: Map<number, TallyBook>; standing: Map<number, TallyBook> }> {
  return database.transaction(() => {
    const statements = statementsOf(database);
    const { folded, generation, format } = stateOf(database);
    const from = format === TALLY_FORMAT ? folded : 0;
    const lastChange = statements.lastChange.get() as number;
    const upTo = (statements.batchEnd.get(0, -1) as number | null) ?? 0;
    const [raw, kept] = [remember(counted), remember(standing)];
    let rows = 0;
    for (const row of statements.responses.iterate(0, upTo) as IterableIterator<ResponseRow>) {
      foldRow(raw.remembered, row, 1);
      rows++;
    }
    for (const row of statements.responses.iterate(from, upTo) as IterableIterator<ResponseRow>)
      foldRow(kept.remembered, row, 1);
    for (const row of statements.changes.iterate(from, lastChange) as IterableIterator<ChangeRow>)
      foldRow(kept.remembered, row, row[6]);
    if (from > 0) addAllStanding(database, kept.remembered);
    const base = { generation, upTo, lastChange, reset: true, taken: rows };
    return { ...base, responses: rows, counted: raw.books, standing: kept.books };
  });
}

function addAllStanding(database: Database, bookOf: BookOf): void {
  const { all, allDays } = statementsOf(database);
  type Row = [number, number, Channel, 0 | 1, Buffer, string];
  for (const [surveyId, unitId, channel, counted, sums, numbers] of all.iterate() as IterableIterator<Row>)
    bookOf(surveyId).addTally({ unitId, channel, counted: counted === 1 }, sums, JSON.parse(numbers));
  type DayRow = [number, number, Channel, string, number, number, number];
  for (const [surveyId, unitId, channel, day, ...sums] of allDays.iterate() as IterableIterator<DayRow>) {
    const [persons, answers, satisfied] = sums;
    bookOf(surveyId).addDay({ unitId, channel }, day, { persons, answers, satisfied });
  }
}
