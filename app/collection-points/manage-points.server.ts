import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { changePoints, listManagedPoints, listManagedUnits } from "~db/repositories/managed-points";
import { drawCode } from "./draw-code.server";
import type { NewPoint, PointRevision, PointsOutcome } from "./point-changes";
import { sameLabel } from "./point-label";
import type { NewPointsOrder } from "./read-new-points";

interface Where {
  surveyId: number;
  /** ISO day in TIME_ZONE. */
  today: string;
  now: Date;
}

/** What an order of new points came to: made, brought into the survey from before, and there already. */
export interface Added {
  added: number;
  broughtIn: number;
  present: number;
}

/**
 * Adds points by name at units of a survey. A unit that has a point of the name already keeps it, and it comes into the
 * survey where it is not; so the same order twice adds nothing.
 */
export async function addPoints(
  database: Database,
  viewer: Viewer,
  where: Where,
  { unitIds, labels, openHours }: NewPointsOrder,
): Promise<{ outcome: PointsOutcome; added: Added }> {
  const { surveyId, today, now } = where;
  const existing = (await listManagedPoints(database, viewer, surveyId, today)).filter(({ revoked }) => !revoked);
  const wanted = unitIds ?? (await listManagedUnits(database, viewer, surveyId, today)).map(({ id }) => id);
  const additions: NewPoint[] = [];
  const revisions: PointRevision[] = [];
  let present = 0;
  for (const unitId of new Set(wanted)) {
    const there = existing.filter((point) => point.unitId === unitId);
    for (const label of labels) {
      const known = there.find((point) => sameLabel(point.label, label));
      if (!known) additions.push({ unitId, label, openHours, inSurvey: true });
      else if (!known.inSurvey) revisions.push({ pointId: known.id, inSurvey: true });
      else present++;
    }
  }
  const outcome = await changePoints(database, viewer, { surveyId, additions, revisions }, { now, drawCode });
  return { outcome, added: { added: additions.length, broughtIn: revisions.length, present } };
}

/** Changes points of a survey's units: names, hours, whether the survey takes answers there. */
export function revisePoints(
  database: Database,
  viewer: Viewer,
  { surveyId, now }: Where,
  revisions: readonly PointRevision[],
): Promise<PointsOutcome> {
  return changePoints(database, viewer, { surveyId, additions: [], revisions }, { now, drawCode });
}

/** What is said where points could not be changed. */
export const POINTS_REFUSALS: Readonly<Record<Exclude<PointsOutcome, "done">, { status: number; message: string }>> = {
  outside: {
    status: 404,
    message: "Có điểm hoặc đơn vị không thuộc đợt này hay phạm vi của tài khoản. Không điểm nào đổi.",
  },
  "survey-over": { status: 409, message: "Đợt đã đóng: không đưa thêm điểm vào hay đưa điểm ra được nữa." },
  "same-name": { status: 422, message: "Một đơn vị có hai điểm trùng tên. Đặt tên khác. Không điểm nào đổi." },
};
