import type { Database } from "~db/open-database.server";
import { type ChannelIndices, channelIndices } from "./channel-indices";
import type { ResultsRequest } from "./load-survey-results.server";
import { ALL_UNITS } from "./measure-groups";
import { measureSurvey } from "./measure-survey.server";
import { batchesSince } from "./published-batches";
import { measuresOf, type SurveyResults } from "./survey-results";

/** Indices by channel of the responses that results within the viewer's scope are made of, masked beside them. */
export async function loadChannelIndices(
  database: Database,
  { viewer, surveyId, today, timeZone }: ResultsRequest,
  results: SurveyResults,
): Promise<ChannelIndices[]> {
  const { questionnaire, survey, minimums, channels } = results;
  const since = batchesSince(survey, { today, timeZone });
  const asked = { viewer, surveyId, questionnaire, since, unitKeys: new Map(), groups: [] };
  const measured = await measureSurvey(database, asked);
  const [all] = measured.groups;
  if (!all) return [];
  return channelIndices({
    ...{ questionnaire, all, channels: measured.channels, minimums },
    published: { measures: measuresOf(results, ALL_UNITS), channels },
  });
}
