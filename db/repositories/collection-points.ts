import { and, asc, eq, gte, inArray, isNull, ne, notInArray, type Placeholder, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Viewer } from "~/access/viewer";
import type { PointUse } from "~/surveys/shared-points";
import type { Lifecycle } from "~/surveys/survey";
import type { Database } from "../open-database.server";
import { collectionPoints, questionnaireVersions, surveyPoints, surveys } from "../schema";
import { isRetiredNow } from "./point-codes";
import { prepareOnce } from "./prepare-once";
import { visibleSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** A collection point with the name that its unit bears on a day. */
export interface PointWithUnit {
  id: number;
  code: string;
  label: string;
  unitId: number;
  unitName: string;
  /** In their normal form; null: not told. */
  openHours: string | null;
  /** Instant when its code was withdrawn; null while it serves. */
  revokedAt: string | null;
}

/** What a citizens' page says of a survey, and by what it is decided whether it takes answers. */
export const PUBLIC_SURVEY = {
  id: surveys.id,
  title: surveys.title,
  status: surveys.status,
  opensOn: surveys.opensOn,
  closesOn: surveys.closesOn,
  closedAt: surveys.closedAt,
  simulated: surveys.simulated,
  versionId: surveys.versionId,
};

const surveysAtPoint = prepareOnce((database) =>
  database
    .select({
      point: pointColumns(sql.placeholder("today")),
      survey: PUBLIC_SURVEY,
      checksum: questionnaireVersions.checksum,
      ownerName: unitNameOn(surveys.ownerUnitId, sql.placeholder("today")),
    })
    .from(collectionPoints)
    .leftJoin(surveyPoints, eq(surveyPoints.pointId, collectionPoints.id))
    .leftJoin(surveys, eq(surveys.id, surveyPoints.surveyId))
    .leftJoin(questionnaireVersions, eq(questionnaireVersions.id, surveys.versionId))
    .where(eq(collectionPoints.code, sql.placeholder("code")))
    .orderBy(sql`${surveys.opensOn} desc`, asc(surveys.id))
    .prepare(),
);

/**
 * The point that bears a code with its surveys in whatever state, the one that opened last first; for anyone: the page
 * behind a printed QR is public. One statement, since every visit and every submission needs it.
 */
export async function findPointByCode(database: Database, code: string, today: string) {
  const rows = surveysAtPoint(database).all({ code, today });
  const [first] = rows;
  if (!first) return null;
  const surveysThere = rows.flatMap(({ survey, checksum, ownerName }) =>
    survey && checksum !== null ? [{ ...survey, checksum, ownerName }] : [],
  );
  return { point: first.point, surveys: surveysThere };
}

function pointColumns(today: string | Placeholder) {
  return {
    id: collectionPoints.id,
    code: collectionPoints.code,
    label: collectionPoints.label,
    unitId: collectionPoints.unitId,
    unitName: unitNameOn(collectionPoints.unitId, today),
    revokedAt: collectionPoints.revokedAt,
  };
}

function pointsQuery(database: Database, today: string | Placeholder) {
  const columns = { ...pointColumns(today), openHours: collectionPoints.openHours };
  return database.select(columns).from(collectionPoints).$dynamic();
}

/** Points of a survey that the viewer may see, by unit name. */
export async function listPointsOfSurvey(
  database: Database,
  viewer: Viewer,
  surveyId: number,
  today: string,
): Promise<PointWithUnit[]> {
  return pointsQuery(database, today)
    .innerJoin(surveyPoints, eq(surveyPoints.pointId, collectionPoints.id))
    .where(
      and(
        eq(surveyPoints.surveyId, surveyId),
        sql`${surveyPoints.surveyId} in ${visibleSurveys(viewer)}`,
        sql`(${collectionPoints.unitId} in ${visibleUnits(viewer)})`,
      ),
    )
    .orderBy(asc(collectionPoints.id))
    .all();
}

/**
 * Surveys, drafts included, that use the first point of units within the viewer's scope and are neither closed nor over,
 * save one survey: what a new survey at those units shares the printed code with.
 */
export async function listUsesOfUnits(
  database: Database,
  viewer: Viewer,
  { today, except }: { today: string; except: number | null },
): Promise<PointUse[]> {
  return database
    .select({
      unitId: collectionPoints.unitId,
      surveyId: surveys.id,
      title: surveys.title,
      status: surveys.status,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
    })
    .from(surveyPoints)
    .innerJoin(collectionPoints, eq(collectionPoints.id, surveyPoints.pointId))
    .innerJoin(surveys, eq(surveys.id, surveyPoints.surveyId))
    .where(
      and(
        sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`,
        sql`${collectionPoints.id} = (select min(id) from collection_points first
          where first.unit_id = ${collectionPoints.unitId} and first.revoked_at is null)`,
        notInArray(surveys.status, ["closed", "finalised"]),
        gte(surveys.closesOn, today),
        except === null ? undefined : ne(surveys.id, except),
      ),
    )
    .orderBy(asc(surveys.opensOn), asc(surveys.id))
    .all();
}

/** A survey at a point, as far as it decides what the point's code leads to. */
export interface SurveyAtPoint extends Lifecycle {
  id: number;
  title: string;
}

/** All surveys at each point of a survey that the viewer may see, by point: what the citizens' page chooses from. */
export async function listSurveysAtPointsOf(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<Map<number, SurveyAtPoint[]>> {
  const here = alias(surveyPoints, "here");
  const rows = database
    .select({
      pointId: surveyPoints.pointId,
      id: surveys.id,
      title: surveys.title,
      status: surveys.status,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
    })
    .from(here)
    .innerJoin(surveyPoints, eq(surveyPoints.pointId, here.pointId))
    .innerJoin(surveys, eq(surveys.id, surveyPoints.surveyId))
    .innerJoin(collectionPoints, eq(collectionPoints.id, surveyPoints.pointId))
    .where(
      and(
        eq(here.surveyId, surveyId),
        sql`${here.surveyId} in ${visibleSurveys(viewer)}`,
        sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`,
      ),
    )
    .orderBy(sql`${surveys.opensOn} desc`, asc(surveys.id))
    .all();
  const byPoint = new Map<number, SurveyAtPoint[]>();
  for (const { pointId, ...survey } of rows) byPoint.set(pointId, [...(byPoint.get(pointId) ?? []), survey]);
  return byPoint;
}

/** First point in service of each unit that has one; a survey re-uses it, since its paper hangs on the wall already. */
export function pointsOfUnitsNow(database: Database, unitIds: readonly number[]): Map<number, number> {
  const rows = database
    .select({ unitId: collectionPoints.unitId, id: sql<number>`min(${collectionPoints.id})` })
    .from(collectionPoints)
    .where(and(inArray(collectionPoints.unitId, [...unitIds]), isNull(collectionPoints.revokedAt)))
    .groupBy(collectionPoints.unitId)
    .all();
  return new Map(rows.map((row) => [row.unitId, row.id]));
}

/** Adds a point inside the caller's transaction; null when the code is or was taken, for the caller to draw another. */
export function insertPointNow(
  database: Database,
  point: { unitId: number; code: string; label: string; createdAt: string; openHours?: string | null },
): number | null {
  if (isRetiredNow(database, point.code)) return null;
  const row = database
    .insert(collectionPoints)
    .values(point)
    .onConflictDoNothing({ target: collectionPoints.code })
    .returning({ id: collectionPoints.id })
    .get();
  return row?.id ?? null;
}
