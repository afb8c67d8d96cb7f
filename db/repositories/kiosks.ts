import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { collectionPoints, kiosks, retiredCodes, surveyPoints } from "../schema";
import { prepareOnce } from "./prepare-once";
import { ownedSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** A point at which a tablet can stand. */
export interface KioskPoint {
  id: number;
  code: string;
  label: string;
  unitName: string;
}

/** A tablet that the server trusts. */
export interface KnownKiosk {
  id: number;
  pointId: number;
  pointCode: string;
}

export type EnrolmentOutcome = "enrolled" | "unknown" | "used" | "expired" | "revoked";

/** Points in the viewer's scope that serve, by unit and label. */
export async function listPointsInScope(database: Database, viewer: Viewer, today: string): Promise<KioskPoint[]> {
  return database
    .select({
      id: collectionPoints.id,
      code: collectionPoints.code,
      label: collectionPoints.label,
      unitName: unitNameOn(collectionPoints.unitId, today),
    })
    .from(collectionPoints)
    .where(and(inScope(viewer), isNull(collectionPoints.revokedAt)))
    .orderBy(asc(sql`4`), asc(collectionPoints.label))
    .all();
}

/** Tablets at points in the viewer's scope, by unit, point and label. */
export async function listKiosks(database: Database, viewer: Viewer, today: string) {
  return database
    .select({
      id: kiosks.id,
      label: kiosks.label,
      unitName: unitNameOn(collectionPoints.unitId, today),
      pointLabel: collectionPoints.label,
      pointCode: collectionPoints.code,
      enrolmentExpiresAt: kiosks.enrolmentExpiresAt,
      tokenHash: kiosks.tokenHash,
      lastSeenAt: kiosks.lastSeenAt,
      queueLength: kiosks.queueLength,
      revokedAt: kiosks.revokedAt,
    })
    .from(kiosks)
    .innerJoin(collectionPoints, eq(collectionPoints.id, kiosks.pointId))
    .where(inScope(viewer))
    .orderBy(asc(sql`3`), asc(collectionPoints.label), asc(kiosks.label), asc(kiosks.id))
    .all();
}

/** Tablets at points of a survey that the viewer runs that told of unsent forms when they were last seen, and how many. */
export async function countFormsOnTablets(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<{ tablets: number; forms: number }> {
  const row = database
    .select({ tablets: sql<number>`count(*)`, forms: sql<number>`coalesce(sum(${kiosks.queueLength}), 0)` })
    .from(kiosks)
    .innerJoin(surveyPoints, eq(surveyPoints.pointId, kiosks.pointId))
    .where(
      and(
        eq(surveyPoints.surveyId, surveyId),
        sql`${surveyPoints.surveyId} in ${ownedSurveys(viewer)}`,
        sql`${kiosks.queueLength} > 0`,
      ),
    )
    .get();
  return row ?? { tablets: 0, forms: 0 };
}

/** Adds a tablet; null where the viewer sees no such point or its code was withdrawn. */
export async function insertKiosk(
  database: Database,
  viewer: Viewer,
  kiosk: {
    pointId: number;
    label: string;
    enrolmentHash: string;
    enrolmentExpiresAt: string;
    createdAt: string;
  },
  today: string,
): Promise<{ unitName: string } | null> {
  return database.transaction(
    () => {
      const point = database
        .select({ unitName: unitNameOn(collectionPoints.unitId, today) })
        .from(collectionPoints)
        .where(and(eq(collectionPoints.id, kiosk.pointId), inScope(viewer), isNull(collectionPoints.revokedAt)))
        .get();
      if (!point) return null;
      database
        .insert(kiosks)
        .values({ ...kiosk, createdBy: viewer.accountId })
        .run();
      return point;
    },
    { behavior: "immediate" },
  );
}

/** Gives a tablet another one-time code; null where the viewer sees no such tablet that is not revoked. */
export async function renewEnrolment(
  database: Database,
  viewer: Viewer,
  kioskId: number,
  enrolment: { enrolmentHash: string; enrolmentExpiresAt: string },
  today: string,
): Promise<{ label: string; unitName: string } | null> {
  return database.transaction(
    () => {
      const changed = database
        .update(kiosks)
        .set(enrolment)
        .where(and(eq(kiosks.id, kioskId), isNull(kiosks.revokedAt), pointInScope(viewer)))
        .run().changes;
      if (changed === 0) return null;
      const named = database
        .select({ label: kiosks.label, unitName: unitNameOn(collectionPoints.unitId, today) })
        .from(kiosks)
        .innerJoin(collectionPoints, eq(collectionPoints.id, kiosks.pointId))
        .where(eq(kiosks.id, kioskId))
        .get();
      return named ?? null;
    },
    { behavior: "immediate" },
  );
}

/** Ends the trust in a tablet. False where the viewer sees no such tablet, or it was revoked before. */
export async function revokeKiosk(database: Database, viewer: Viewer, kioskId: number, now: string): Promise<boolean> {
  const changed = database
    .update(kiosks)
    .set({ revokedAt: now, tokenHash: null })
    .where(and(eq(kiosks.id, kioskId), isNull(kiosks.revokedAt), pointInScope(viewer)))
    .run();
  return changed.changes > 0;
}

/** Spends a one-time code. Whoever types it is trusted from then on, in place of the tablet that was before. */
export async function enrol(
  database: Database,
  { enrolmentHash, tokenHash, now }: { enrolmentHash: string; tokenHash: string; now: string },
): Promise<
  { outcome: "enrolled"; pointCode: string } | { outcome: Exclude<EnrolmentOutcome, "enrolled">; pointCode?: never }
> {
  return database.transaction(
    () => {
      const kiosk = database
        .select({
          id: kiosks.id,
          expiresAt: kiosks.enrolmentExpiresAt,
          revokedAt: kiosks.revokedAt,
          pointCode: collectionPoints.code,
        })
        .from(kiosks)
        .innerJoin(collectionPoints, eq(collectionPoints.id, kiosks.pointId))
        .where(eq(kiosks.enrolmentHash, enrolmentHash))
        .get();
      if (!kiosk) return { outcome: "unknown" };
      if (kiosk.revokedAt !== null) return { outcome: "revoked" };
      if (kiosk.expiresAt === null) return { outcome: "used" };
      if (kiosk.expiresAt <= now) return { outcome: "expired" };
      database
        .update(kiosks)
        .set({ tokenHash, enrolmentExpiresAt: null, enrolledAt: now, lastSeenAt: now, queueLength: null })
        .where(eq(kiosks.id, kiosk.id))
        .run();
      return { outcome: "enrolled", pointCode: kiosk.pointCode };
    },
    { behavior: "immediate" },
  );
}

const tabletQueries = prepareOnce((database) => ({
  byToken: database
    .select({ id: kiosks.id, pointId: kiosks.pointId, pointCode: collectionPoints.code })
    .from(kiosks)
    .innerJoin(collectionPoints, eq(collectionPoints.id, kiosks.pointId))
    .where(and(eq(kiosks.tokenHash, sql.placeholder("tokenHash")), isNull(kiosks.revokedAt)))
    .prepare(),
}));

/** The tablet that holds a token, for the tablet itself: the token is its scope. */
export async function findKioskByToken(database: Database, tokenHash: string): Promise<KnownKiosk | null> {
  return tabletQueries(database).byToken.get({ tokenHash }) ?? null;
}

/** Whether a point bore a code before its present one; forms that waited on a tablet may still be addressed to it. */
export async function isFormerCode(database: Database, pointId: number, code: string): Promise<boolean> {
  const borne = and(eq(retiredCodes.pointId, pointId), eq(retiredCodes.code, code));
  return database.select({ code: retiredCodes.code }).from(retiredCodes).where(borne).get() !== undefined;
}

/** Notes that a tablet was heard of, and how many forms wait on it. */
export async function noteHeartbeat(
  database: Database,
  kioskId: number,
  { now, queueLength }: { now: string; queueLength: number },
): Promise<void> {
  database.update(kiosks).set({ lastSeenAt: now, queueLength }).where(eq(kiosks.id, kioskId)).run();
}

function inScope(viewer: Viewer) {
  return sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`;
}

function pointInScope(viewer: Viewer) {
  return sql`${kiosks.pointId} in (select id from collection_points where unit_id in ${visibleUnits(viewer)})`;
}
