import { and, asc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { SnapshotKind } from "~/snapshots/snapshot-kinds";
import type { Database } from "../open-database.server";
import { snapshots, units } from "../schema";
import { ownedSurveys, visibleSurveys, visibleUnits } from "./scope";

const SUMMARY = {
  number: snapshots.number,
  kind: snapshots.kind,
  takenAt: snapshots.takenAt,
  reason: snapshots.reason,
  software: snapshots.software,
  hash: snapshots.hash,
};

/** What is said of a snapshot to whoever sees something of its survey. */
export interface VisibleSnapshot {
  number: number;
  kind: SnapshotKind;
  takenAt: string;
  reason: string | null;
  software: string;
  hash: string;
}

/** Snapshots of a survey of which the viewer may see something, in the order in which they were taken. */
export async function listVisibleSnapshots(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<VisibleSnapshot[]> {
  return database
    .select(SUMMARY)
    .from(snapshots)
    .where(and(eq(snapshots.surveyId, surveyId), sql`${snapshots.surveyId} in ${visibleSurveys(viewer)}`))
    .orderBy(asc(snapshots.number))
    .all();
}

/**
 * A snapshot of a survey of which the viewer may see something, its document packed as it was stored, and of which units
 * the viewer may see rows: null means all of them, since the survey is theirs.
 */
export async function findVisibleSnapshot(
  database: Database,
  viewer: Viewer,
  { surveyId, number }: { surveyId: number; number: number },
): Promise<{ summary: VisibleSnapshot; document: Buffer; unitKeys: ReadonlySet<string> | null } | null> {
  return database.transaction(() => {
    const row = database
      .select({
        ...SUMMARY,
        document: snapshots.document,
        owned: sql<boolean>`${snapshots.surveyId} in ${ownedSurveys(viewer)}`.mapWith(Boolean),
      })
      .from(snapshots)
      .where(
        and(
          eq(snapshots.surveyId, surveyId),
          eq(snapshots.number, number),
          sql`${snapshots.surveyId} in ${visibleSurveys(viewer)}`,
        ),
      )
      .get();
    if (!row) return null;
    const { document, owned, ...summary } = row;
    return { summary, document, unitKeys: owned ? null : visibleKeysNow(database, viewer) };
  });
}

function visibleKeysNow(database: Database, viewer: Viewer): ReadonlySet<string> {
  const rows = database
    .select({ key: units.key })
    .from(units)
    .where(sql`${units.id} in ${visibleUnits(viewer)}`)
    .all();
  return new Set(rows.map(({ key }) => key));
}
