import type { Viewer } from "~/access/viewer";
import { addDays, dayOf } from "~/i18n/dates";
import { byName } from "~/units/tree-order";
import type { Database } from "~db/open-database.server";
import { listPointsOfSurvey, listSurveysAtPointsOf } from "~db/repositories/collection-points";
import { countByPoint } from "~db/repositories/responses";
import { countUnmetVisits } from "~db/repositories/unmet-visits";
import { groupCode, pointAddress } from "./code";
import { whatCodeOpens } from "./what-code-opens";

/** Scans that met no form are told for so many days back: what hangs wrong today, not what hung wrong last year. */
const UNMET_DAYS = 30;

/** A collection point of a survey with what came from it. */
export interface FieldworkPoint {
  id: number;
  unitId: number;
  unitName: string;
  label: string;
  code: string;
  address: string;
  /** What its code leads to today, in words. */
  opensToday: string;
  revoked: boolean;
  /** In its normal form; null: not told. */
  openHours: string | null;
  /** Null: masked. */
  responses: number | null;
  /** A day and no finer: when somebody answered is personal. */
  lastDay: string | null;
  /** Visits of the last 30 days that met no form. */
  unmetVisits: number;
}

/**
 * The points of a survey that the viewer may see, by name of their units, and how many answers came in all.
 * @param request.cellMinimum counts below it are masked; 0 for whoever runs the fieldwork and needs its counts.
 * @param request.today ISO day in TIME_ZONE.
 */
export async function listFieldwork(
  database: Database,
  viewer: Viewer,
  request: { surveyId: number; today: string; publicUrl: string; timeZone: string; cellMinimum: number },
): Promise<{ points: FieldworkPoint[]; total: number }> {
  const { surveyId, today, publicUrl, timeZone, cellMinimum } = request;
  const counts = new Map((await countByPoint(database, viewer, surveyId)).map((row) => [row.pointId, row]));
  const surveysAt = await listSurveysAtPointsOf(database, viewer, surveyId);
  const unmet = await countUnmetVisits(database, viewer, surveyId, addDays(today, -UNMET_DAYS));
  const named = (await listPointsOfSurvey(database, viewer, surveyId, today)).map((point) => ({
    ...point,
    // Of a unit's points by their label: "Quầy 2" before "Quầy 10".
    name: `${point.unitName} ${point.label}`,
  }));
  const points = named.sort(byName).map((point) => {
    const count = counts.get(point.id);
    const masked = count !== undefined && count.responses < cellMinimum;
    return {
      id: point.id,
      unitId: point.unitId,
      unitName: point.unitName,
      label: point.label,
      code: groupCode(point.code),
      address: pointAddress(publicUrl, point.code),
      opensToday: point.revokedAt ? "mã đã thu hồi" : whatCodeOpens(surveysAt.get(point.id) ?? [], surveyId, today),
      revoked: point.revokedAt !== null,
      openHours: point.openHours,
      responses: masked ? null : (count?.responses ?? 0),
      lastDay: count?.last && !masked ? dayOf(new Date(count.last), timeZone) : null,
      unmetVisits: unmet.get(point.id) ?? 0,
    };
  });
  return { points, total: [...counts.values()].reduce((sum, row) => sum + row.responses, 0) };
}
