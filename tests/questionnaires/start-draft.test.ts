import { describe, expect, test } from "vitest";
import type { Viewer } from "~/access/viewer";
import { readDraftDocument } from "~/questionnaires/draft-document";
import { draftProblems } from "~/questionnaires/draft-problems";
import { codeFromText, freeCode, variantCode, variantSource } from "~/questionnaires/start-draft";
import { type DraftStart, startDraft } from "~/questionnaires/start-draft.server";
import type { Database } from "~db/open-database.server";
import { findDraft, listDrafts } from "~db/repositories/questionnaire-drafts";
import { findVersion, listVersions } from "~db/repositories/questionnaire-versions";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { unitId } from "../support/surveys";

const now = new Date("2026-06-01T03:00:00Z");

async function start(database: Database, viewer: Viewer, from: DraftStart, owner = "th-syt") {
  return startDraft(database, viewer, from, { ownerUnitId: await unitId(database, owner), ownerName: "Sở Y tế", now });
}

async function official(database: Database, code: string) {
  const version = (await listVersions(database)).find((one) => one.code === code);
  const found = version && (await findVersion(database, version.id));
  if (!found) throw new Error(`no form ${code}`);
  return found;
}

describe("names of new forms", () => {
  test("codes are made from words", () => {
    expect(codeFromText("Phiếu hỏi Đơn vị – năm 2026!")).toBe("phieu-hoi-don-vi-nam-2026");
    expect(codeFromText("???")).toBe("phieu");
    expect(variantCode("one-stop-counter", "Biến thể Thanh Hóa")).toBe("one-stop-counter-thanh-hoa");
    expect(freeCode("a", new Set(["a", "a-2"]))).toBe("a-3");
  });

  test("a variant of a variant names the original source once", () => {
    const once = variantSource("QĐ 56", "Một");
    expect(variantSource(once, "Hai")).toBe("QĐ 56; biến thể địa phương (Hai)");
  });
});

describe("starting a draft", () => {
  test("1. from an official form gives a named variant under its own code, based on it", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th-syt", { role: "designer", sector: "health" });
    const base = await official(database, "outpatient-qd56");
    const from = { from: "version", versionId: base.id, variantName: "Biến thể Thanh Hóa" } as const;
    const made = await start(database, viewer, from);
    const draft = made.ok ? await findDraft(database, viewer, made.draftId) : null;
    expect(draft).toMatchObject({ basedOnId: base.id, variantName: "Biến thể Thanh Hóa", title: base.title });
    const original = JSON.parse(base.document);
    expect(JSON.parse(draft?.document ?? "")).toEqual({
      ...original,
      code: "outpatient-qd56-thanh-hoa",
      source: `${original.source}; biến thể địa phương (Biến thể Thanh Hóa)`,
    });
    expect(await start(database, viewer, { ...from, variantName: " " })).toMatchObject({ field: "variantName" });
  });

  test("2. is refused in another sector, for another body and from no form", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th-sgddt", { role: "designer", sector: "education" });
    const { id } = await official(database, "outpatient-qd56");
    const from = { from: "version", versionId: id, variantName: "Một" } as const;
    expect(await start(database, viewer, from)).toMatchObject({ ok: false, field: "versionId" });
    expect(await start(database, viewer, { ...from, versionId: 999 })).toMatchObject({ ok: false, field: "versionId" });
    const blank = { from: "blank", title: "Phiếu của trường", sector: "health" } as const;
    expect(await start(database, viewer, blank)).toMatchObject({ ok: false, field: "ownerUnitId" });
    expect(await listDrafts(database, viewer)).toEqual([]);
  });

  test("3. from nothing lacks only the wording of its first question", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th", { role: "administrator" });
    const made = await start(database, viewer, { from: "blank", title: "Phiếu tiếp dân", sector: "administration" });
    const draft = made.ok ? await findDraft(database, viewer, made.draftId) : null;
    const read = readDraftDocument(draft?.document);
    const problems = read.ok ? draftProblems(read.document) : [];
    expect(problems.map(({ path }) => path)).toEqual(["$.items[0].text.vi"]);
    expect(read).toMatchObject({ document: { code: "phieu-tiep-dan", source: "Sở Y tế soạn" } });
    expect(await start(database, viewer, { from: "blank", title: "Phiếu tiếp dân", sector: null })).toMatchObject({
      field: "sector",
    });
  });

  test("4. from a file takes a new form as it is, knows one that is here, and varies an official code", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th", { role: "administrator" });
    const base = await official(database, "health-staff-qd3869");
    const original = JSON.parse(base.document);
    const load = (file: unknown) =>
      start(database, viewer, { from: "file", text: `\uFEFF${JSON.stringify(file)}`, variantName: "Biến thể Một" });
    expect(await load({ ...original, verified: { by: "A" } })).toMatchObject({ ok: false, knownId: base.id });
    const changed = await load({ ...original, title: { vi: "Khác" } });
    expect(changed.ok && (await findDraft(database, viewer, changed.draftId))).toMatchObject({ basedOnId: base.id });
    const fresh = { ...original, code: "phieu-la", verified: { by: "A" } };
    const taken = await load(fresh);
    const draft = taken.ok ? await findDraft(database, viewer, taken.draftId) : null;
    expect(JSON.parse(draft?.document ?? "")).toEqual({ ...original, code: "phieu-la" });
    expect(draft).toMatchObject({ basedOnId: null, variantName: null });
  });

  test("5. from a broken file lists what is wrong by JSON path and stores nothing", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th", { role: "administrator" });
    const original = JSON.parse((await official(database, "health-staff-qd3869")).document);
    const load = (text: string) => start(database, viewer, { from: "file", text, variantName: "" });
    expect(await load("<html>")).toMatchObject({ field: "file" });
    expect(await load(JSON.stringify({ ...original, colour: 1 }))).toMatchObject({ problems: [{ path: "$" }] });
    const { format: _format, ...formless } = original;
    expect(await load(JSON.stringify(formless))).toMatchObject({ problems: [{ path: "$.format" }] });
    const third = original.items[2];
    expect(await load(JSON.stringify({ ...original, items: [{ ...third, max_length: 5 }] }))).toMatchObject({
      problems: [{ path: "$.items[0]" }],
    });
    const scored = original.items.findIndex((item: { type: string }) => item.type === "scale");
    const items = original.items.map((item: object, at: number) => (at === scored ? { ...item, scale: "s9" } : item));
    expect(await load(JSON.stringify({ ...original, items }))).toMatchObject({
      problems: [{ path: `$.items[${scored}].scale`, message: expect.stringContaining("thang đo") }],
    });
    expect(await listDrafts(database, viewer)).toEqual([]);
  });
});
