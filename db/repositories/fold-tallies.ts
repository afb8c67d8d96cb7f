import { ne } from "drizzle-orm";
import { dayText } from "~/indices/day-finder";
import type { Tally, TallyBook } from "~/indices/tally-book";
import { bytesOfSums } from "~/indices/tally-bytes";
import type { DaySums, TallyDays } from "~/indices/tally-days";
import { RESPONSES, TALLY_FORMAT } from "~/indices/tally-plan";
import type { Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import { surveys } from "../schema";
import { prepareOnce } from "./prepare-once";
import { ResponseReader } from "./response-bytes";
import { moveTallyStateNow, type TallyState, tallyStateNow } from "./tally-state";

/** The book of a survey, made at its first use. Throws for a survey that it does not know. */
export type BookOf = (surveyId: number) => TallyBook;

/** Books by survey. */
export type Books = ReadonlyMap<number, TallyBook>;

/** Up to where tallies were read, and what must not have changed when they are stored. */
export interface FoldBase {
  generation: number;
  /** The last response folded. */
  upTo: number;
  /** The last change taken in. */
  lastChange: number;
  /** Whether the tallies that stand are of another format, layout or time zone, and go. */
  reset: boolean;
  /** Responses and changes folded. */
  taken: number;
}

type Unfolded = FoldBase & { books: Books };
type ChangeRow = [number, unitId: number, Channel, counted: 0 | 1, at: string, packed: string, times: 1 | -1];

const statementsOf = prepareOnce(({ $client }) => ({
  batchEnd: $client.prepare("select max(id) from (select id from responses where id > ? order by id limit ?)").pluck(),
  lastChange: $client.prepare("select coalesce(max(id), 0) from tally_changes").pluck(),
  changes: $client
    .prepare(
      `select survey_id, unit_id, channel, counted, finished_at, packed, times from tally_changes
       where response_sequence <= ? and id <= ?`,
    )
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
  forget: $client.prepare("delete from tally_changes where id <= ?"),
}));

/** Every survey that may have responses, with its version and the body that runs it. */
export async function listTalliedSurveys(database: Database) {
  const { id, versionId, ownerUnitId, status } = surveys;
  return database.select({ id, versionId, ownerUnitId, status }).from(surveys).where(ne(surveys.status, "draft")).all();
}

/** Reads what has not been folded yet into books, and adds what stands of the tallies it touches; null: nothing to do. */
export async function readUnfolded(
  database: Database,
  bookOf: BookOf,
  { limit, timeZone }: { limit: number; timeZone: string },
): Promise<Unfolded | null> {
  return database.transaction((): Unfolded | null => {
    const state = tallyStateNow(database);
    const from = { state, limit, reset: state.format !== TALLY_FORMAT || state.timeZone !== timeZone };
    const read = readBatch(database, bookOf, from);
    // Tallies of another layout than their form's are worth nothing: all are folded anew.
    if (read !== "misfit") return read;
    const anew = readBatch(database, bookOf, { ...from, reset: true });
    return anew === "misfit" ? null : anew;
  });
}

/** Null where nothing is to be folded; "misfit" where a tally that stands is of another layout than its book. */
function readBatch(
  database: Database,
  bookOf: BookOf,
  { state, limit, reset }: { state: TallyState; limit: number; reset: boolean },
): Unfolded | null | "misfit" {
  const from = reset ? 0 : state.folded;
  const upTo = batchEndNow(database, from, limit);
  const lastChange = lastChangeNow(database);
  if (upTo === from && lastChange === 0 && !reset) return null;
  const { books, remembered } = rememberBooks(bookOf);
  const taken =
    foldResponses(database, remembered, { from, upTo }) + foldChanges(database, remembered, { upTo: from, lastChange });
  if (!reset) for (const [surveyId, book] of books) if (!addStanding(database, surveyId, book)) return "misfit";
  return { generation: state.generation, upTo, lastChange, reset, taken, books };
}

/** The last of so many responses after one, in the order of arrival; that one itself where there is none. */
function batchEndNow(database: Database, from: number, limit: number): number {
  return (statementsOf(database).batchEnd.get(from, limit) as number | null) ?? from;
}

export function lastChangeNow(database: Database): number {
  return statementsOf(database).lastChange.get() as number;
}

/** Books that are made once, and all that were made. */
export function rememberBooks(bookOf: BookOf): { books: Books; remembered: BookOf } {
  const books = new Map<number, TallyBook>();
  let last: { surveyId: number; book: TallyBook } | null = null;
  // Responses mostly come survey by survey.
  const remembered: BookOf = (surveyId) => {
    if (last?.surveyId === surveyId) return last.book;
    const book = books.get(surveyId) ?? bookOf(surveyId);
    books.set(surveyId, book);
    last = { surveyId, book };
    return book;
  };
  return { books, remembered };
}

/** Folds the responses after `from` up to `upTo` and says how many they were. */
export function foldResponses(
  database: Database,
  bookOf: BookOf,
  { from, upTo }: { from: number; upTo: number },
): number {
  const response = new ResponseReader(database, from, upTo);
  let taken = 0;
  for (; response.next(); taken++) bookOf(response.surveyId).foldBytes(response);
  return taken;
}

/** Folds the changes, up to one, of responses up to one, and says how many they were. */
export function foldChanges(
  database: Database,
  bookOf: BookOf,
  { upTo, lastChange }: { upTo: number; lastChange: number },
): number {
  const rows = statementsOf(database).changes.all(upTo, lastChange) as ChangeRow[];
  for (const [surveyId, unitId, channel, counted, at, packed, times] of rows)
    bookOf(surveyId).fold(unitId, channel, counted === 1, at, packed, times);
  return rows.length;
}

/** Adds what stands of the tallies of a book; false where one has another layout. */
function addStanding(database: Database, surveyId: number, book: TallyBook): boolean {
  const { one, day: oneDay } = statementsOf(database);
  for (const tally of book.tallies()) {
    const { unitId, channel, counted } = tally;
    const row = one.get(surveyId, unitId, channel, Number(counted)) as [Buffer, string] | undefined;
    if (row) {
      const stored = { sums: row[0], numbers: row[1] };
      if (!book.fits(stored)) return false;
      book.addTally(tally, stored);
    }
    for (const { day } of book.days.of(tally.position)) {
      const sums = oneDay.get(surveyId, unitId, channel, dayText(day)) as DaySums | undefined;
      if (sums) book.addDay(tally, day, sums);
    }
  }
  return true;
}

/** Puts tallies in the place of those that stand, unless others have been stored since they were read: then false. */
export async function storeTallies(
  database: Database,
  base: FoldBase,
  books: Books,
  timeZone: string,
): Promise<boolean> {
  return database.transaction(
    () => {
      if (!moveTallyStateNow(database, { ...base, timeZone })) return false;
      if (base.reset) database.$client.exec("delete from tallies; delete from day_tallies");
      for (const [surveyId, book] of books)
        for (const tally of book.tallies()) {
          storeTally(database, surveyId, tally);
          storeDays(database, surveyId, tally, book.days.of(tally.position));
        }
      statementsOf(database).forget.run(base.lastChange);
      return true;
    },
    { behavior: "immediate" },
  );
}

function storeTally(database: Database, surveyId: number, { unitId, channel, counted, sums, numbers }: Tally): void {
  const { store, remove } = statementsOf(database);
  const key = [surveyId, unitId, channel, Number(counted)];
  if (sums[RESPONSES] === 0) remove.run(...key);
  else store.run(...key, bytesOfSums(sums), numbers.text);
}

function storeDays(
  database: Database,
  surveyId: number,
  { unitId, channel }: Tally,
  days: ReturnType<TallyDays["of"]>,
): void {
  const { storeDay, removeDay } = statementsOf(database);
  for (const { day, persons, answers, satisfied } of days) {
    if (persons === 0) removeDay.run(surveyId, unitId, channel, dayText(day));
    else storeDay.run(surveyId, unitId, channel, dayText(day), persons, answers, satisfied);
  }
}
