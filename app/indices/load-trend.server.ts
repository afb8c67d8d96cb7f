import { linkedItems, stepsBetween } from "~/questionnaires/linked-items";
import { scoredItems } from "~/questionnaires/questionnaire";
import { readVersion } from "~/questionnaires/read-version.server";
import { lastFieldDay } from "~/surveys/survey";
import { branchOf } from "~/units/branch-of";
import type { Database } from "~db/open-database.server";
import { listVersionSteps } from "~db/repositories/publishing";
import { findSurvey, listSurveys, listSurveyUnitIds } from "~db/repositories/surveys";
import { listLineageEdges, readTree } from "~db/repositories/units";
import { judgeTrend } from "./judge-trend";
import { measureTrendPoint, type TrendRequest } from "./measure-trend-point.server";
import type { Trend } from "./trend";

/** Surveys side by side at most: a series longer than that is no longer read in a table. */
const MOST_SURVEYS = 6;

/**
 * A survey beside the earlier ones whose versions are linked with its own, over linked items only, with old answers in
 * the units of today. Null: no such survey or unit within the viewer's scope.
 */
export async function loadTrend(database: Database, request: TrendRequest): Promise<Trend | null> {
  const { viewer, surveyId, today } = request;
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!survey) return null;
  const day = lastFieldDay(survey, today);
  const tree = await readTree(database, day);
  const surveyed = new Set(await listSurveyUnitIds(database, viewer, surveyId));
  const unit = request.unit === null ? null : tree.find(({ key }) => key === request.unit);
  if (unit === undefined) return null;
  const branch = unit && new Set(branchOf(tree, unit.id));
  const steps = await listVersionSteps(database);
  const earlier = (await listSurveys(database, viewer, today))
    .filter((one) => one.id !== survey.id && one.opensOn < survey.opensOn && one.simulated === survey.simulated)
    .flatMap((one) => {
      const way = stepsBetween(steps, one.versionId, survey.versionId);
      return way ? [{ survey: one, way }] : [];
    })
    .reverse();
  const wanted = earlier.filter(({ survey: one }) => request.with === null || request.with.includes(one.id));
  const shown = wanted.slice(-(MOST_SURVEYS - 1));
  const current = await readVersion(database, survey.versionId);
  const series = await Promise.all(
    shown.map(async (one) => {
      const questionnaire = await readVersion(database, one.survey.versionId);
      const codes = scoredItems(questionnaire).map(({ code }) => code);
      return { survey: one.survey, questionnaire, links: linkedItems(codes, one.way) };
    }),
  );
  const scored = scoredItems(current);
  const common = scored.filter(({ code }) => series.every(({ links }) => links.some(({ to }) => to === code)));
  const all = [
    ...series,
    {
      survey,
      questionnaire: current,
      links: linkedItems(
        scored.map(({ code }) => code),
        [],
      ),
    },
  ];
  const edges = await listLineageEdges(database);
  const namesNow = new Map(tree.map(({ id, name }) => [id, name]));
  const kept = new Set(common.map(({ code }) => code));
  const measured = [];
  for (const one of all) {
    const links = one.links.filter(({ to }) => kept.has(to));
    measured.push(await measureTrendPoint(database, request, { ...one, links, day, edges, branch, namesNow }));
  }
  return judgeTrend(measured, {
    ...{ common, series, unit },
    units: tree.filter(({ id }) => surveyed.has(id)).map(({ key, name }) => ({ key, name })),
    unlinked: scored.filter(({ code }) => !kept.has(code)).map(({ text }) => text.vi),
    choices: earlier.map(({ survey: { id, title, opensOn } }) => ({
      ...{ id, title, opensOn },
      chosen: shown.some((one) => one.survey.id === id),
    })),
  });
}
