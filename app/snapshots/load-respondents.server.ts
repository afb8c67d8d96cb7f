import { setImmediate } from "node:timers/promises";
import type { Viewer } from "~/access/viewer";
import { profileItems } from "~/indices/analysis-filter";
import { rememberingSplits } from "~/indices/kept-splits.server";
import { readAnalysisRecords } from "~/indices/load-analysis.server";
import { partOf } from "~/indices/load-survey-results.server";
import { OVERALL, type RespondentIndices, respondentIndices } from "~/indices/respondent-indices";
import { tablesOf } from "~/indices/split-memory";
import type { SurveyResults } from "~/indices/survey-results";
import type { Database } from "~db/open-database.server";

/**
 * Indices by what respondents say of themselves (methodology, A.9): read from the records, which no page of results waits for.
 * Requests of others are answered between two questions.
 */
export async function loadRespondents(
  database: Database,
  viewer: Viewer,
  results: SurveyResults,
  { versionId, since, timeZone }: { versionId: number; since: string | null; timeZone: string },
): Promise<RespondentIndices[]> {
  if (results.responses === 0) return [];
  const survey = { id: results.survey.id, versionId };
  const about = { viewer, survey, asOf: results.asOf, since, timeZone };
  const records = await readAnalysisRecords(database, about);
  const told = { surveyId: survey.id, part: partOf(viewer, results.scope === "whole") };
  const tables = profileItems(results.questionnaire).flatMap(({ code }) => tablesOf([code], OVERALL));
  return rememberingSplits(database, told, tables, async (memory) => {
    const found: RespondentIndices[] = [];
    for (const one of respondentIndices({ results, ...records, flagged: null, memory })) {
      found.push(one);
      await setImmediate();
    }
    return found;
  });
}
