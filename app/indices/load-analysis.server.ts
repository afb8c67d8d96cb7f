import type { Viewer } from "~/access/viewer";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Channel } from "~/responses/channels";
import type { Database } from "~db/open-database.server";
import { eachPackedRow, type PackedRow } from "~db/repositories/packed-rows";
import { responsesFingerprint } from "~db/repositories/responses";
import { findSurvey } from "~db/repositories/surveys";
import { readTree } from "~db/repositories/units";
import type { Analysis } from "./analysis";
import { type AnalysisQuestion, type AnswerTo, answerAnalysis, tablesOfQuestion } from "./analysis-questions";
import { DayFinder, dayText } from "./day-finder";
import { rememberingSplits } from "./kept-splits.server";
import { loadSurveyResults, partOf, type ResultsRequest } from "./load-survey-results.server";
import { LongWork } from "./long-work.server";
import { batchesSince } from "./published-batches";
import type { ReadingProgress } from "./reading-progress";
import { createFrame } from "./response-frame";

const MONTH = "2026-05".length;

interface RecordsRequest {
  viewer: Viewer;
  survey: { id: number; versionId: number };
  asOf: string;
  /** Instant from which responses enter the figures batch by batch, as in the results (`batchesSince`). */
  since: string | null;
  timeZone: string;
}

/** Records with what else is known of each, in the same order. */
export interface AnalysisRecords extends Pick<Analysis, "frame" | "channels" | "months"> {
  /** Internal numbers, which never leave. */
  ids: number[];
}

/** What pages of the analysts' room ask: the question, of which results, and the forms that count as flagged in it. */
export interface AnalysisRequest {
  results: ResultsRequest;
  question: AnalysisQuestion;
  /** Internal numbers of the responses that a quality rule flags; null where the filter does not ask for it. */
  flagged: readonly number[] | null;
}

/** An analyst looks at one survey from several sides. */
const MOST_KEPT = 2;
const recordsOf = new WeakMap<Database, LongWork<AnalysisRecords>>();

/**
 * Answers a question about a survey from its records, which are kept for the next one; null where the viewer may see nothing
 * of the survey. Pages ask `AnalysisRoom`, which has this done in a thread.
 */
export async function loadAnalysis(
  database: Database,
  { results: asked, question, flagged }: AnalysisRequest,
  tell: (progress: ReadingProgress) => void = () => {},
): Promise<AnswerTo<AnalysisQuestion> | null> {
  const { viewer, surveyId, today, timeZone } = asked;
  const results = await loadSurveyResults(database, asked);
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!results || !survey) return null;
  const { id, versionId } = survey;
  const since = batchesSince(survey, { today, timeZone });
  const about = { viewer, survey: { id, versionId }, asOf: results.asOf, since, timeZone };
  const kept = recordsOf.get(database) ?? new LongWork<AnalysisRecords>(MOST_KEPT);
  recordsOf.set(database, kept);
  const key = JSON.stringify([about, await responsesFingerprint(database, id)]);
  const { ids, ...records } = await kept.wait(key, (say) => readAnalysisRecords(database, about, say), tell);
  const isFlagged = flagged && new Set(flagged);
  const analysis: Analysis = {
    ...{ results, ...records, flagged: isFlagged && ids.map((one) => isFlagged.has(one)) },
  };
  const told = { surveyId: id, part: partOf(viewer, survey.owned) };
  return rememberingSplits(database, told, tablesOfQuestion(analysis, question), async (memory) =>
    answerAnalysis({ ...analysis, memory }, question),
  );
}

/** The counted responses of a survey within the viewer's scope. Nothing is masked yet: whoever measures from them masks. */
export async function readAnalysisRecords(
  database: Database,
  { viewer, survey, asOf, since, timeZone }: RecordsRequest,
  tell?: (progress: ReadingProgress) => void,
): Promise<AnalysisRecords> {
  const frame = createFrame(await readVersion(database, survey.versionId));
  const keys = new Map((await readTree(database, asOf)).map((unit) => [unit.id, unit.key]));
  const channels: Channel[] = [];
  const months: string[] = [];
  const ids: number[] = [];
  const days = new DayFinder(timeZone);
  const receive = ({ id, unitId, channel, packed, finishedAt }: PackedRow) => {
    ids.push(id);
    channels.push(channel);
    months.push(dayText(days.dayOf(finishedAt)).slice(0, MONTH));
    frame.addPacked(keys.get(unitId) ?? `#${unitId}`, packed);
  };
  await eachPackedRow(database, viewer, { surveyId: survey.id, since }, receive, tell);
  return { frame, channels, months, ids };
}
