import { LongWork, type Look } from "~/indices/long-work.server";
import { createWorkThread } from "~/indices/work-thread.server";
import { type Database, databaseFile } from "~db/open-database.server";
import { hasManyResponses, responsesFingerprint } from "~db/repositories/responses";
import { findSurvey } from "~db/repositories/surveys";
import { type CommentsAsked, loadComments } from "./load-comments.server";
import type { SurveyComments } from "./survey-comments";

/** Responses of a survey from which on a thread reads its comments: to start one takes as long as so many do here. */
const MANY = 20_000;
/** Pages kept: a reader goes from one to the next and back. */
const MOST_KEPT = 12;

export interface CommentReader {
  /** A page of comments, or how far it is after `patienceMs`; null made: there is nothing that the viewer may see. */
  look(asked: CommentsAsked, patienceMs?: number): Promise<Look<SurveyComments | null>>;
}

/**
 * Pages of comments. Those of large surveys, which are all read, masked, searched and sorted for a page, are made in a thread
 * with a connection of its own, and kept until a response comes or is left out.
 * @param options.program the thread's program.
 */
export function createCommentReader({ database, program }: { database: Database; program: string }): CommentReader {
  const path = databaseFile(database);
  // A database in memory, as tests have, is open to no other thread.
  const thread =
    path === null ? null : createWorkThread<CommentsAsked, SurveyComments | null>({ databasePath: path, program });
  const pages = new LongWork<SurveyComments | null>(MOST_KEPT);
  return {
    async look(asked, patienceMs) {
      const { viewer, surveyId, today } = asked;
      if (!thread || !(await hasManyResponses(database, surveyId, MANY)))
        return { made: await loadComments(database, asked) };
      const survey = await findSurvey(database, viewer, surveyId, today);
      if (!survey) return { made: null };
      const key = JSON.stringify([asked, survey, await responsesFingerprint(database, surveyId)]);
      return pages.look(key, (tell) => thread.work(asked, tell), patienceMs);
    },
  };
}
