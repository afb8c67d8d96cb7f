import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { findBaseVersion, listVersionCodes } from "~db/repositories/own-versions";
import { insertDraft, type NewDraft } from "~db/repositories/questionnaire-drafts";
import { questionnaireChecksum } from "./checksum.server";
import { readDraftDocument } from "./draft-document";
import { draftProblems } from "./draft-problems";
import { parseQuestionnaire, type QuestionnaireProblem, type Sector } from "./questionnaire-schema";
import { blankDocument, codeFromText, freeCode, variantCode, variantSource } from "./start-draft";

/** From what a draft begins. */
export type DraftStart =
  | { from: "version"; versionId: number; variantName: string }
  | { from: "blank"; title: string; sector: Sector | null }
  | { from: "file"; text: string; variantName: string };

export type DraftStarted =
  | { ok: true; draftId: number }
  /** `problems` of the file, by JSON path; `knownId`: the version that already holds the same file. */
  | { ok: false; field: string; message: string; problems?: QuestionnaireProblem[]; knownId?: number };

const VARIANT_NAME_LENGTH = 80;
const OTHER_SECTOR = "Mẫu phiếu thuộc lĩnh vực khác với lĩnh vực của tài khoản";

/**
 * Starts a draft from an official form (a named variant under a code of its own), from an own form (the next version of its
 * code), from nothing, or from a contract file.
 */
export async function startDraft(
  database: Database,
  viewer: Viewer,
  start: DraftStart,
  { ownerUnitId, ownerName, now }: { ownerUnitId: number; ownerName: string; now: Date },
): Promise<DraftStarted> {
  const made = await beginning(database, viewer, start, ownerName);
  if (!("draft" in made)) return { ok: false, ...made };
  const draftId = await insertDraft(database, viewer, { ...made.draft, ownerUnitId, at: now });
  return draftId === null
    ? { ok: false, field: "ownerUnitId", message: "Chọn cơ quan soạn trong phạm vi và lĩnh vực của tài khoản" }
    : { ok: true, draftId };
}

type Beginning =
  | { draft: Omit<NewDraft, "ownerUnitId" | "at"> }
  | { field: string; message: string; problems?: QuestionnaireProblem[]; knownId?: number };

async function beginning(database: Database, viewer: Viewer, start: DraftStart, ownerName: string): Promise<Beginning> {
  const codes = await listVersionCodes(database, viewer);
  const taken = new Set(codes.map(({ code }) => code));
  if (start.from === "blank") return blank(start, freeCode(codeFromText(start.title), taken), viewer, ownerName);
  if (start.from === "version") {
    const base = await findBaseVersion(database, viewer, start.versionId);
    if (!base) return { field: "versionId", message: "Không có mẫu phiếu này" };
    if (viewer.sector !== null && viewer.sector !== base.sector) return { field: "versionId", message: OTHER_SECTOR };
    const { sector, title, id: basedOnId } = base;
    const document = JSON.parse(base.document) as { source: string };
    if (base.own) return { draft: { sector, title, document, basedOnId, variantName: base.variantName } };
    return variantOf({ document, code: base.code, sector, title, basedOnId }, start.variantName, taken);
  }
  const file = readFile(start.text);
  if (!("questionnaire" in file)) return file;
  const { document, questionnaire } = file;
  const { sector, code } = questionnaire;
  const title = questionnaire.title.vi;
  if (viewer.sector !== null && viewer.sector !== sector) return { field: "file", message: OTHER_SECTOR };
  const checksum = questionnaireChecksum(document);
  const known = codes.find((version) => version.checksum === checksum);
  if (known) {
    const message = "Hệ thống đã có đúng mẫu phiếu này: không cần nạp lại";
    return { field: "file", message, knownId: known.id };
  }
  const latest = codes.filter((version) => version.code === code).at(-1);
  if (!latest || latest.own) {
    return { draft: { sector, title, document, basedOnId: latest?.id ?? null, variantName: null } };
  }
  // The code is an official form's, or another body's: what the file brings is a variant of it.
  return variantOf({ document, code, sector, title, basedOnId: latest.id }, start.variantName, taken);
}

function blank(
  { title, sector: chosen }: { title: string; sector: Sector | null },
  code: string,
  viewer: Viewer,
  ownerName: string,
): Beginning {
  const sector = viewer.sector ?? chosen;
  if (title.trim().length < 5) return { field: "title", message: "Tên mẫu phiếu phải có ít nhất 5 ký tự" };
  if (title.length > 200) return { field: "title", message: "Tên mẫu phiếu dài quá 200 ký tự" };
  if (sector === null) return { field: "sector", message: "Chọn lĩnh vực" };
  const document = blankDocument({ title: title.trim(), sector, code, source: `${ownerName} soạn` });
  return { draft: { sector, title: title.trim(), document, basedOnId: null, variantName: null } };
}

function variantOf(
  {
    document,
    code,
    ...draft
  }: { document: object & { source?: unknown }; code: string; sector: Sector; title: string; basedOnId: number },
  name: string,
  taken: ReadonlySet<string>,
): Beginning {
  const variantName = name.trim();
  if (variantName === "") return { field: "variantName", message: "Đặt tên cho biến thể, ví dụ theo tên tỉnh" };
  if (variantName.length > VARIANT_NAME_LENGTH)
    return { field: "variantName", message: "Tên biến thể dài quá 80 ký tự" };
  const varied = {
    ...document,
    code: freeCode(variantCode(code, variantName), taken),
    source: variantSource(String(document.source ?? ""), variantName),
  };
  return { draft: { ...draft, document: varied, variantName } };
}

/** A contract file, or what is wrong with it by JSON path. */
function readFile(text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { field: "file", message: "Tệp không phải JSON: chọn tệp mẫu phiếu tải từ hệ thống Hài Lòng" };
  }
  const parsed = parseQuestionnaire(json);
  const message = "Tệp có chỗ chưa đúng: sửa theo danh sách bên dưới rồi nạp lại";
  const read = readDraftDocument(json);
  if (!read.ok) return { field: "file", message, problems: read.problems };
  if (parsed.ok) return parsed;
  const errors = draftProblems(read.document).filter(({ severity }) => severity === "error");
  // What an unfinished draft may lack has a default there; a file has to say it, and no more than its type of item holds.
  const shape = parsed.problems.map(({ path }) => ({ path, message: "Thiếu, thừa hoặc không đúng kiểu dữ liệu" }));
  return { field: "file", message, problems: errors.length > 0 ? errors : shape };
}
