import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { findLatestSnapshot, findStoredSnapshot } from "~db/repositories/snapshots";
import { type CorrectionDifference, compareSnapshots } from "./compare-snapshots";
import { unpackDocument } from "./pack-document.server";
import type { Snapshot, SnapshotSummary } from "./snapshot";
import { type FigureSettings, takeSnapshot } from "./take-snapshot.server";

/** A snapshot of a survey that the viewer runs, or null. Throws where its content is not what it was. */
export async function loadSnapshot(database: Database, viewer: Viewer, snapshotId: number): Promise<Snapshot | null> {
  const stored = await findStoredSnapshot(database, viewer, snapshotId);
  return stored && { ...stored.summary, document: unpackDocument(stored.document, stored.summary.hash) };
}

/**
 * The final snapshot of a finalised survey that the viewer runs. Results that were fixed before there were snapshots get
 * theirs now; null where they are not fixed.
 */
export async function finalSnapshot(
  database: Database,
  viewer: Viewer,
  { surveyId, now, settings }: { surveyId: number; now: Date; settings: FigureSettings },
): Promise<Snapshot | null> {
  const known = await findLatestSnapshot(database, viewer, { surveyId, kind: "final" });
  const id = known?.id ?? (await takeSnapshot(database, viewer, { surveyId, kind: "final", now, settings }));
  return id === null ? null : loadSnapshot(database, viewer, id);
}

/** What each correction of a survey's fixed figures changed, the latest first. */
export async function differencesOf(
  database: Database,
  viewer: Viewer,
  snapshots: readonly SnapshotSummary[],
): Promise<CorrectionDifference[]> {
  const finals = snapshots.filter(({ kind }) => kind === "final");
  const differences: CorrectionDifference[] = [];
  let later: Snapshot | null = null;
  // Documents are large: each is unpacked once, and no more than two are held.
  for (const { id } of finals.length > 1 ? finals : []) {
    const snapshot = await loadSnapshot(database, viewer, id);
    if (snapshot && later) {
      const difference = compareSnapshots(snapshot.document, later.document);
      differences.push({ before: snapshot.number, after: later.number, reason: later.reason, difference });
    }
    later = snapshot;
  }
  return differences;
}
