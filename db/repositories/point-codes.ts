import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { RetirementReason } from "~/collection-points/retirement";
import type { Database } from "../open-database.server";
import { collectionPoints, retiredCodes } from "../schema";
import { prepareOnce } from "./prepare-once";
import { visibleSurveys, visibleUnits } from "./scope";

const retiredCode = prepareOnce((database) =>
  database
    .select({ pointCode: collectionPoints.code, retiredAt: retiredCodes.retiredAt })
    .from(retiredCodes)
    .innerJoin(collectionPoints, eq(collectionPoints.id, retiredCodes.pointId))
    .where(eq(retiredCodes.code, sql.placeholder("code")))
    .prepare(),
);

/**
 * When a code was withdrawn and what its point bears now, for anyone to find the point: its paper may still hang
 * somewhere. The code in use is not for whoever comes with the old one to see.
 */
export async function findRetiredCode(database: Database, code: string) {
  return retiredCode(database).get({ code }) ?? null;
}

/** Whether a code was ever withdrawn from a point: it is never given again. */
export function isRetiredNow(database: Database, code: string): boolean {
  return database.select().from(retiredCodes).where(eq(retiredCodes.code, code)).get() !== undefined;
}

/** Codes that a point bore, the first one first; for whoever sees the point. */
export async function listRetiredCodes(database: Database, viewer: Viewer, pointId: number) {
  return database
    .select({ code: retiredCodes.code, reason: retiredCodes.reason, retiredAt: retiredCodes.retiredAt })
    .from(retiredCodes)
    .innerJoin(collectionPoints, eq(collectionPoints.id, retiredCodes.pointId))
    .where(and(eq(retiredCodes.pointId, pointId), sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`))
    .orderBy(asc(retiredCodes.retiredAt))
    .all();
}

/** Which point of which survey; both must be within the viewer's sight. */
export interface PointOfSurvey {
  surveyId: number;
  pointId: number;
}

const DRAWS = 20;

/**
 * Gives a point a new code and keeps the old one as retired. Null when the point is not within the viewer's scope, was
 * revoked or no longer bears `oldCode`, so that a form sent twice does it once.
 */
export async function replaceCode(
  database: Database,
  viewer: Viewer,
  change: PointOfSurvey & { oldCode: string; reason: RetirementReason; now: Date; drawCode: () => string },
): Promise<string | null> {
  return database.transaction(
    () => {
      const { pointId, oldCode: code, reason, now, drawCode } = change;
      const standing = and(within(viewer, change), isNull(collectionPoints.revokedAt), eq(collectionPoints.code, code));
      if (!database.select().from(collectionPoints).where(standing).get()) return null;
      const next = freeCode(database, drawCode);
      database.update(collectionPoints).set({ code: next }).where(eq(collectionPoints.id, pointId)).run();
      const retired = { code, pointId, reason, retiredAt: now.toISOString(), retiredBy: viewer.accountId };
      database.insert(retiredCodes).values(retired).run();
      return next;
    },
    { behavior: "immediate" },
  );
}

function freeCode(database: Database, drawCode: () => string): string {
  for (let draw = 0; draw < DRAWS; draw++) {
    const code = drawCode();
    const borne = database.select().from(collectionPoints).where(eq(collectionPoints.code, code)).get();
    if (!borne && !isRetiredNow(database, code)) return code;
  }
  throw new Error(`no free code for a collection point in ${DRAWS} draws`);
}

/** Withdraws a point's code without another in its place. False when it is not in scope or is withdrawn already. */
export async function revokePoint(
  database: Database,
  viewer: Viewer,
  { now, ...point }: PointOfSurvey & { now: Date },
): Promise<boolean> {
  return setRevoked(database, and(within(viewer, point), isNull(collectionPoints.revokedAt)), now.toISOString());
}

/** Lets a withdrawn code serve again. False when it is not in scope or serves already. */
export async function restorePoint(database: Database, viewer: Viewer, point: PointOfSurvey): Promise<boolean> {
  return setRevoked(database, and(within(viewer, point), isNotNull(collectionPoints.revokedAt)), null);
}

function setRevoked(database: Database, where: SQL | undefined, revokedAt: string | null): boolean {
  return database.update(collectionPoints).set({ revokedAt }).where(where).run().changes > 0;
}

function within(viewer: Viewer, { surveyId, pointId }: PointOfSurvey): SQL | undefined {
  return and(
    eq(collectionPoints.id, pointId),
    sql`${collectionPoints.id} in (select point_id from survey_points where survey_id = ${surveyId}
      and survey_id in ${visibleSurveys(viewer)})`,
    sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`,
  );
}
