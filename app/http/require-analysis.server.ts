import type { LoaderFunctionArgs } from "@remix-run/node";
import { isAllowed } from "~/access/roles";
import { monthsBetween, profileItems, QUALITY_CHOICES, readAnalysisFilter } from "~/indices/analysis-filter";
import type { AnalysisQuestion, AnswerTo } from "~/indices/analysis-questions";
import { PATIENCE_MS } from "~/indices/reading-progress";
import { sizeView } from "~/indices/size-view";
import type { SurveyResults } from "~/indices/survey-results";
import { UNIT_KINDS } from "~/units/unit-kinds";
import { patiently, requireResults } from "./require-results.server";
import { requireSurvey } from "./require-survey.server";

/**
 * What every page of the analysts' room starts from: the survey, its masked results, the filter in the address and, for
 * views that need them, the records behind it.
 * @throws as {@link requireSurvey} does.
 */
export async function requireAnalysis(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "see-results");
  const { request, context } = asked;
  context.analysis.begin();
  const { results } = await requireResults(request, context, survey.id);
  const address = new URL(request.url).searchParams;
  const maySeeQuality = results.scope === "whole" && isAllowed(viewer.role, "monitor-fieldwork");
  const choices = choicesOf(results, maySeeQuality);
  const { timeZone, province, minimums } = context.settings;
  const asking = { viewer, surveyId: survey.id, today, timeZone, province, minimums };
  const { filter, ignored } = readAnalysisFilter(address, choices);
  const { measures: _measures, bySize, reliability: _reliability, units: _units, ...about } = results;
  return {
    page: {
      survey,
      today,
      tabs,
      choices,
      filter,
      ignored,
      about: { ...about, channels: [], measures: [], sized: { ...sizeView(bySize, "*"), rows: [] } },
    },
    ...{ results, filter, address, request: asking },
    /** What is flagged, for whoever may know it, or how far judging it is. */
    lookAtQuality: () => context.quality.look(asking, PATIENCE_MS),
    /** What the records say to a question; thrown is how far it is (`patiently`). */
    ask: async <Question extends AnalysisQuestion>(question: Question): Promise<AnswerTo<Question>> => {
      const quality = filter.quality && (await context.quality.look(asking, PATIENCE_MS));
      const flagged = quality ? patiently("report" in quality ? { made: quality.report.flaggedIds } : quality) : null;
      return patiently(
        await context.analysis.look({ results: asking, shown: results, question, flagged }, PATIENCE_MS),
      );
    },
  };
}

/** What is common to the pages of the room, as their components get it. */
export type AnalysisPage = Awaited<ReturnType<typeof requireAnalysis>>["page"];

function choicesOf({ survey, asOf, units, channels, questionnaire }: SurveyResults, maySeeQuality: boolean) {
  const kinds = new Set(units.flatMap(({ surveyed, kind }) => (surveyed ? [kind] : [])));
  return {
    units: units.map(({ key, name, depth, place, surveyed }) => ({ key, name, depth, place, surveyed })),
    kinds: UNIT_KINDS.filter((kind) => kinds.has(kind)),
    months: monthsBetween(survey.opensOn, asOf),
    channels: channels.map(({ channel }) => channel),
    profiles: profileItems(questionnaire),
    qualities: maySeeQuality ? QUALITY_CHOICES : [],
  };
}
