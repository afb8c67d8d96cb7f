import type { Viewer } from "~/access/viewer";
import { formatMoment } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { findDraft, insertDraft, saveDraft } from "~db/repositories/questionnaire-drafts";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { type DraftDocument, readDraftDocument } from "./draft-document";
import type { SaveAnswer } from "./save-answer";

interface SaveRequest {
  draftId: number;
  revision: number;
  /** JSON as the editor sent it. */
  document: string;
  now: Date;
  timeZone: string;
}

const REFUSED: SaveAnswer = { outcome: "refused", message: "Nội dung gửi lên không phải là một mẫu phiếu" };

/** Saves what the editor holds, unless somebody has saved since the revision it began from. */
export async function saveEdited(database: Database, viewer: Viewer, request: SaveRequest): Promise<SaveAnswer> {
  const { draftId, revision, now, timeZone } = request;
  const read = readDraftDocument(request.document);
  if (!read.ok) return REFUSED;
  const title = read.document.title.vi;
  const saved = await saveDraft(database, viewer, { draftId, revision, document: read.document, title, at: now });
  if (saved.outcome === "saved") return { outcome: "saved", revision: saved.revision, at: formatMoment(now, timeZone) };
  if (saved.outcome === "missing") return { outcome: "missing" };
  const { document, at, ...theirs } = saved.theirs;
  return {
    outcome: "conflict",
    theirs: { ...theirs, document: draftOf(document), at: formatMoment(new Date(at), timeZone) },
  };
}

/** Keeps what the editor holds as a draft of its own beside the one that somebody else saved. */
export async function saveApart(
  database: Database,
  viewer: Viewer,
  { draftId, document, now }: Pick<SaveRequest, "draftId" | "document" | "now">,
): Promise<SaveAnswer> {
  const read = readDraftDocument(document);
  if (!read.ok) return REFUSED;
  const draft = await findDraft(database, viewer, draftId);
  if (!draft) return { outcome: "missing" };
  const { ownerUnitId, sector, basedOnId, variantName } = draft;
  const title = `${read.document.title.vi} (bản riêng)`;
  const apart = { ...read.document, title: { ...read.document.title, vi: title } };
  const made = await insertDraft(database, viewer, {
    ...{ ownerUnitId, sector, basedOnId, variantName, title },
    document: apart,
    at: now,
  });
  return made === null ? { outcome: "missing" } : { outcome: "apart", draftId: made };
}

/** A stored draft. Throws on one that no release of ours wrote. */
export function draftOf(json: string): DraftDocument {
  const read = readDraftDocument(json);
  if (!read.ok) throw new Error(`a stored draft cannot be read: ${JSON.stringify(read.problems)}`);
  return read.document;
}

/** A draft as the editor opens it, with the official form that it was made from; null where the viewer has none of that id. */
export async function openDraft(database: Database, viewer: Viewer, draftId: number) {
  const draft = await findDraft(database, viewer, draftId);
  if (!draft) return null;
  const { variantName, basedOnId, base, revision } = draft;
  return {
    ...{ draftId, variantName, revision, base: base?.title ?? null },
    document: draftOf(draft.document),
    official: base?.official && basedOnId !== null ? await officialForm(database, basedOnId) : null,
  };
}

async function officialForm(database: Database, versionId: number): Promise<DraftDocument | null> {
  const version = await findVersion(database, versionId);
  return version ? draftOf(version.document) : null;
}
