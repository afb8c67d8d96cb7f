import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { findOfficialBase, publishDraft } from "~db/repositories/publishing";
import { type Draft, findDraft } from "~db/repositories/questionnaire-drafts";
import { findVersion } from "~db/repositories/questionnaire-versions";
import { questionnaireChecksum } from "./checksum.server";
import { type DraftDocument, readDraftDocument } from "./draft-document";
import { fileOfDraft } from "./draft-file";
import { draftProblems, hasEnglish, isPublishable } from "./draft-problems";
import type { DraftReview } from "./draft-review";
import { variantCounts } from "./item-identity";
import { itemNames } from "./item-numbers";
import { readLinks } from "./propose-links";
import { parseQuestionnaire } from "./questionnaire-schema";
import { formDifferences, itemDifferences } from "./version-difference";

const VARIANT_NAME_LENGTH = 80;

/** What there is to see of a draft before it is published; null: the viewer has none of that id. */
export async function reviewDraft(database: Database, viewer: Viewer, draftId: number): Promise<DraftReview | null> {
  const draft = await findDraft(database, viewer, draftId);
  if (!draft) return null;
  const { document, base, official } = await documentsOf(database, draft);
  const problems = draftProblems(document);
  const { id, title, revision, variantName } = draft;
  return {
    draft: { id, title, revision, variantName, base: draft.base },
    problems,
    publishable: isPublishable(problems),
    english: hasEnglish(document),
    differences: base && { form: formDifferences(base, document), items: itemDifferences(base, document) },
    before: base ? itemsOf(base) : {},
    after: itemsOf(document),
    official: official && { title: official.title, counts: variantCounts(official.document, document) },
  };
}

function itemsOf({ items }: DraftDocument): DraftReview["before"] {
  const names = itemNames(items);
  return Object.fromEntries(
    items.map(({ code, text, type }, at) => [code, { name: names[at] ?? "", text: text.vi, type }]),
  );
}

export type PublishOutcome =
  | { ok: true; versionId: number }
  | {
      ok: false;
      status: 404 | 409 | 422;
      /** Where it can be put right; `link.A1` for an item. */
      problems: { field: string; message: string }[];
      /** The version that holds the same document already. */
      knownId?: number;
    };

/**
 * Publishes a draft as an officer has reviewed it: no errors, a name where it varies an official form, a link for every
 * item. The document is frozen as it is, with its checksum.
 */
export async function publishReviewedDraft(
  database: Database,
  viewer: Viewer,
  chosen: { draftId: number; revision: number; variantName: string; linkOf: (item: string) => string | null },
  now: Date,
): Promise<PublishOutcome> {
  const draft = await findDraft(database, viewer, chosen.draftId);
  if (!draft) return refusal(404, "draft", "Không có bản nháp này trong phạm vi của tài khoản");
  const { document, base, official, origin } = await documentsOf(database, draft);
  if (!isPublishable(draftProblems(document)))
    return refusal(422, "problems", "Bản nháp còn lỗi: sửa hết lỗi rồi công bố");
  const file = fileOfDraft(document, origin);
  const parsed = parseQuestionnaire(file);
  if (!parsed.ok) return refusal(422, "problems", "Bản nháp còn lỗi: sửa hết lỗi rồi công bố");
  const { code, sector, title, source } = parsed.questionnaire;
  if (viewer.sector !== null && viewer.sector !== sector)
    return refusal(422, "problems", "Mẫu phiếu thuộc lĩnh vực khác với lĩnh vực của tài khoản");
  const variantName = official ? chosen.variantName.trim() : null;
  if (variantName === "") return refusal(422, "variantName", "Đặt tên cho biến thể, ví dụ theo tên tỉnh");
  if (variantName && variantName.length > VARIANT_NAME_LENGTH)
    return refusal(422, "variantName", "Tên biến thể dài quá 80 ký tự");
  const links = base ? readLinks(base, document, chosen.linkOf) : null;
  if (links && !links.ok) {
    const problems = links.problems.map(({ item, message }) => ({ field: `link.${item}`, message }));
    return { ok: false, status: 422, problems };
  }
  const published = await publishDraft(database, viewer, {
    ...{ draftId: draft.id, revision: chosen.revision, code, sector, source, variantName, at: now },
    ...{ title: title.vi, document: file, checksum: questionnaireChecksum(file), basedOnId: draft.basedOnId },
    links: links?.links ?? [],
  });
  switch (published.outcome) {
    case "published":
      return { ok: true, versionId: published.versionId };
    case "known": {
      const message = "Mẫu phiếu giống hệt một phiên bản đã công bố: không có gì mới để công bố";
      return { ...refusal(409, "problems", message), knownId: published.versionId };
    }
    case "changed":
      return refusal(409, "revision", "Bản nháp vừa được lưu lại ở nơi khác: xem lại các thay đổi rồi công bố");
    case "code-taken":
      return refusal(422, "problems", `Mã «${code}» đã là mã của mẫu phiếu khác: mở trình soạn và đổi mã mẫu phiếu`);
    case "missing":
      return refusal(404, "draft", "Không có bản nháp này trong phạm vi của tài khoản");
  }
}

function refusal(status: 404 | 409 | 422, field: string, message: string) {
  return { ok: false as const, status, problems: [{ field, message }] };
}

/** The draft, the version it was made from, the official form above it, and the file that it began with. */
async function documentsOf(database: Database, draft: Draft) {
  const base = draft.basedOnId === null ? null : await findVersion(database, draft.basedOnId);
  const official = await findOfficialBase(database, draft.basedOnId);
  const first = draft.firstDocument;
  return {
    document: readStored(draft.document),
    base: base && readStored(base.document),
    official: official && { title: official.title, document: readStored(official.document) },
    origin: first === null ? null : (JSON.parse(first) as unknown),
  };
}

/** @throws when what is stored is no draft: only drafts are stored. */
function readStored(json: string): DraftDocument {
  const read = readDraftDocument(json);
  if (!read.ok) throw new Error("a stored questionnaire is no draft document");
  return read.document;
}
