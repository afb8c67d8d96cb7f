import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Succession } from "~/surveys/carry-units";
import type { Database } from "../open-database.server";
import { collectionPoints, surveyPlans, surveyPoints, surveys, unitLineage } from "../schema";
import { ownedSurveys } from "./scope";

/** What a survey that the viewer runs hands on beside its units: sizes' formula, plan, and its points that still serve. */
export async function readCopySource(database: Database, viewer: Viewer, surveyId: number) {
  const source = database
    .select({ samplingPlan: surveys.samplingPlan, plan: surveyPlans.document })
    .from(surveys)
    .leftJoin(surveyPlans, eq(surveyPlans.surveyId, surveys.id))
    .where(and(eq(surveys.id, surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
    .get();
  if (!source) return null;
  const rows = database
    .select({ unitId: collectionPoints.unitId, pointId: collectionPoints.id })
    .from(surveyPoints)
    .innerJoin(collectionPoints, eq(collectionPoints.id, surveyPoints.pointId))
    .where(and(eq(surveyPoints.surveyId, surveyId), isNull(collectionPoints.revokedAt)))
    .orderBy(asc(collectionPoints.id))
    .all();
  const points = new Map<number, number[]>();
  for (const { unitId, pointId } of rows) points.set(unitId, [...(points.get(unitId) ?? []), pointId]);
  return { ...source, points };
}

/** Which unit went on in which others up to a day; the tree is public and needs no scope. */
export async function listSuccessions(database: Database, today: string): Promise<Succession[]> {
  return database
    .select({ oldUnitId: unitLineage.oldUnitId, newUnitId: unitLineage.newUnitId })
    .from(unitLineage)
    .where(sql`${unitLineage.effectiveOn} <= ${today}`)
    .orderBy(asc(unitLineage.effectiveOn))
    .all();
}

/** Surveys that the viewer runs and that ask with one of several versions, the latest first. */
export async function listSurveysOfVersions(database: Database, viewer: Viewer, versionIds: readonly number[]) {
  return database
    .select({
      id: surveys.id,
      title: surveys.title,
      status: surveys.status,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
      answered: sql<boolean>`exists (select 1 from responses where survey_id = surveys.id)`.mapWith(Boolean),
    })
    .from(surveys)
    .where(and(inArray(surveys.versionId, [...versionIds]), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
    .orderBy(desc(surveys.opensOn), desc(surveys.id))
    .all();
}
