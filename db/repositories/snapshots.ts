import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import { bytesOfNumbers } from "~/snapshots/included-numbers";
import type { SnapshotSummary } from "~/snapshots/snapshot";
import type { SnapshotKind } from "~/snapshots/snapshot-kinds";
import type { Database } from "../open-database.server";
import { accounts, snapshots, surveys } from "../schema";
import { recordNow } from "./activities";
import { prepareOnce } from "./prepare-once";
import { ownedSurveys } from "./scope";
import { waitingNow } from "./waiting-responses";

/** The responses that figures rest on. */
export interface IncludedResponses {
  responses: number;
  /** SHA-256 over them in the order of their numbers. */
  sha256: string;
  /** Their numbers as app/snapshots/included-numbers.ts writes them. */
  bytes: Uint8Array;
}

export type NewSnapshot = Pick<SnapshotSummary, "surveyId" | "kind" | "reason" | "software"> & {
  number: number;
  at: Date;
  included: IncludedResponses;
  hash: string;
  /** Canonical JSON, gzip. */
  document: Uint8Array;
};

/** Numbers of responses, of any survey, that are gone through before others have their turn: some milliseconds. */
const NUMBERS_AT_ONCE = 10_000;

const statementsOf = prepareOnce(({ $client }) => ({
  counted: $client
    .prepare(
      `select id, response_id, unit_id, channel, finished_at, packed from responses
       where id > ? and id <= ? and +survey_id = ? and counted order by id`,
    )
    .raw(),
  newest: $client.prepare("select coalesce(max(id), 0) from responses").pluck(),
}));

/**
 * The counted responses of a survey that are in its published figures, read some at a time, so that citizens do not wait
 * while a million are. Where responses change meanwhile, the next reading says something else.
 * @param of.since instant from which responses enter the figures batch by batch (`batchesSince`).
 */
export async function readIncluded(
  database: Database,
  of: { surveyId: number; since: string | null },
): Promise<IncludedResponses> {
  const { counted, newest } = statementsOf(database);
  const { upTo, waiting } = database.transaction(() => ({
    upTo: newest.get() as number,
    waiting: new Set(waitingNow(database, of).map(({ id }) => id)),
  }));
  const hash = createHash("sha256");
  const numbers: number[] = [];
  type Row = [id: number, ...rest: (string | number)[]];
  for (let after = 0; after < upTo; after += NUMBERS_AT_ONCE) {
    for (const row of counted.all(after, Math.min(after + NUMBERS_AT_ONCE, upTo), of.surveyId) as Row[]) {
      if (waiting.has(row[0])) continue;
      numbers.push(row[0]);
      hash.update(`${row.join("\t")}\n`);
    }
    await setImmediate();
  }
  return { responses: numbers.length, sha256: hash.digest("hex"), bytes: bytesOfNumbers(numbers) };
}

/**
 * Stores a snapshot and records it; for a final one the survey's reason for correcting is settled with it. Null where
 * another took the number meanwhile, or the survey is not the viewer's to run, or a final one where it is not finalised.
 */
export async function insertSnapshot(
  database: Database,
  viewer: Viewer,
  { surveyId, number, kind, reason, software, at, included, hash, document }: NewSnapshot,
): Promise<number | null> {
  return database.transaction(
    () => {
      const own = and(eq(surveys.id, surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`);
      const survey = database.select({ status: surveys.status }).from(surveys).where(own).get();
      if (!survey || (kind === "final" && survey.status !== "finalised")) return null;
      if (nextNumberNow(database, surveyId) !== number) return null;
      const { id } = database
        .insert(snapshots)
        .values({
          ...{ surveyId, number, kind, reason, software, hash },
          ...{ takenAt: at.toISOString(), takenBy: viewer.accountId || null },
          ...{ responses: included.responses, includedHash: included.sha256 },
          ...{ included: Buffer.from(included.bytes), document: Buffer.from(document) },
        })
        .returning({ id: snapshots.id })
        .get();
      if (kind === "final")
        database.update(surveys).set({ correctionReason: null }).where(eq(surveys.id, surveyId)).run();
      const detail = { number, responses: included.responses, hash, ...(reason === null ? {} : { reason }) };
      recordNow(database, { at, accountId: viewer.accountId, kind: "survey.snapshot", surveyId, detail });
      return id;
    },
    { behavior: "immediate" },
  );
}

/** The number that the next snapshot of a survey gets. */
export async function nextSnapshotNumber(database: Database, surveyId: number): Promise<number> {
  return nextNumberNow(database, surveyId);
}

function nextNumberNow(database: Database, surveyId: number): number {
  const last = sql<number>`coalesce(max(${snapshots.number}), 0)`;
  const row = database.select({ last }).from(snapshots).where(eq(snapshots.surveyId, surveyId)).get();
  return (row?.last ?? 0) + 1;
}

/** Why the fixed results of a survey are being corrected; null: they are not. */
export async function readCorrectionReason(database: Database, surveyId: number): Promise<string | null> {
  const { correctionReason } = surveys;
  return (
    database.select({ correctionReason }).from(surveys).where(eq(surveys.id, surveyId)).get()?.correctionReason ?? null
  );
}

/** What is said about a snapshot where its figures are not wanted. */
export const SUMMARY = {
  id: snapshots.id,
  surveyId: snapshots.surveyId,
  number: snapshots.number,
  kind: snapshots.kind,
  takenAt: snapshots.takenAt,
  by: accounts.displayName,
  reason: snapshots.reason,
  software: snapshots.software,
  responses: snapshots.responses,
  hash: snapshots.hash,
};

/** Snapshots of a survey that the viewer runs, the latest first. */
export async function listSnapshots(database: Database, viewer: Viewer, surveyId: number): Promise<SnapshotSummary[]> {
  return database
    .select(SUMMARY)
    .from(snapshots)
    .leftJoin(accounts, eq(accounts.id, snapshots.takenBy))
    .where(and(eq(snapshots.surveyId, surveyId), sql`${snapshots.surveyId} in ${ownedSurveys(viewer)}`))
    .orderBy(desc(snapshots.number))
    .all();
}

/** A snapshot of a survey that the viewer runs, its document packed as it was stored; else null. */
export async function findStoredSnapshot(
  database: Database,
  viewer: Viewer,
  snapshotId: number,
): Promise<{ summary: SnapshotSummary; document: Buffer } | null> {
  const row = database
    .select({ ...SUMMARY, document: snapshots.document })
    .from(snapshots)
    .leftJoin(accounts, eq(accounts.id, snapshots.takenBy))
    .where(and(eq(snapshots.id, snapshotId), sql`${snapshots.surveyId} in ${ownedSurveys(viewer)}`))
    .get();
  if (!row) return null;
  const { document, ...summary } = row;
  return { summary, document };
}

/** The latest snapshot of a kind of a survey that the viewer runs, or null. */
export async function findLatestSnapshot(
  database: Database,
  viewer: Viewer,
  { surveyId, kind }: { surveyId: number; kind: SnapshotKind },
): Promise<SnapshotSummary | null> {
  return (await listSnapshots(database, viewer, surveyId)).find((one) => one.kind === kind) ?? null;
}
