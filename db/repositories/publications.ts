import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Viewer } from "~/access/viewer";
import type { Publication } from "~/snapshots/publication";
import type { Database } from "../open-database.server";
import { accounts, publications, questionnaireVersions, snapshots, surveys, surveyUnits, units } from "../schema";
import { recordNow } from "./activities";
import { prepareOnce } from "./prepare-once";
import { ownedSurveys } from "./scope";
import { unitNameOn } from "./units";

const PUBLICATION = {
  id: publications.id,
  surveyId: publications.surveyId,
  snapshotId: publications.snapshotId,
  number: snapshots.number,
  publishedAt: publications.publishedAt,
  note: publications.note,
  withdrawnAt: publications.withdrawnAt,
  withdrawalNote: publications.withdrawalNote,
};

/** What was published of a survey that the viewer runs, by whom, the latest first. */
export async function listPublications(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<(Publication & { by: string | null; withdrawnBy: string | null })[]> {
  const withdrawer = alias(accounts, "withdrawer");
  return database
    .select({ ...PUBLICATION, by: accounts.displayName, withdrawnBy: withdrawer.displayName })
    .from(publications)
    .innerJoin(snapshots, eq(snapshots.id, publications.snapshotId))
    .leftJoin(accounts, eq(accounts.id, publications.publishedBy))
    .leftJoin(withdrawer, eq(withdrawer.id, publications.withdrawnBy))
    .where(and(eq(publications.surveyId, surveyId), sql`${publications.surveyId} in ${ownedSurveys(viewer)}`))
    .orderBy(desc(publications.id))
    .all();
}

/**
 * Shows the public a final snapshot of a survey that the viewer runs, in place of the one that stands, and records it.
 * Only the latest final snapshot is published: an older one is known to be wrong.
 * @returns `outdated` where it is not theirs, not the latest final one, or the one that stands already.
 */
export async function insertPublication(
  database: Database,
  viewer: Viewer,
  { surveyId, snapshotId, note, at }: { surveyId: number; snapshotId: number; note: string; at: Date },
): Promise<"done" | "outdated"> {
  return database.transaction(
    () => {
      const latest = database
        .select({ id: snapshots.id, number: snapshots.number })
        .from(snapshots)
        .where(
          and(
            eq(snapshots.surveyId, surveyId),
            eq(snapshots.kind, "final"),
            sql`${snapshots.surveyId} in ${ownedSurveys(viewer)}`,
          ),
        )
        .orderBy(desc(snapshots.number))
        .get();
      const standing = database.select().from(publications).where(stands(surveyId)).get();
      if (latest?.id !== snapshotId || standing?.snapshotId === snapshotId) return "outdated";
      const accountId = viewer.accountId || null;
      const [instant, { number }] = [at.toISOString(), latest];
      database.update(publications).set({ withdrawnAt: instant, withdrawnBy: accountId }).where(stands(surveyId)).run();
      const values = { surveyId, snapshotId, publishedAt: instant, publishedBy: accountId, note };
      database.insert(publications).values(values).run();
      recordNow(database, { at, accountId, kind: "results.publish", surveyId, detail: { snapshot: number, note } });
      return "done";
    },
    { behavior: "immediate" },
  );
}

/**
 * Takes the published results of a survey that the viewer runs back, with the note that the public reads instead.
 * @returns `outdated` where that publication is not theirs or stands no more.
 */
export async function withdrawPublication(
  database: Database,
  viewer: Viewer,
  { publicationId, note, at }: { publicationId: number; note: string; at: Date },
): Promise<"done" | "outdated"> {
  return database.transaction(
    () => {
      const accountId = viewer.accountId || null;
      const withdrawn = database
        .update(publications)
        .set({ withdrawnAt: at.toISOString(), withdrawnBy: accountId, withdrawalNote: note })
        .where(
          and(
            eq(publications.id, publicationId),
            isNull(publications.withdrawnAt),
            sql`${publications.surveyId} in ${ownedSurveys(viewer)}`,
          ),
        )
        .returning({ surveyId: publications.surveyId, snapshotId: publications.snapshotId })
        .get();
      if (!withdrawn) return "outdated";
      const { surveyId, snapshotId } = withdrawn;
      const taken = database.select().from(snapshots).where(eq(snapshots.id, snapshotId)).get();
      const detail = { snapshot: taken?.number ?? null, note };
      recordNow(database, { at, accountId, kind: "results.withdraw", surveyId, detail });
      return "done";
    },
    { behavior: "immediate" },
  );
}

function stands(surveyId: number) {
  return and(eq(publications.surveyId, surveyId), isNull(publications.withdrawnAt));
}

const markQuery = prepareOnce(({ $client }) => ({
  public: $client
    .prepare(
      `select (select count(*) || '/' || count(withdrawn_at) from publications) || ' ' ||
       coalesce((select group_concat(id || '@' || changed_at) from improvements where published_at is not null), '')`,
    )
    .pluck(),
}));

/** A mark that is another one after anything public was added, changed or taken back: results, and what units answer. */
export function publishedMark(database: Database): string {
  return String(markQuery(database).public.get());
}

/** What stands published of all surveys, by the latest field period: everybody may know, so it needs no scope. */
export async function listPublished(database: Database) {
  return publicQuery(database)
    .where(isNull(publications.withdrawnAt))
    .orderBy(desc(surveys.opensOn), desc(surveys.id))
    .all();
}

/** The latest publication of a survey with its snapshot as it was stored, withdrawn or not; null: there never was one. */
export async function findPublication(database: Database, surveyId: number) {
  return publicQuery(database).where(eq(publications.surveyId, surveyId)).orderBy(desc(publications.id)).get() ?? null;
}

/** A snapshot that stands published, packed as it was stored; null where it does not. */
export async function readPublishedDocument(
  database: Database,
  publicationId: number,
): Promise<{ document: Buffer; hash: string } | null> {
  return (
    database
      .select({ document: snapshots.document, hash: snapshots.hash })
      .from(publications)
      .innerJoin(snapshots, eq(snapshots.id, publications.snapshotId))
      .where(and(eq(publications.id, publicationId), isNull(publications.withdrawnAt)))
      .get() ?? null
  );
}

/** Whether anything stands published at all. */
export async function hasPublished(database: Database): Promise<boolean> {
  return (
    database.select({ id: publications.id }).from(publications).where(isNull(publications.withdrawnAt)).get() !==
    undefined
  );
}

/**
 * The latest survey whose results of a unit stand published, or null. Simulated results are none for a real survey, nor
 * the other way round.
 */
export async function findPublishedUnit(
  database: Database,
  { unitId, simulated }: { unitId: number; simulated: boolean },
): Promise<{ surveyId: number; unitKey: string } | null> {
  return (
    database
      .select({ surveyId: publications.surveyId, unitKey: units.key })
      .from(publications)
      .innerJoin(surveys, eq(surveys.id, publications.surveyId))
      .innerJoin(surveyUnits, eq(surveyUnits.surveyId, publications.surveyId))
      .innerJoin(units, eq(units.id, surveyUnits.unitId))
      .where(and(isNull(publications.withdrawnAt), eq(surveyUnits.unitId, unitId), eq(surveys.simulated, simulated)))
      .orderBy(desc(surveys.opensOn), desc(surveys.id))
      .get() ?? null
  );
}

function publicQuery(database: Database) {
  return database
    .select({
      ...PUBLICATION,
      hash: snapshots.hash,
      versionId: surveys.versionId,
      title: surveys.title,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
      simulated: surveys.simulated,
      sector: questionnaireVersions.sector,
      ownerName: unitNameOn(surveys.ownerUnitId, sql`${surveys.closesOn}`),
    })
    .from(publications)
    .innerJoin(snapshots, eq(snapshots.id, publications.snapshotId))
    .innerJoin(surveys, eq(surveys.id, publications.surveyId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveys.versionId))
    .$dynamic();
}
