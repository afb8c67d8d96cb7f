import { isOpenByHours } from "~/responses/quality/is-open-by-hours";
import { judgeForms } from "~/responses/quality/judge-forms";
import { levelsReader } from "~/responses/quality/levels-of";
import type { Database } from "~db/open-database.server";
import { listImports } from "~db/repositories/response-imports";
import { eachQualityRow, listPointsOfResponses, listQualityDecisions } from "~db/repositories/response-quality";
import { responsesFingerprint } from "~db/repositories/responses";
import { findQualitySettings } from "~db/repositories/survey-quality";
import { readTree } from "~db/repositories/units";
import { listWaiting } from "~db/repositories/waiting-responses";
import { loadSurveyResults, type ResultsRequest } from "./load-survey-results.server";
import { batchesSince } from "./published-batches";
import type { QualityReport } from "./quality-report";
import { reportQuality, type StoredForm } from "./report-quality";

/** How a caller wants the quality of a survey that the viewer runs. */
export interface QualityRequest extends ResultsRequest {
  timeZone: string;
}

const CACHED_REPORTS = 4;
const caches = new WeakMap<Database, Map<string, QualityReport>>();

/**
 * What the quality rules find in a survey; null where the viewer does not run it. Computed from the packed records and kept
 * until a response, a decision or the hours of a point change.
 */
export async function loadQuality(database: Database, request: QualityRequest): Promise<QualityReport | null> {
  const { viewer, surveyId, today, minimums, timeZone } = request;
  const results = await loadSurveyResults(database, request);
  if (results?.scope !== "whole") return null;
  const points = await listPointsOfResponses(database, viewer, surveyId, today);
  const settings = await findQualitySettings(database, viewer, surveyId);
  const fingerprint = await responsesFingerprint(database, surveyId);
  const cache = caches.get(database) ?? new Map<string, QualityReport>();
  caches.set(database, cache);
  const key = JSON.stringify([surveyId, fingerprint, today, minimums, timeZone, points, settings, results.survey]);
  const known = cache.get(key);
  if (known) return known;
  const read = await readForms(database, request, levelsReader(results.questionnaire));
  const waiting = await listWaiting(database, { surveyId, since: batchesSince(results.survey, { today, timeZone }) });
  const hours = new Map(points.map(({ id, openHours }) => [id, openHours]));
  const tree = await readTree(database, results.asOf);
  const report = reportQuality({
    ...read,
    ...{ results, points, settings, timeZone, waiting: new Set(waiting) },
    judged: judgeForms(read.forms, { settings, isOpen: isOpenByHours(hours, timeZone) }),
    unitKeyOf: new Map(tree.map((unit) => [unit.id, unit.key])),
    imports: await listImports(database, viewer, surveyId),
    decisions: await listQualityDecisions(database, viewer, surveyId),
  });
  cache.set(key, report);
  const oldest = cache.keys().next().value;
  if (cache.size > CACHED_REPORTS && oldest !== undefined) cache.delete(oldest);
  return report;
}

async function readForms(
  database: Database,
  { viewer, surveyId }: QualityRequest,
  levelsOf: (packed: string) => string,
): Promise<{ forms: StoredForm[]; packed: string[]; counted: boolean[] }> {
  const read = { forms: [] as StoredForm[], packed: [] as string[], counted: [] as boolean[] };
  await eachQualityRow(database, viewer, surveyId, ({ packed, counted, ...row }) => {
    read.forms.push({ ...row, levels: levelsOf(packed) });
    read.packed.push(packed);
    read.counted.push(counted);
  });
  return read;
}
