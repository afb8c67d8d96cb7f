import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { accounts, collectionPoints, paperBatches, paperEntries, surveyPoints, surveys } from "../schema";
import { recordNow } from "./activities";
import { type NewResponse, replaceKeyedNow, storeNow } from "./responses";
import { ownedSurveys, visibleSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

export type PaperEntry = typeof paperEntries.$inferSelect & { enteredByName: string | null };
export type PaperBatch = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

function batchQuery(database: Database, today: string) {
  return database
    .select({
      id: paperBatches.id,
      surveyId: paperBatches.surveyId,
      pointId: paperBatches.pointId,
      pointLabel: collectionPoints.label,
      unitId: collectionPoints.unitId,
      unitName: unitNameOn(collectionPoints.unitId, today),
      label: paperBatches.label,
      fieldworkOn: paperBatches.fieldworkOn,
      issued: paperBatches.issued,
      returned: paperBatches.returned,
      doubleShare: paperBatches.doubleShare,
      seed: paperBatches.seed,
      state: paperBatches.state,
      createdAt: paperBatches.createdAt,
      survey: {
        versionId: surveys.versionId,
        status: surveys.status,
        opensOn: surveys.opensOn,
        closesOn: surveys.closesOn,
        closedAt: surveys.closedAt,
      },
    })
    .from(paperBatches)
    .innerJoin(surveys, eq(surveys.id, paperBatches.surveyId))
    .innerJoin(collectionPoints, eq(collectionPoints.id, paperBatches.pointId))
    .$dynamic();
}

/** Bundles at points of units in the viewer's scope, and all of a survey that the viewer runs. */
export function batchesInScope(viewer: Viewer) {
  return sql`(${paperBatches.surveyId} in ${ownedSurveys(viewer)} or ${paperBatches.pointId} in
    (select id from collection_points where unit_id in ${visibleUnits(viewer)}))`;
}

/** Bundles of a survey, the latest first. */
export async function listBatches(database: Database, viewer: Viewer, surveyId: number, today: string) {
  return batchQuery(database, today)
    .where(and(eq(paperBatches.surveyId, surveyId), batchesInScope(viewer)))
    .orderBy(desc(paperBatches.id))
    .all();
}

export async function findBatch(
  database: Database,
  viewer: Viewer,
  { surveyId, batchId }: { surveyId: number; batchId: number },
  today: string,
) {
  const one = and(eq(paperBatches.id, batchId), eq(paperBatches.surveyId, surveyId), batchesInScope(viewer));
  return batchQuery(database, today).where(one).get() ?? null;
}

/** What has been keyed of a bundle, by number. */
export async function listEntries(database: Database, viewer: Viewer, batchId: number): Promise<PaperEntry[]> {
  return entriesOf(database, and(eq(paperEntries.batchId, batchId), batchesInScope(viewer)));
}

/** How every form of a survey's bundles has been keyed, without the answers. */
export async function listKeyed(database: Database, viewer: Viewer, surveyId: number) {
  return database
    .select({
      batchId: paperEntries.batchId,
      number: paperEntries.number,
      pass: paperEntries.pass,
      responseId: paperEntries.responseId,
      resolvedAt: paperEntries.resolvedAt,
    })
    .from(paperEntries)
    .innerJoin(paperBatches, eq(paperBatches.id, paperEntries.batchId))
    .where(and(eq(paperBatches.surveyId, surveyId), batchesInScope(viewer)))
    .all();
}

function entriesOf(database: Database, where: ReturnType<typeof and>): PaperEntry[] {
  const keyer = alias(accounts, "keyer");
  return database
    .select({ entry: paperEntries, enteredByName: keyer.displayName })
    .from(paperEntries)
    .innerJoin(paperBatches, eq(paperBatches.id, paperEntries.batchId))
    .leftJoin(keyer, eq(keyer.id, paperEntries.enteredBy))
    .where(where)
    .orderBy(asc(paperEntries.number), asc(paperEntries.pass))
    .all()
    .map(({ entry, enteredByName }) => ({ ...entry, enteredByName }));
}

export interface NewBatch {
  surveyId: number;
  pointId: number;
  label: string;
  fieldworkOn: string;
  issued: number;
  returned: number;
  doubleShare: number;
  seed: string;
}

/** Adds a bundle; null where the viewer sees no such point in the survey. */
export async function insertBatch(
  database: Database,
  viewer: Viewer,
  batch: NewBatch,
  at: Date,
): Promise<number | null> {
  return database.transaction(
    () => {
      const point = database
        .select({ unitId: collectionPoints.unitId })
        .from(surveyPoints)
        .innerJoin(collectionPoints, eq(collectionPoints.id, surveyPoints.pointId))
        .where(
          and(
            eq(surveyPoints.surveyId, batch.surveyId),
            eq(surveyPoints.pointId, batch.pointId),
            sql`${surveyPoints.surveyId} in ${visibleSurveys(viewer)}`,
            sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`,
          ),
        )
        .get();
      if (!point) return null;
      const createdBy = viewer.accountId || null;
      const { id } = database
        .insert(paperBatches)
        .values({ ...batch, createdAt: at.toISOString(), createdBy })
        .returning({ id: paperBatches.id })
        .get();
      const { surveyId, label, issued, returned } = batch;
      const detail = { batch: id, label, issued, returned };
      recordNow(database, { at, accountId: createdBy, kind: "paper.create", surveyId, unitId: point.unitId, detail });
      return id;
    },
    { behavior: "immediate" },
  );
}

export interface NewEntry {
  surveyId: number;
  batchId: number;
  number: number;
  pass: 1 | 2;
  packed: string | null;
  reason: string | null;
}

export type EntryOutcome =
  | { outcome: "stored" }
  /** The number has been keyed: what is there. */
  | { outcome: "taken"; entry: PaperEntry }
  /** The bundle is out of scope or finished, or a second keying came before the first. */
  | { outcome: "absent" };

/**
 * Stores a keyed form, and on the first keying the response that it becomes, whole or not at all. A second keying that
 * equals the first needs nobody to look at the paper.
 */
export async function insertEntry(
  database: Database,
  viewer: Viewer,
  entry: NewEntry,
  { response, at }: { response: NewResponse | null; at: Date },
): Promise<EntryOutcome> {
  return database.transaction(
    (): EntryOutcome => {
      const { surveyId, ...values } = entry;
      const batch = database
        .select({ id: paperBatches.id })
        .from(paperBatches)
        .where(
          and(
            eq(paperBatches.id, entry.batchId),
            eq(paperBatches.surveyId, surveyId),
            eq(paperBatches.state, "entering"),
            batchesInScope(viewer),
          ),
        )
        .get();
      if (!batch) return { outcome: "absent" };
      const keyed = keyingsOf(database, entry.batchId, entry.number);
      const present = keyed.find(({ pass }) => pass === entry.pass);
      if (present) return { outcome: "taken", entry: present };
      const first = keyed.find(({ pass }) => pass === 1);
      if (entry.pass === 2 && !first) return { outcome: "absent" };
      const same = entry.pass === 2 && first?.packed === entry.packed;
      const instant = at.toISOString();
      database
        .insert(paperEntries)
        .values({
          ...values,
          enteredAt: instant,
          enteredBy: viewer.accountId || null,
          responseId: response?.responseId ?? null,
          resolvedAt: same ? instant : null,
        })
        .run();
      if (response && !storeNow(database, response)) throw new Error("the id of a new response is in use");
      return { outcome: "stored" };
    },
    { behavior: "immediate" },
  );
}

function keyingsOf(database: Database, batchId: number, number: number): PaperEntry[] {
  return entriesOf(database, and(eq(paperEntries.batchId, batchId), eq(paperEntries.number, number)));
}

/**
 * Notes what the paper says where two keyings differ, and corrects the response in the same transaction: `packed` are the
 * answers that stand, null where the form is not valid after all. False where nothing waits at the number.
 */
export async function resolveEntry(
  database: Database,
  viewer: Viewer,
  resolution: { surveyId: number; batchId: number; number: number; packed: string | null },
  { response, differing, at }: { response: NewResponse; differing: number; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      const { surveyId, batchId, number, packed } = resolution;
      const accountId = viewer.accountId || null;
      const changed = database
        .update(paperEntries)
        .set({ resolvedAt: at.toISOString(), resolvedBy: accountId })
        .where(
          and(
            eq(paperEntries.batchId, batchId),
            eq(paperEntries.number, number),
            eq(paperEntries.pass, 2),
            sql`${paperEntries.resolvedAt} is null`,
            sql`${paperEntries.batchId} in (select ${paperBatches.id} from ${paperBatches}
              where ${paperBatches.surveyId} = ${surveyId} and ${paperBatches.state} = 'entering' and ${batchesInScope(viewer)})`,
          ),
        )
        .run().changes;
      if (changed === 0) return false;
      const first = keyingsOf(database, batchId, number).find(({ pass }) => pass === 1);
      if (first?.responseId) replaceKeyedNow(database, first.responseId, packed);
      else if (packed !== null && !storeNow(database, response)) throw new Error("the id of a new response is in use");
      const responseId = packed === null ? null : (first?.responseId ?? response.responseId);
      database
        .update(paperEntries)
        .set({ responseId })
        .where(and(eq(paperEntries.batchId, batchId), eq(paperEntries.number, number), eq(paperEntries.pass, 1)))
        .run();
      const detail = { batch: batchId, form: number, differing, valid: packed !== null };
      recordNow(database, { at, accountId, kind: "paper.resolve", surveyId, detail });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Finishes a bundle; the caller has seen that nothing is missing. False where it is not there or is finished already. */
export async function finishBatch(
  database: Database,
  viewer: Viewer,
  { surveyId, batchId }: { surveyId: number; batchId: number },
  { detail, at }: { detail: { keyed: number; valid: number; compared: number; differing: number }; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      const changed = database
        .update(paperBatches)
        .set({ state: "finished", finishedAt: at.toISOString() })
        .where(
          and(
            eq(paperBatches.id, batchId),
            eq(paperBatches.surveyId, surveyId),
            eq(paperBatches.state, "entering"),
            batchesInScope(viewer),
          ),
        )
        .run().changes;
      if (changed === 0) return false;
      const activity = { kind: "paper.finish", surveyId, detail: { batch: batchId, ...detail } } as const;
      recordNow(database, { at, accountId: viewer.accountId || null, ...activity });
      return true;
    },
    { behavior: "immediate" },
  );
}
