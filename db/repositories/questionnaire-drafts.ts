import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Viewer } from "~/access/viewer";
import type { DraftDocument } from "~/questionnaires/draft-document";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "../open-database.server";
import { accounts, draftRevisions, questionnaireDrafts, questionnaireVersions, unitVersions } from "../schema";
import { recordNow } from "./activities";
import { visibleUnits } from "./scope";

/** Earlier states that are kept of a draft, beside the one that it began with. */
const KEPT_REVISIONS = 100;

const creator = alias(accounts, "creator");
const changer = alias(accounts, "changer");

/**
 * The drafts that a viewer may see and change: of bodies in the viewer's own subtree, and for a designer with a sector
 * those of that sector. Reach by sector opens no other body's drafts, as with surveys.
 */
export function visibleDrafts(viewer: Viewer): SQL {
  const ofSector = viewer.sector === null ? sql`` : sql`and sector = ${viewer.sector}`;
  return sql`(select id from questionnaire_drafts
    where owner_unit_id in ${visibleUnits({ ...viewer, sector: null })} ${ofSector})`;
}

export interface NewDraft {
  ownerUnitId: number;
  sector: Sector;
  title: string;
  /** As it was written; a contract file that was taken in stays as its author wrote it. */
  document: object;
  basedOnId: number | null;
  variantName: string | null;
  at: Date;
}

/** Starts a draft. Null: the body or the sector is not the viewer's to write for, and nothing is stored. */
export async function insertDraft(database: Database, viewer: Viewer, draft: NewDraft): Promise<number | null> {
  const { at, document, ...columns } = draft;
  if (viewer.sector !== null && viewer.sector !== draft.sector) return null;
  const by = viewer.accountId || null;
  return database.transaction(
    () => {
      const owner = sql`${draft.ownerUnitId} in ${visibleUnits({ ...viewer, sector: null })}`;
      if (!database.get<{ mine: number }>(sql`select ${owner} as mine`)?.mine) return null;
      const stored = { document: JSON.stringify(document), changedAt: at.toISOString(), changedBy: by };
      const { id } = database
        .insert(questionnaireDrafts)
        .values({ ...columns, ...stored, createdAt: at.toISOString(), createdBy: by })
        .returning({ id: questionnaireDrafts.id })
        .get();
      keepRevision(database, { draftId: id, revision: 1, ...stored });
      return id;
    },
    { behavior: "immediate" },
  );
}

const draftColumns = {
  id: questionnaireDrafts.id,
  sector: questionnaireDrafts.sector,
  title: questionnaireDrafts.title,
  revision: questionnaireDrafts.revision,
  variantName: questionnaireDrafts.variantName,
  basedOnId: questionnaireDrafts.basedOnId,
  ownerUnitId: questionnaireDrafts.ownerUnitId,
  /** Name of the body whose officers write it. */
  ownerName: sql<string>`(select name from ${unitVersions} where ${unitVersions.unitId} = ${questionnaireDrafts.ownerUnitId}
    order by coalesce(${unitVersions.validFrom}, '') desc limit 1)`,
  createdAt: questionnaireDrafts.createdAt,
  createdBy: creator.displayName,
  changedAt: questionnaireDrafts.changedAt,
  changedBy: changer.displayName,
  /** The version that it was made from. */
  base: {
    title: questionnaireVersions.title,
    code: questionnaireVersions.code,
    version: questionnaireVersions.version,
    official: questionnaireVersions.official,
  },
};

function selectDrafts<T extends object>(database: Database, more: T) {
  return database
    .select({ ...draftColumns, ...more })
    .from(questionnaireDrafts)
    .leftJoin(creator, eq(creator.id, questionnaireDrafts.createdBy))
    .leftJoin(changer, eq(changer.id, questionnaireDrafts.changedBy))
    .leftJoin(questionnaireVersions, eq(questionnaireVersions.id, questionnaireDrafts.basedOnId))
    .$dynamic();
}

/** The drafts in the viewer's reach without their documents, the latest changed first. */
export async function listDrafts(database: Database, viewer: Viewer) {
  return selectDrafts(database, {})
    .where(sql`${questionnaireDrafts.id} in ${visibleDrafts(viewer)}`)
    .orderBy(desc(questionnaireDrafts.changedAt), desc(questionnaireDrafts.id))
    .all();
}

/** A draft with its document as JSON, or null where the viewer has none of that id. */
export async function findDraft(database: Database, viewer: Viewer, id: number) {
  const columns = {
    document: questionnaireDrafts.document,
    /** The state that it began with, as its author wrote it. */
    firstDocument: sql<string | null>`(select document from draft_revisions first
      where first.draft_id = ${questionnaireDrafts.id} and first.revision = 1)`,
  };
  return (
    selectDrafts(database, columns)
      .where(and(eq(questionnaireDrafts.id, id), sql`${questionnaireDrafts.id} in ${visibleDrafts(viewer)}`))
      .get() ?? null
  );
}

