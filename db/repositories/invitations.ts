import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import {
  collectionPoints,
  invitationBatches,
  invitationCodes,
  questionnaireVersions,
  surveyPoints,
  surveys,
} from "../schema";
import { recordNow } from "./activities";
import { PUBLIC_SURVEY } from "./collection-points";
import { ownedSurveys, visibleSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** A survey's batches belong to the units of their points, and are run from there. */
function batchesWithin(viewer: Viewer, surveyId: number) {
  return and(
    eq(invitationBatches.surveyId, surveyId),
    sql`${invitationBatches.surveyId} in ${visibleSurveys(viewer)}`,
    sql`${invitationBatches.pointId} in (select id from collection_points where unit_id in ${visibleUnits(viewer)})`,
  );
}

export interface NewBatch {
  surveyId: number;
  pointId: number;
  label: string;
  size: number;
  /** Last day on which its codes open; null: as long as the survey. */
  expiresOn: string | null;
}

/**
 * Makes a batch of one-time codes at a point of a survey, whole or not at all. Null when the point is not the survey's or
 * not in the viewer's scope, or the survey takes no answers any more or is still a draft.
 */
export async function insertBatch(
  database: Database,
  viewer: Viewer,
  batch: NewBatch,
  { now, drawCode }: { now: Date; drawCode: () => string },
): Promise<number | null> {
  const { surveyId, pointId, size, label } = batch;
  return database.transaction(
    () => {
      const point = database
        .select({ id: collectionPoints.id })
        .from(collectionPoints)
        .innerJoin(surveyPoints, eq(surveyPoints.pointId, collectionPoints.id))
        .innerJoin(surveys, eq(surveys.id, surveyPoints.surveyId))
        .where(
          and(
            eq(collectionPoints.id, pointId),
            eq(surveys.id, surveyId),
            sql`${surveys.status} in ('open', 'paused')`,
            sql`${surveys.id} in ${visibleSurveys(viewer)}`,
            sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`,
          ),
        )
        .get();
      if (!point) return null;
      const createdBy = viewer.accountId || null;
      const row = database
        .insert(invitationBatches)
        .values({ ...batch, createdAt: now.toISOString(), createdBy })
        .returning({ id: invitationBatches.id })
        .get();
      const insert = database.$client.prepare(
        "insert into invitation_codes (code, batch_id, number) values (?, ?, ?) on conflict (code) do nothing",
      );
      for (let number = 1; number <= size; number++) while (insert.run(drawCode(), row.id, number).changes === 0);
      const detail = { batch: row.id, label, size };
      recordNow(database, { at: now, accountId: viewer.accountId, kind: "invitations.create", surveyId, detail });
      return row.id;
    },
    { behavior: "immediate" },
  );
}

/** Batches of a survey within the viewer's scope, the latest first, with how many codes stand how. */
export async function listBatches(database: Database, viewer: Viewer, surveyId: number, today: string) {
  const inState = (state: string) =>
    sql<number>`(select count(*) from invitation_codes c where c.batch_id = ${invitationBatches.id} and c.state = ${state})`;
  return database
    .select({
      id: invitationBatches.id,
      label: invitationBatches.label,
      size: invitationBatches.size,
      expiresOn: invitationBatches.expiresOn,
      createdAt: invitationBatches.createdAt,
      revokedAt: invitationBatches.revokedAt,
      pointLabel: collectionPoints.label,
      unitName: unitNameOn(collectionPoints.unitId, today),
      used: inState("used"),
      revoked: inState("revoked"),
      owned: sql<boolean>`${invitationBatches.surveyId} in ${ownedSurveys(viewer)}`.mapWith(Boolean),
    })
    .from(invitationBatches)
    .innerJoin(collectionPoints, eq(collectionPoints.id, invitationBatches.pointId))
    .where(batchesWithin(viewer, surveyId))
    .orderBy(desc(invitationBatches.id))
    .all();
}

/** The codes of a batch that nobody has used and nobody took back, by number; that they are taken away is recorded. */
export async function takeUnusedCodes(
  database: Database,
  viewer: Viewer,
  { surveyId, batchId, now, file }: { surveyId: number; batchId: number; now: Date; file: string },
): Promise<{ number: number; code: string }[]> {
  return database.transaction(
    () => {
      const codes = database
        .select({ number: invitationCodes.number, code: invitationCodes.code })
        .from(invitationCodes)
        .innerJoin(invitationBatches, eq(invitationBatches.id, invitationCodes.batchId))
        .where(
          and(
            batchesWithin(viewer, surveyId),
            eq(invitationBatches.id, batchId),
            isNull(invitationBatches.revokedAt),
            eq(invitationCodes.state, "unused"),
          ),
        )
        .orderBy(asc(invitationCodes.number))
        .all();
      if (codes.length > 0) {
        const detail = { batch: batchId, file, codes: codes.length };
        recordNow(database, { at: now, accountId: viewer.accountId, kind: "invitations.take", surveyId, detail });
      }
      return codes;
    },
    { behavior: "immediate" },
  );
}

/** Takes back a batch, or one code of it by its number. False when it is not in scope, used or taken back already. */
export async function revokeInvitations(
  database: Database,
  viewer: Viewer,
  { surveyId, batchId, number, now }: { surveyId: number; batchId: number; number: number | null; now: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      const standing = and(
        batchesWithin(viewer, surveyId),
        eq(invitationBatches.id, batchId),
        isNull(invitationBatches.revokedAt),
      );
      if (!database.select().from(invitationBatches).where(standing).get()) return false;
      const changed =
        number === null
          ? database
              .update(invitationBatches)
              .set({ revokedAt: now.toISOString() })
              .where(eq(invitationBatches.id, batchId))
              .run()
          : database
              .update(invitationCodes)
              .set({ state: "revoked" })
              .where(
                and(
                  eq(invitationCodes.batchId, batchId),
                  eq(invitationCodes.number, number),
                  eq(invitationCodes.state, "unused"),
                ),
              )
              .run();
      if (changed.changes === 0) return false;
      const detail = { batch: batchId, number };
      recordNow(database, { at: now, accountId: viewer.accountId, kind: "invitations.revoke", surveyId, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** What a one-time code opens, for anyone: whoever holds the code is invited. */
export async function findInvitation(database: Database, code: string, today: string) {
  const row = database
    .select({
      state: invitationCodes.state,
      expiresOn: invitationBatches.expiresOn,
      revokedAt: invitationBatches.revokedAt,
      point: {
        id: collectionPoints.id,
        label: collectionPoints.label,
        unitId: collectionPoints.unitId,
        unitName: unitNameOn(collectionPoints.unitId, today),
      },
      survey: PUBLIC_SURVEY,
      checksum: questionnaireVersions.checksum,
      ownerName: unitNameOn(surveys.ownerUnitId, today),
    })
    .from(invitationCodes)
    .innerJoin(invitationBatches, eq(invitationBatches.id, invitationCodes.batchId))
    .innerJoin(collectionPoints, eq(collectionPoints.id, invitationBatches.pointId))
    .innerJoin(surveys, eq(surveys.id, invitationBatches.surveyId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveys.versionId))
    .where(eq(invitationCodes.code, code))
    .get();
  if (!row || row.checksum === null) return null;
  return { ...row, checksum: row.checksum };
}
