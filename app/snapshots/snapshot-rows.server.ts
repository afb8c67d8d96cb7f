import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { findSurvey } from "~db/repositories/surveys";
import { findVisibleSnapshot, listVisibleSnapshots, type VisibleSnapshot } from "~db/repositories/visible-snapshots";
import { finalSnapshot } from "./load-snapshot.server";
import { unpackDocument } from "./pack-document.server";
import type { SnapshotDocument } from "./snapshot";
import type { SnapshotKind } from "./snapshot-kinds";
import type { FigureSettings } from "./take-snapshot.server";

/** A snapshot, and whose rows of it a viewer may see. */
export interface SnapshotRows {
  snapshot: VisibleSnapshot;
  document: SnapshotDocument;
  /** Keys of the units in the viewer's scope; null: every row, since the survey is theirs. */
  unitKeys: ReadonlySet<string> | null;
}

/** Snapshots whose documents are kept unpacked, since a long list is read page by page. */
const KEPT = 4;
const unpacked = new Map<string, SnapshotDocument>();

/**
 * The masked rows of a snapshot: the latest of a kind, or the one with a number. Of a survey that others run only the rows
 * of units in scope, without those of all units together. Null where there is no such snapshot in scope.
 */
export async function readSnapshotRows(
  database: Database,
  viewer: Viewer,
  asked: {
    surveyId: number;
    kind: SnapshotKind;
    number?: number | undefined;
    now: Date;
    today: string;
    settings: FigureSettings;
  },
): Promise<SnapshotRows | null> {
  const { surveyId, today } = asked;
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!survey) return null;
  // Results that were fixed before there were snapshots get theirs now.
  if (survey.owned && survey.status === "finalised") await finalSnapshot(database, viewer, asked);
  const number = asked.number ?? (await latestNumber(database, viewer, asked));
  const found = number === null ? null : await findVisibleSnapshot(database, viewer, { surveyId, number });
  if (!found) return null;
  const { summary: snapshot, unitKeys } = found;
  return { snapshot, document: unpackOnce(found.document, snapshot.hash), unitKeys };
}

async function latestNumber(
  database: Database,
  viewer: Viewer,
  { surveyId, kind }: { surveyId: number; kind: SnapshotKind },
): Promise<number | null> {
  const listed = await listVisibleSnapshots(database, viewer, surveyId);
  return listed.findLast((one) => one.kind === kind)?.number ?? null;
}

function unpackOnce(bytes: Uint8Array, hash: string): SnapshotDocument {
  const document = unpacked.get(hash) ?? unpackDocument(bytes, hash);
  unpacked.delete(hash);
  unpacked.set(hash, document);
  const [oldest] = unpacked.keys();
  if (unpacked.size > KEPT && oldest !== undefined) unpacked.delete(oldest);
  return document;
}
