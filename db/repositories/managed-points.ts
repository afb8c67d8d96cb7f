import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { NewPoint, PointChanges, PointRevision, PointsOutcome } from "~/collection-points/point-changes";
import type { Database } from "../open-database.server";
import { collectionPoints, surveyPoints, surveys, units } from "../schema";
import { recordNow } from "./activities";
import { insertPointNow } from "./collection-points";
import { visibleSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** A point of one of a survey's units, whether or not the survey takes answers there. */
export interface ManagedPoint {
  id: number;
  code: string;
  label: string;
  openHours: string | null;
  revoked: boolean;
  unitId: number;
  unitKey: string;
  unitName: string;
  inSurvey: boolean;
}

/** Every point of a survey's units within the viewer's scope. */
export async function listManagedPoints(
  database: Database,
  viewer: Viewer,
  surveyId: number,
  today: string,
): Promise<ManagedPoint[]> {
  return database
    .select({
      id: collectionPoints.id,
      code: collectionPoints.code,
      label: collectionPoints.label,
      openHours: collectionPoints.openHours,
      revoked: sql<boolean>`${collectionPoints.revokedAt} is not null`.mapWith(Boolean),
      unitId: collectionPoints.unitId,
      unitKey: units.key,
      unitName: unitNameOn(collectionPoints.unitId, today),
      inSurvey: sql<boolean>`${surveyPoints.pointId} is not null`.mapWith(Boolean),
    })
    .from(collectionPoints)
    .innerJoin(units, eq(units.id, collectionPoints.unitId))
    .leftJoin(surveyPoints, and(eq(surveyPoints.pointId, collectionPoints.id), eq(surveyPoints.surveyId, surveyId)))
    .where(sql`${collectionPoints.unitId} in ${manageableUnits(viewer, surveyId)}`)
    .orderBy(asc(collectionPoints.id))
    .all();
}

/** Units of a survey where the viewer may manage points, with their stable keys. */
export async function listManagedUnits(database: Database, viewer: Viewer, surveyId: number, today: string) {
  return database
    .select({ id: units.id, key: units.key, name: unitNameOn(units.id, today) })
    .from(units)
    .where(sql`${units.id} in ${manageableUnits(viewer, surveyId)}`)
    .all();
}

function manageableUnits(viewer: Viewer, surveyId: number) {
  return sql`(select unit_id from survey_units where survey_id = ${surveyId}
    and survey_id in ${visibleSurveys(viewer)} and unit_id in ${visibleUnits(viewer)})`;
}

class Refused extends Error {
  constructor(readonly outcome: Exclude<PointsOutcome, "done">) {
    super(outcome);
  }
}

/** Makes and changes points of a survey's units within the viewer's scope, all of them or none. */
export async function changePoints(
  database: Database,
  viewer: Viewer,
  { surveyId, additions, revisions }: PointChanges,
  { now, drawCode }: { now: Date; drawCode: () => string },
): Promise<PointsOutcome> {
  if (additions.length === 0 && revisions.length === 0) return "done";
  try {
    database.transaction(
      () => {
        requireScope(database, viewer, surveyId, { additions, revisions });
        const named = revisions.filter(({ label }) => label !== undefined).map(({ pointId }) => pointId);
        for (const revision of revisions) revise(database, surveyId, revision);
        for (const { inSurvey, ...point } of additions) {
          const pointId = addNow(database, point, { now, drawCode });
          named.push(pointId);
          if (inSurvey) setInSurvey(database, surveyId, pointId, true);
        }
        requireDistinctNames(database, named);
        const detail = { added: additions.length, changed: revisions.length };
        recordNow(database, { at: now, accountId: viewer.accountId, kind: "points.change", surveyId, detail });
      },
      { behavior: "immediate" },
    );
    return "done";
  } catch (problem) {
    if (problem instanceof Refused) return problem.outcome;
    throw problem;
  }
}

function requireScope(
  database: Database,
  viewer: Viewer,
  surveyId: number,
  { additions, revisions }: Omit<PointChanges, "surveyId">,
): void {
  const unitIds = new Set(
    database
      .select({ id: units.id })
      .from(units)
      .where(sql`${units.id} in ${manageableUnits(viewer, surveyId)}`)
      .all()
      .map(({ id }) => id),
  );
  const points = database
    .select()
    .from(collectionPoints)
    .where(inArray(collectionPoints.unitId, [...unitIds]))
    .all();
  const pointIds = new Set(points.map(({ id }) => id));
  const allWithin =
    additions.every(({ unitId }) => unitIds.has(unitId)) && revisions.every(({ pointId }) => pointIds.has(pointId));
  if (!allWithin) throw new Refused("outside");
  const moves = [...additions, ...revisions].some(({ inSurvey }) => inSurvey !== undefined);
  const survey = database.select().from(surveys).where(eq(surveys.id, surveyId)).get();
  if (moves && (survey?.status === "closed" || survey?.status === "finalised")) throw new Refused("survey-over");
}

function revise(database: Database, surveyId: number, { pointId, inSurvey, ...fields }: PointRevision): void {
  if (Object.keys(fields).length > 0) {
    database.update(collectionPoints).set(fields).where(eq(collectionPoints.id, pointId)).run();
  }
  if (inSurvey !== undefined) setInSurvey(database, surveyId, pointId, inSurvey);
}

function setInSurvey(database: Database, surveyId: number, pointId: number, inSurvey: boolean): void {
  if (inSurvey) database.insert(surveyPoints).values({ surveyId, pointId }).onConflictDoNothing().run();
  else {
    database
      .delete(surveyPoints)
      .where(and(eq(surveyPoints.surveyId, surveyId), eq(surveyPoints.pointId, pointId)))
      .run();
  }
}

const DRAWS = 20;

function addNow(
  database: Database,
  point: Omit<NewPoint, "inSurvey">,
  { now, drawCode }: { now: Date; drawCode: () => string },
): number {
  for (let draw = 0; draw < DRAWS; draw++) {
    const id = insertPointNow(database, { ...point, code: drawCode(), createdAt: now.toISOString() });
    if (id !== null) return id;
  }
  throw new Error(`no free code for a collection point in ${DRAWS} draws`);
}

/** Two counters of one name could not be told apart on a poster or in a list; withdrawn ones do not count. */
function requireDistinctNames(database: Database, pointIds: readonly number[]): void {
  const named = database.$client.prepare(`
    select 1 from collection_points one join collection_points other
      on other.unit_id = one.unit_id and other.id <> one.id and lower(other.label) = lower(one.label)
    where one.id = ? and one.revoked_at is null and other.revoked_at is null`);
  if (pointIds.some((id) => named.get(id) !== undefined)) throw new Refused("same-name");
}
