import { describe, expect, test } from "vitest";
import type { Viewer } from "~/access/viewer";
import { type DraftDocument, readDraftDocument } from "~/questionnaires/draft-document";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { listActivities } from "~db/repositories/activities";
import {
  deleteDraft,
  findDraft,
  insertDraft,
  listDrafts,
  listRevisions,
  readRevision,
  saveDraft,
} from "~db/repositories/questionnaire-drafts";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { unitId } from "../support/surveys";

const at = new Date("2026-06-01T03:00:00Z");

function document(title: string, sector: Sector = "health"): DraftDocument {
  const read = readDraftDocument({ sector, title: { vi: title } });
  if (!read.ok) throw new Error("no draft");
  return read.document;
}

async function draftOf(database: Database, viewer: Viewer, owner: string, sector: Sector = "health") {
  const draft = { sector, title: "Một", document: document("Một", sector), basedOnId: null, variantName: null, at };
  return insertDraft(database, viewer, { ...draft, ownerUnitId: await unitId(database, owner) });
}

describe("drafts of questionnaires", () => {
  test("1. are of bodies in the viewer's subtree, and for a designer of their sector", async () => {
    const database = referenceDatabase();
    const administrator = await addViewer(database, "th", { role: "administrator" });
    const health = await addViewer(database, "th-syt", { role: "designer", sector: "health" });
    const hospital = await addViewer(database, "bv-dk-tinh", { role: "designer" });
    const education = await addViewer(database, "th-sgddt", { role: "designer", sector: "education" });
    const id = (await draftOf(database, health, "th-syt")) as number;
    const seen = async (viewer: Viewer) => [
      (await listDrafts(database, viewer)).map((draft) => draft.id),
      (await findDraft(database, viewer, id)) !== null,
      (await listRevisions(database, viewer, id)).length,
      (await readRevision(database, viewer, { draftId: id, revision: 1 })) !== null,
    ];
    const all = [[id], true, 1, true];
    const nothing = [[], false, 0, false];
    expect(await seen(administrator)).toEqual(all);
    expect(await seen(health)).toEqual(all);
    expect(await seen(hospital)).toEqual(nothing);
    expect(await seen(education)).toEqual(nothing);
    expect(await draftOf(database, education, "th-syt", "education")).toBeNull();
    expect(await draftOf(database, health, "th-syt", "education")).toBeNull();
    const foreign = { draftId: id, revision: 1, document: document("Lấy"), title: "Lấy", at };
    expect(await saveDraft(database, education, foreign)).toEqual({ outcome: "missing" });
    expect(await deleteDraft(database, hospital, { draftId: id, at })).toBe(false);
    expect((await findDraft(database, health, id))?.title).toBe("Một");
  });

  test("2. tell the second of two officers, who loses nothing and overwrites nothing", async () => {
    const database = referenceDatabase();
    const first = await addViewer(database, "th-syt", { role: "designer", sector: "health" });
    const second = await addViewer(database, "th", { role: "administrator" });
    const draftId = (await draftOf(database, first, "th-syt")) as number;
    const save = (viewer: Viewer, title: string, revision: number) =>
      saveDraft(database, viewer, { draftId, revision, document: document(title), title, at });
    expect(await save(first, "Của người thứ nhất", 1)).toEqual({ outcome: "saved", revision: 2 });
    expect(await save(second, "Của người thứ hai", 1)).toEqual({
      outcome: "conflict",
      theirs: {
        document: JSON.stringify(document("Của người thứ nhất")),
        revision: 2,
        by: "designer-th-syt",
        at: at.toISOString(),
      },
    });
    expect(await save(second, "Của người thứ nhất", 1)).toEqual({ outcome: "saved", revision: 2 });
    expect(await save(second, "Của người thứ hai", 2)).toEqual({ outcome: "saved", revision: 3 });
    expect(await readRevision(database, second, { draftId, revision: 2 })).toContain("Của người thứ nhất");
    expect(await findDraft(database, first, draftId)).toMatchObject({ revision: 3, changedBy: "administrator-th" });
  });

  test("3. keep the latest hundred states and the first", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th-syt", { role: "designer" });
    const draftId = (await draftOf(database, viewer, "th-syt")) as number;
    for (let revision = 1; revision <= 120; revision++) {
      const title = `Lần ${revision}`;
      await saveDraft(database, viewer, { draftId, revision, document: document(title), title, at });
    }
    const kept = (await listRevisions(database, viewer, draftId)).map(({ revision }) => revision);
    expect([kept[0], kept.at(-2), kept.at(-1), kept.length]).toEqual([121, 22, 1, 101]);
  });

  test("4. a designer of one sector cannot save a draft out of it", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th-syt", { role: "designer", sector: "health" });
    const draftId = (await draftOf(database, viewer, "th-syt")) as number;
    const changed = { draftId, revision: 1, document: document("Hai", "education"), title: "Hai", at };
    expect(await saveDraft(database, viewer, changed)).toMatchObject({ outcome: "saved" });
    expect(await findDraft(database, viewer, draftId)).toMatchObject({ sector: "health", title: "Hai" });
  });

  test("5. go with their states, and the deletion is recorded", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th-syt", { role: "designer" });
    const draftId = (await draftOf(database, viewer, "th-syt")) as number;
    expect(await deleteDraft(database, viewer, { draftId, at })).toBe(true);
    expect(await listDrafts(database, viewer)).toEqual([]);
    expect(database.$client.prepare("select count(*) n from draft_revisions").get()).toEqual({ n: 0 });
    expect(await listActivities(database, viewer)).toMatchObject([
      { kind: "questionnaire.delete-draft", detail: { title: "Một" } },
    ]);
  });
});