export type DraftSummary = Awaited<ReturnType<typeof listDrafts>>[number];
export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** What another officer has saved since the state that somebody began to change. */
export interface OtherDraftState {
  /** JSON. */
  document: string;
  revision: number;
  /** Name of the officer, or null. */
  by: string | null;
  at: string;
}

export type DraftSaved =
  | { outcome: "saved"; revision: number }
  | { outcome: "conflict"; theirs: OtherDraftState }
  | { outcome: "missing" };

/**
 * Saves a draft over the revision that the change began from. Where somebody has saved since, nothing is stored and theirs
 * comes back; a save that changes nothing keeps the revision.
 */
export async function saveDraft(
  database: Database,
  viewer: Viewer,
  {
    draftId,
    revision,
    document,
    title,
    at,
  }: {
    draftId: number;
    revision: number;
    document: DraftDocument;
    title: string;
    at: Date;
  },
): Promise<DraftSaved> {
  return database.transaction(
    () => {
      const stored = selectDrafts(database, { document: questionnaireDrafts.document })
        .where(and(eq(questionnaireDrafts.id, draftId), sql`${questionnaireDrafts.id} in ${visibleDrafts(viewer)}`))
        .get();
      if (!stored) return { outcome: "missing" };
      const text = JSON.stringify(document);
      if (stored.document === text && stored.title === title) return { outcome: "saved", revision: stored.revision };
      if (stored.revision !== revision) {
        const { document: theirs, revision: latest, changedBy, changedAt } = stored;
        return { outcome: "conflict", theirs: { document: theirs, revision: latest, by: changedBy, at: changedAt } };
      }
      const next = revision + 1;
      const changed = { document: text, changedAt: at.toISOString(), changedBy: viewer.accountId || null };
      database
        .update(questionnaireDrafts)
        // A designer of one sector writes for no other: the draft would slip out of their own reach.
        .set({ ...changed, title, revision: next, sector: viewer.sector ?? document.sector })
        .where(eq(questionnaireDrafts.id, draftId))
        .run();
      keepRevision(database, { draftId, revision: next, ...changed });
      return { outcome: "saved", revision: next };
    },
    { behavior: "immediate" },
  );
}

function keepRevision(
  database: Database,
  {
    draftId,
    revision,
    document,
    changedAt,
    changedBy,
  }: {
    draftId: number;
    revision: number;
    document: string;
    changedAt: string;
    changedBy: number | null;
  },
): void {
  database.insert(draftRevisions).values({ draftId, revision, document, savedAt: changedAt, savedBy: changedBy }).run();
  database
    .delete(draftRevisions)
    .where(
      and(
        eq(draftRevisions.draftId, draftId),
        // The first says what the draft was made from, byte for byte.
        sql`${draftRevisions.revision} > 1 and ${draftRevisions.revision} <= ${revision - KEPT_REVISIONS}`,
      ),
    )
    .run();
}

/** The states of a draft that are kept, the latest first, without their documents. */
export async function listRevisions(database: Database, viewer: Viewer, draftId: number) {
  return database
    .select({ revision: draftRevisions.revision, at: draftRevisions.savedAt, by: accounts.displayName })
    .from(draftRevisions)
    .leftJoin(accounts, eq(accounts.id, draftRevisions.savedBy))
    .where(and(eq(draftRevisions.draftId, draftId), sql`${draftRevisions.draftId} in ${visibleDrafts(viewer)}`))
    .orderBy(desc(draftRevisions.revision))
    .all();
}

/** The document of one kept state as JSON, or null. */
export async function readRevision(
  database: Database,
  viewer: Viewer,
  { draftId, revision }: { draftId: number; revision: number },
): Promise<string | null> {
  const row = database
    .select({ document: draftRevisions.document })
    .from(draftRevisions)
    .where(
      and(
        eq(draftRevisions.draftId, draftId),
        eq(draftRevisions.revision, revision),
        sql`${draftRevisions.draftId} in ${visibleDrafts(viewer)}`,
      ),
    )
    .get();
  return row?.document ?? null;
}

/** Deletes a draft with all its states. False: the viewer has none of that id. */
export async function deleteDraft(
  database: Database,
  viewer: Viewer,
  { draftId, at }: { draftId: number; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      const gone = database
        .delete(questionnaireDrafts)
        .where(and(eq(questionnaireDrafts.id, draftId), sql`${questionnaireDrafts.id} in ${visibleDrafts(viewer)}`))
        .returning({ title: questionnaireDrafts.title })
        .get();
      if (!gone) return false;
      recordNow(database, {
        at,
        accountId: viewer.accountId,
        kind: "questionnaire.delete-draft",
        detail: { title: gone.title },
      });
      return true;
    },
    { behavior: "immediate" },
  );
}
