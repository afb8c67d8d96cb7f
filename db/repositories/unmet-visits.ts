import { and, eq, gte, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { UnmetOutcome } from "~/collection-points/unmet-visit";
import type { Database } from "../open-database.server";
import { collectionPoints, surveyPoints, unmetVisits } from "../schema";
import { visibleSurveys, visibleUnits } from "./scope";

/** Counts one visit to a point that met no form. */
export async function addUnmetVisit(
  database: Database,
  visit: { pointId: number; day: string; outcome: UnmetOutcome },
): Promise<void> {
  database
    .insert(unmetVisits)
    .values({ ...visit, visits: 1 })
    .onConflictDoUpdate({
      target: [unmetVisits.pointId, unmetVisits.day, unmetVisits.outcome],
      set: { visits: sql`${unmetVisits.visits} + 1` },
    })
    .run();
}

/**
 * Visits that met no form, by point, at the points of a survey that the viewer may see.
 * @param since ISO day in TIME_ZONE, included.
 */
export async function countUnmetVisits(
  database: Database,
  viewer: Viewer,
  surveyId: number,
  since: string,
): Promise<Map<number, number>> {
  const rows = database
    .select({ pointId: unmetVisits.pointId, visits: sql<number>`sum(${unmetVisits.visits})` })
    .from(unmetVisits)
    .innerJoin(surveyPoints, eq(surveyPoints.pointId, unmetVisits.pointId))
    .innerJoin(collectionPoints, eq(collectionPoints.id, unmetVisits.pointId))
    .where(
      and(
        eq(surveyPoints.surveyId, surveyId),
        gte(unmetVisits.day, since),
        sql`${surveyPoints.surveyId} in ${visibleSurveys(viewer)}`,
        sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`,
      ),
    )
    .groupBy(unmetVisits.pointId)
    .all();
  return new Map(rows.map((row) => [row.pointId, row.visits]));
}
