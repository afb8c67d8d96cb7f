import type { Database } from "~db/open-database.server";
import { storeTallies } from "~db/repositories/fold-tallies";
import { readForRecount } from "~db/repositories/recount-tallies";
import { booksOf } from "./fold-tallies.server";
import type { Tally, TallyBook } from "./tally-book";
import { TallyDays } from "./tally-days";
import { RESPONSES } from "./tally-plan";

/** A tally that does not say what the responses say. */
export interface TallyDifference {
  surveyId: number;
  unitId: number;
  channel: string;
  counted: boolean;
  /** Responses by the tally, and by the records. */
  responses: { standing: number; recounted: number };
  /** How many of its figures differ. */
  figures: number;
}

export interface Recount {
  responses: number;
  /** Tallies compared. */
  tallies: number;
  differences: TallyDifference[];
  /** Whether the recounted tallies were put in the place of those that differed. */
  replaced: boolean;
}

/**
 * Counts every response anew from its record and compares what stands: tallies with their changes and their tail, figure by
 * figure. Where they differ the recounted take their place, unless a fold was quicker; the differences are told either way.
 */
export async function recountTallies(database: Database, { timeZone }: { timeZone: string }): Promise<Recount> {
  const read = await readForRecount(database, {
    counted: await booksOf(database, timeZone),
    standing: await booksOf(database, timeZone),
  });
  const differences: TallyDifference[] = [];
  let tallies = 0;
  for (const surveyId of new Set([...read.counted.keys(), ...read.standing.keys()])) {
    const [recounted, standing] = [sideOf(read.counted.get(surveyId)), sideOf(read.standing.get(surveyId))];
    const differentDays = standing.days.differencesFrom(recounted.days);
    for (const key of new Set([...recounted.tallies.keys(), ...standing.tallies.keys()])) {
      const difference = compare(surveyId, standing.tallies.get(key), recounted.tallies.get(key), differentDays);
      if (difference) differences.push(difference);
      tallies++;
    }
  }
  const replaced = differences.length > 0 && (await storeTallies(database, read, read.counted, timeZone));
  return { responses: read.responses, tallies, differences, replaced };
}

/** What one of the two says of a survey. */
interface Side {
  tallies: ReadonlyMap<string, Tally>;
  days: TallyDays;
}

const NOWHERE = -1;
const NO_COUNTS: ReadonlyMap<number, number> = new Map();

function sideOf(book: TallyBook | undefined): Side {
  const tallies = book?.tallies() ?? [];
  return {
    tallies: new Map(tallies.map((tally) => [`${tally.unitId}/${tally.channel}/${tally.counted}`, tally])),
    days: book?.days ?? new TallyDays(),
  };
}

function compare(
  surveyId: number,
  standing: Tally | undefined,
  recounted: Tally | undefined,
  differentDays: (standing: number, recounted: number) => number,
): TallyDifference | null {
  const some = recounted ?? standing;
  if (!some) return null;
  const figures =
    differentSums(standing, recounted) +
    differentNumbers(standing, recounted) +
    differentDays(standing?.position ?? NOWHERE, recounted?.position ?? NOWHERE);
  if (figures === 0) return null;
  const { unitId, channel } = some;
  const responses = { standing: standing?.sums[RESPONSES] ?? 0, recounted: recounted?.sums[RESPONSES] ?? 0 };
  return { surveyId, unitId, channel, counted: some.counted, responses, figures };
}

function differentSums(one: Tally | undefined, other: Tally | undefined): number {
  const length = Math.max(one?.sums.length ?? 0, other?.sums.length ?? 0);
  let different = 0;
  for (let element = 0; element < length; element++)
    if ((one?.sums[element] ?? 0) !== (other?.sums[element] ?? 0)) different++;
  return different;
}

function differentNumbers(one: Tally | undefined, other: Tally | undefined): number {
  let different = 0;
  for (const column of (one ?? other)?.numbers.counts.keys() ?? []) {
    const [left = NO_COUNTS, right = NO_COUNTS] = [one?.numbers.counts[column], other?.numbers.counts[column]];
    for (const [value, count] of left) if (count !== right.get(value)) different++;
    for (const value of right.keys()) if (!left.has(value)) different++;
  }
  return different;
}
