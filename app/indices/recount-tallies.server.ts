import type { Database } from "~db/open-database.server";
import { readForRecount, storeTallies } from "~db/repositories/tallies";
import { booksOf } from "./fold-tallies.server";
import type { Tally, TallyBook } from "./tally-book";
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
    const [recounted, standing] = [byKey(read.counted.get(surveyId)), byKey(read.standing.get(surveyId))];
    for (const key of new Set([...recounted.keys(), ...standing.keys()])) {
      const difference = compare(surveyId, standing.get(key), recounted.get(key));
      if (difference) differences.push(difference);
      tallies++;
    }
  }
  const replaced = differences.length > 0 && (await storeTallies(database, read, read.counted, timeZone));
  return { responses: read.responses, tallies, differences, replaced };
}

function byKey(book: TallyBook | undefined): Map<string, Tally> {
  const tallies = book?.tallies() ?? [];
  return new Map(tallies.map((tally) => [`${tally.unitId}/${tally.channel}/${tally.counted}`, tally]));
}

function compare(surveyId: number, standing: Tally | undefined, recounted: Tally | undefined): TallyDifference | null {
  const some = recounted ?? standing;
  if (!some) return null;
  const figures = differentSums(standing, recounted) + differentCounts(standing, recounted);
  if (figures === 0) return null;
  const { unitId, channel, counted } = some;
  const responses = { standing: standing?.sums[RESPONSES] ?? 0, recounted: recounted?.sums[RESPONSES] ?? 0 };
  return { surveyId, unitId, channel, counted, responses, figures };
}

function differentSums(one: Tally | undefined, other: Tally | undefined): number {
  const length = Math.max(one?.sums.length ?? 0, other?.sums.length ?? 0);
  let different = 0;
  for (let element = 0; element < length; element++)
    if ((one?.sums[element] ?? 0) !== (other?.sums[element] ?? 0)) different++;
  return different;
}

function differentCounts(one: Tally | undefined, other: Tally | undefined): number {
  const [left, right] = [countsOf(one), countsOf(other)];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.filter((name) => (left.get(name) ?? 0) !== (right.get(name) ?? 0)).length;
}

/** Numbers given and sums of days by a name of their own; what is absent is 0. */
function countsOf(tally: Tally | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  tally?.numbers.forEach((given, column) => {
    for (const [value, count] of given) counts.set(`number ${column} ${value}`, count);
  });
  for (const [day, sums] of tally?.days ?? [])
    for (const [name, figure] of Object.entries(sums)) counts.set(`${day} ${name}`, figure);
  return counts;
}
