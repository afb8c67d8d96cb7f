import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { insertPublication, listPublications, withdrawPublication } from "~db/repositories/publications";
import { compareSnapshots } from "./compare-snapshots";
import { finalSnapshot, loadSnapshot } from "./load-snapshot.server";
import type { PublicationRequest } from "./read-publication-form";
import type { FigureSettings } from "./take-snapshot.server";

/**
 * Publishes the final snapshot, or withdraws the publication, that a request names. Both are acts on a survey that the
 * viewer runs; anybody else gets `outdated`, as does whoever acts on what is no longer so.
 */
export async function movePublication(
  database: Database,
  viewer: Viewer,
  { surveyId, request: { step, id, note }, now: at }: { surveyId: number; request: PublicationRequest; now: Date },
): Promise<"done" | "outdated"> {
  return step === "publish"
    ? insertPublication(database, viewer, { surveyId, snapshotId: id, note, at })
    : withdrawPublication(database, viewer, { publicationId: id, note, at });
}

/**
 * What stands published of a survey that the viewer runs, what stood before, and the final snapshot that could be
 * published now, if there is a newer one.
 */
export async function publicationState(
  database: Database,
  viewer: Viewer,
  { surveyId, now, settings }: { surveyId: number; now: Date; settings: FigureSettings },
) {
  const history = await listPublications(database, viewer, surveyId);
  const standing = history.find(({ withdrawnAt }) => withdrawnAt === null) ?? null;
  const latest = await finalSnapshot(database, viewer, { surveyId, now, settings });
  if (!latest || latest.id === standing?.snapshotId) return { history, standing, next: null };
  const before = standing && (await loadSnapshot(database, viewer, standing.snapshotId));
  const difference = before && compareSnapshots(before.document, latest.document);
  const { document: _, ...summary } = latest;
  const next = { ...summary, small: difference?.changes.filter(({ small }) => small).length ?? 0 };
  return { history, standing, next };
}
