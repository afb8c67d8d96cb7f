import { readVersion } from "~/questionnaires/read-version.server";
import type { Database } from "~db/open-database.server";
import { type BookOf, listTalliedSurveys, readUnfolded, storeTallies } from "~db/repositories/fold-tallies";
import { DayFinder } from "./day-finder";
import { TallyBook } from "./tally-book";

/** Responses folded at once: few enough that citizens' answers hardly wait while their tallies are written. */
const BATCH = 5000;

/**
 * Folds responses that have come in since the last fold, and changes of older ones, into tallies.
 * @param settings.touched the surveys that they are of are added to it.
 * @returns how many were folded; 0 when nothing waits, or another fold was there first.
 */
export async function foldTallies(
  database: Database,
  { timeZone, limit = BATCH, touched }: { timeZone: string; limit?: number; touched?: Set<number> },
): Promise<number> {
  const unfolded = await readUnfolded(database, await booksOf(database, timeZone), { limit, timeZone });
  if (!unfolded) return 0;
  if (!(await storeTallies(database, unfolded, unfolded.books, timeZone))) return 0;
  for (const surveyId of unfolded.books.keys()) touched?.add(surveyId);
  return Math.max(1, unfolded.taken);
}

/** Books for every survey that has been opened; questionnaires are read before, books made when they are asked for. */
export async function booksOf(database: Database, timeZone: string): Promise<BookOf> {
  const surveys = await listTalliedSurveys(database);
  const questionnaires = new Map(
    await Promise.all(surveys.map(async ({ id, versionId }) => [id, await readVersion(database, versionId)] as const)),
  );
  return (surveyId) => {
    const questionnaire = questionnaires.get(surveyId);
    if (!questionnaire) throw new Error(`survey ${surveyId} was opened while tallies were folded`);
    return new TallyBook(questionnaire, new DayFinder(timeZone));
  };
}
