import { isOpenByHours } from "~/responses/quality/is-open-by-hours";
import { judgeForms } from "~/responses/quality/judge-forms";
import { levelsReader } from "~/responses/quality/levels-of";
import type { Database } from "~db/open-database.server";
import { eachQualityRow, listPointsOfResponses } from "~db/repositories/quality-rows";
import { listImports } from "~db/repositories/response-imports";
import { listQualityDecisions } from "~db/repositories/response-quality";
import { findQualitySettings } from "~db/repositories/survey-quality";
import { readTree } from "~db/repositories/units";
import { listWaiting } from "~db/repositories/waiting-responses";
import { loadSurveyResults, type ResultsRequest } from "./load-survey-results.server";
import { batchesSince } from "./published-batches";
import type { QualityReport } from "./quality-report";
import type { ReadingProgress } from "./reading-progress";
import { reportQuality, type StoredForm } from "./report-quality";

/** How a caller wants the quality of a survey that the viewer runs. */
export type QualityRequest = ResultsRequest;

/**
 * What the quality rules find in a survey, computed from its packed records; null where the viewer does not run it. Pages ask
 * `QualityReports`, which has this done in a thread.
 * @param tell hears how many responses are read.
 */
export async function loadQuality(
  database: Database,
  request: QualityRequest,
  tell: (progress: ReadingProgress) => void = () => {},
): Promise<QualityReport | null> {
  const { viewer, surveyId, today, timeZone } = request;
  const results = await loadSurveyResults(database, request);
  if (results?.scope !== "whole") return null;
  const forms: StoredForm[] = [];
  await eachQualityRow(database, viewer, surveyId, {
    tell,
    levelsOf: levelsReader(results.questionnaire),
    receive: (form) => forms.push(form),
  });
  const points = await listPointsOfResponses(database, viewer, surveyId, today);
  const settings = await findQualitySettings(database, viewer, surveyId);
  const waiting = await listWaiting(database, { surveyId, since: batchesSince(results.survey, { today, timeZone }) });
  const hours = new Map(points.map(({ id, openHours }) => [id, openHours]));
  const tree = await readTree(database, results.asOf);
  return reportQuality({
    ...{ forms, results, points, settings, timeZone, waiting: new Set(waiting) },
    judged: judgeForms(forms, { settings, isOpen: isOpenByHours(hours, timeZone) }),
    unitKeyOf: new Map(tree.map((unit) => [unit.id, unit.key])),
    imports: await listImports(database, viewer, surveyId),
    decisions: await listQualityDecisions(database, viewer, surveyId),
  });
}
