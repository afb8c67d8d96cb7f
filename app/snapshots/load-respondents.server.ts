import { setImmediate } from "node:timers/promises";
import type { Viewer } from "~/access/viewer";
import { readAnalysisRecords } from "~/indices/load-analysis.server";
import { type RespondentIndices, respondentIndices } from "~/indices/respondent-indices";
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
  const found: RespondentIndices[] = [];
  for (const one of respondentIndices({ results, ...records, flagged: null })) {
    found.push(one);
    await setImmediate();
  }
  return found;
}
