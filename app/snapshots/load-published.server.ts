import { dayOf } from "~/i18n/dates";
import type { MeasureRow } from "~/indices/result";
import type { Database } from "~db/open-database.server";
import { findPublication, readPublishedDocument } from "~db/repositories/publications";
import { unpackDocument } from "./pack-document.server";
import { type PublishedSurvey, publishedHead, type WithdrawnHead } from "./published";
import type { SnapshotDocument } from "./snapshot";

type Unpacked = Pick<PublishedSurvey, "document" | "rows">;

/** Snapshots kept unpacked, told by their hash: a thousand units take some tens of megabytes. */
const KEPT = 4;
const kept = new Map<string, Unpacked>();

/** What stands published of a survey, or what was said when it was taken back; null: nothing ever was. */
export async function loadPublished(
  database: Database,
  surveyId: number,
  timeZone: string,
): Promise<{ published: PublishedSurvey; withdrawn: null } | { published: null; withdrawn: WithdrawnHead } | null> {
  const publication = await findPublication(database, surveyId);
  if (!publication) return null;
  const { title, simulated, withdrawnAt, withdrawalNote, versionId } = publication;
  if (withdrawnAt !== null) {
    const withdrawnOn = dayOf(new Date(withdrawnAt), timeZone);
    return { published: null, withdrawn: { surveyId, title, simulated, withdrawnOn, note: withdrawalNote ?? "" } };
  }
  const unpacked = await unpackPublished(database, publication);
  if (!unpacked) return null;
  return {
    published: { ...unpacked, versionId, head: publishedHead(publication, unpacked.document) },
    withdrawn: null,
  };
}

/** The snapshot of a publication that stands, unpacked; null where it stands no more. */
export async function unpackPublished(
  database: Database,
  { id, hash }: { id: number; hash: string },
): Promise<Unpacked | null> {
  const known = kept.get(hash);
  const unpacked = known ?? (await readUnpacked(database, id));
  if (!unpacked) return null;
  kept.delete(hash);
  kept.set(hash, unpacked);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return unpacked;
}

async function readUnpacked(database: Database, publicationId: number): Promise<Unpacked | null> {
  const stored = await readPublishedDocument(database, publicationId);
  if (!stored) return null;
  const document = unpackDocument(stored.document, stored.hash);
  return { document, rows: rowsByUnit(document) };
}

function rowsByUnit({ results }: SnapshotDocument): Map<string, MeasureRow[]> {
  const rows = new Map<string, MeasureRow[]>();
  for (const row of results.measures) {
    const known = rows.get(row.unit);
    if (known) known.push(row);
    else rows.set(row.unit, [row]);
  }
  return rows;
}
