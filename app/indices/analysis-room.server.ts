import { type Database, databaseFile } from "~db/open-database.server";
import type { AnalysisQuestion, AnswerTo } from "./analysis-questions";
import { type AnalysisRequest, loadAnalysis } from "./load-analysis.server";
import type { ResultsRequest } from "./load-survey-results.server";
import { LongWork, type Look } from "./long-work.server";
import type { ReadingProgress } from "./reading-progress";
import type { SurveyResults } from "./survey-results";
import { createWorkThread } from "./work-thread.server";

/** Answers kept: an analyst goes back and forth between a few views. */
const MOST_KEPT = 30;

/** How long an answer that a page waits for is held for it: pages ask again every second or two. */
const HELD_MS = 10_000;

export interface AnalysisRoom {
  /** Says that questions will come: the thread takes a second to begin. */
  begin(): void;
  /**
   * What the records say to a question, masked, or how far it is after `patienceMs`.
   * @param asked.shown the results that the page shows, which the viewer may see.
   * @param asked.flagged internal numbers of flagged responses, where the filter asks for them.
   */
  look<Question extends AnalysisQuestion>(
    asked: AskedOfRoom<Question>,
    patienceMs: number,
  ): Promise<Look<AnswerTo<Question>>>;
}

interface AskedOfRoom<Question> {
  results: ResultsRequest;
  shown: SurveyResults;
  question: Question;
  flagged: ReadonlySet<number> | null;
}

/**
 * Answers analysts from the records of a survey in a thread with a connection of its own, which keeps the records of the last
 * surveys: reading a million of them and masking a thousand units hold up nobody else. Answers are kept until a response of
 * the survey, an act upon it or the day changes.
 * @param options.program the thread's program.
 */
export function createAnalysisRoom({ database, program }: { database: Database; program: string }): AnalysisRoom {
  const path = databaseFile(database);
  // A database in memory, as tests have, is open to no other thread.
  const { work: answer, begin } =
    path === null
      ? { work: loadAnalysis.bind(null, database), begin: () => {} }
      : createWorkThread<AnalysisRequest, AnswerTo<AnalysisQuestion> | null>({ databasePath: path, program });
  const answers = new LongWork<AnswerTo<AnalysisQuestion>>(MOST_KEPT);
  const numberOf = numbersOfObjects();
  const awaited = new Map<string, string>();
  return {
    begin,
    async look<Question extends AnalysisQuestion>(
      { results, shown, question, flagged }: AskedOfRoom<Question>,
      patienceMs: number,
    ) {
      const asked = JSON.stringify([results, question]);
      // Other results are shown as soon as a response comes in or changes.
      const now = JSON.stringify([numberOf(shown), flagged && numberOf(flagged), question]);
      // A page that was told to wait is given what was begun for it, even if a response has come since: where many come, each
      // would begin the work anew and no page ever be there.
      const key = awaited.get(asked) ?? now;
      const make = async (tell: (progress: ReadingProgress) => void) => {
        try {
          const found = await answer({ results, question, flagged: flagged && [...flagged] }, tell);
          if (found === null) throw new Error(`survey ${results.surveyId} is out of scope`);
          return found;
        } finally {
          setTimeout(() => awaited.get(asked) === key && awaited.delete(asked), HELD_MS).unref();
        }
      };
      const look = await answers.look(key, make, patienceMs).catch((error: unknown) => {
        awaited.delete(asked);
        throw error;
      });
      if ("progress" in look) awaited.set(asked, key);
      else awaited.delete(asked);
      // The question says what its answer is.
      return look as Look<AnswerTo<Question>>;
    },
  };
}

/** A number for every object: results are the same ones as long as nothing that they depend on changes. */
function numbersOfObjects(): (object: object) => number {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  return (object) => {
    const number = numbers.get(object) ?? ++last;
    numbers.set(object, number);
    return number;
  };
}
