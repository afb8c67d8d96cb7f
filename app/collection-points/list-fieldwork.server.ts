import type { Viewer } from "~/access/viewer";
import { addDays, dayOf } from "~/i18n/dates";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { batchesSince } from "~/indices/published-batches";
import { withheldPoints } from "~/indices/withheld-points";
import type { MonitorRequest } from "~/surveys/load-monitor.server";
import { runsFieldwork } from "~/surveys/runs-fieldwork";
import { byName } from "~/units/tree-order";
import type { Database } from "~db/open-database.server";
import { listPointsOfSurvey, listSurveysAtPointsOf } from "~db/repositories/collection-points";
import { countByPoint, countPublishedByPoint } from "~db/repositories/responses";
import { countUnmetVisits } from "~db/repositories/unmet-visits";
import { groupCode, pointAddress } from "./code";
import type { FieldworkPoint } from "./fieldwork-point";
import { whatCodeOpens } from "./what-code-opens";

/** Scans that met no form are told for so many days back: what hangs wrong today, not what hung wrong last year. */
const UNMET_DAYS = 30;

/** Which survey's points are listed, on which day, and how its results are published. */
export interface FieldworkRequest extends MonitorRequest {
  publicUrl: string;
}

/**
 * The points of a survey that the viewer may see, by name of their units, and how many answers came: at this minute for
 * whoever runs the fieldwork, for everybody else in batches and masked as the results are.
 */
export async function listFieldwork(
  database: Database,
  viewer: Viewer,
  { survey, today, publicUrl, settings }: FieldworkRequest,
): Promise<{ points: FieldworkPoint[] }> {
  const counts = runsFieldwork(viewer, survey)
    ? new Map((await countByPoint(database, viewer, survey.id)).map((row) => [row.pointId, row]))
    : await publishedCounts(database, viewer, { survey, today, settings });
  const surveysAt = await listSurveysAtPointsOf(database, viewer, survey.id);
  const unmet = await countUnmetVisits(database, viewer, survey.id, addDays(today, -UNMET_DAYS));
  const named = (await listPointsOfSurvey(database, viewer, survey.id, today)).map((point) => ({
    ...point,
    // Of a unit's points by their label: "Quầy 2" before "Quầy 10".
    name: `${point.unitName} ${point.label}`,
  }));
  const points = named.sort(byName).map((point) => {
    const count = counts.get(point.id);
    return {
      id: point.id,
      unitId: point.unitId,
      unitName: point.unitName,
      label: point.label,
      code: groupCode(point.code),
      address: pointAddress(publicUrl, point.code),
      opensToday: point.revokedAt ? "mã đã thu hồi" : whatCodeOpens(surveysAt.get(point.id) ?? [], survey.id, today),
      revoked: point.revokedAt !== null,
      openHours: point.openHours,
      responses: count ? count.responses : 0,
      lastDay: count?.last ? dayOf(new Date(count.last), settings.timeZone) : null,
      unmetVisits: unmet.get(point.id) ?? 0,
    };
  });
  return { points };
}

/** By point how many responses are in the results, and the last; nulls where masked. */
async function publishedCounts(
  database: Database,
  viewer: Viewer,
  { survey, today, settings }: MonitorRequest,
): Promise<Map<number | null, { responses: number | null; last: string | null }>> {
  const { timeZone, minimums } = settings;
  const results = await loadSurveyResults(database, { viewer, surveyId: survey.id, today, ...settings });
  const since = batchesSince(survey, { today, timeZone });
  const rows = await countPublishedByPoint(database, viewer, { surveyId: survey.id, since });
  const told = new Set(results?.units.flatMap(({ key, responses }) => (responses === null ? [] : [key])));
  const withheld = withheldPoints(
    rows.map(({ pointId, ...row }) => ({ ...row, point: pointId })),
    { isTold: (key) => told.has(key), minimum: results?.minimums.cell ?? minimums.cell },
  );
  return new Map(
    rows.map(({ pointId, responses, last }) => {
      const masked = pointId === null || withheld.has(pointId);
      return [pointId, masked ? { responses: null, last: null } : { responses, last }];
    }),
  );
}
