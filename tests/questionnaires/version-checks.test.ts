import { describe, expect, test } from "vitest";
import type { Viewer } from "~/access/viewer";
import { changeCheck } from "~/questionnaires/change-check.server";
import { readVersionPage } from "~/questionnaires/version-page.server";
import type { Database } from "~db/open-database.server";
import { findVerification, listVersions } from "~db/repositories/questionnaire-versions";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey } from "../support/surveys";

const moment = { now: new Date("2026-06-01T03:00:00Z"), today: "2026-06-01", name: "Bà Lan" };

async function formId(database: Database, code: string): Promise<number> {
  return (await listVersions(database)).find((one) => one.code === code)?.id ?? 0;
}

function send(database: Database, viewer: Viewer, id: number, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return changeCheck(database, viewer, id, form, moment);
}

const check = { change: "verify", document: "QĐ 56/QĐ-BYT ngày 08/01/2024", on: "2026-05-30", note: "Đủ 37 câu" };

describe("a check against the original", () => {
  test("1. is recorded, shown, and taken back with a reason that stays", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th-syt", { role: "designer", sector: "health" });
    const id = await formId(database, "outpatient-qd56");
    expect(await send(database, viewer, id, check)).toEqual({ ok: true, done: "verify" });
    expect(await findVerification(database, id)).toEqual({ by: "Bà Lan", on: "2026-05-30", document: check.document });
    const standing = (await readVersionPage(database, viewer, id))?.standing ?? [];
    expect(standing).toMatchObject([{ document: check.document, mayWithdraw: true }]);
    const own = { change: "withdraw", check: String(standing[0]?.id) };
    const short = await send(database, viewer, id, { ...own, reason: "x" });
    expect(short).toMatchObject({ ok: false, problems: [{ field: "reason" }] });
    const reason = "Nhầm văn bản";
    expect(await send(database, viewer, id, { ...own, reason })).toEqual({ ok: true, done: "withdraw" });
    expect(await findVerification(database, id)).toBeNull();
    const page = await readVersionPage(database, viewer, id);
    expect(page?.checks).toMatchObject([
      { kind: "questionnaire.unverify", detail: { reason, document: check.document } },
      { kind: "questionnaire.verify", by: "designer-th-syt", detail: { note: "Đủ 37 câu" } },
    ]);
    expect(await send(database, viewer, id, { ...own, reason })).toMatchObject({ ok: false });
  });

  test("2. is refused without a document, in the future, and in another sector", async () => {
    const database = referenceDatabase();
    const viewer = await addViewer(database, "th-sgddt", { role: "designer", sector: "education" });
    const id = await formId(database, "education-pupils-draft");
    const wrong = await send(database, viewer, id, { change: "verify", document: " ", on: "2026-06-02", note: "" });
    expect(wrong).toMatchObject({ ok: false, problems: [{ field: "document" }, { field: "on" }] });
    const health = await formId(database, "outpatient-qd56");
    expect(await send(database, viewer, health, check)).toMatchObject({ ok: false, missing: true });
    expect(await findVerification(database, health)).toBeNull();
    for (const role of ["unit_officer", "analyst"] as const) {
      const other = await addViewer(database, "th", { role, username: role });
      expect(await send(database, other, health, check)).toMatchObject({ ok: false, missing: true });
    }
  });

  test("3. is taken back by whoever recorded it or an administrator, and by nobody else", async () => {
    const database = referenceDatabase();
    const lan = await addViewer(database, "th-syt", { role: "designer", sector: "health", username: "lan" });
    const mai = await addViewer(database, "th-syt", { role: "designer", sector: "health", username: "mai" });
    const administrator = await addViewer(database, "th", { role: "administrator" });
    const id = await formId(database, "outpatient-qd56");
    const standing = async (viewer: Viewer) => (await readVersionPage(database, viewer, id))?.standing ?? [];
    const takeBack = (viewer: Viewer, at: number) =>
      send(database, viewer, id, { change: "withdraw", check: String(at), reason: "Nhầm văn bản" });
    await send(database, lan, id, check);
    const [first] = await standing(lan);
    expect(first?.mayWithdraw).toBe(true);
    expect((await standing(mai))[0]?.mayWithdraw).toBe(false);
    expect(await takeBack(mai, first?.id ?? 0)).toMatchObject({ ok: false, problems: [{ field: "reason" }] });
    expect(await standing(lan)).toHaveLength(1);
    expect(await takeBack(administrator, first?.id ?? 0)).toMatchObject({ ok: true });
    // The row's number is used again: it is Mai's check now, and no longer Lan's.
    await send(database, mai, id, check);
    const [second] = await standing(mai);
    expect(second?.mayWithdraw).toBe(true);
    expect(await takeBack(lan, second?.id ?? 0)).toMatchObject({ ok: false });
    // Of two checks one goes and the other stands.
    await send(database, lan, id, check);
    expect((await standing(lan)).map(({ mayWithdraw }) => mayWithdraw)).toEqual([true, false]);
    expect(await takeBack(lan, (await standing(lan))[0]?.id ?? 0)).toMatchObject({ ok: true });
    expect(await standing(mai)).toMatchObject([{ id: second?.id }]);
  });

  test("4. is open to a form of the system's own too, once the document that issued it is named", async () => {
    const database = referenceDatabase();
    const administrator = await addViewer(database, "th", { role: "administrator" });
    const id = await formId(database, "one-stop-counter");
    expect(await send(database, administrator, id, { ...check, document: "" })).toMatchObject({
      ok: false,
      problems: [{ field: "document" }],
    });
    expect(await send(database, administrator, id, { ...check, document: "Kế hoạch 12/KH-UBND" })).toMatchObject({
      ok: true,
    });
  });
});

test("the page of a version names the viewer's own surveys that use it and nobody else's", async () => {
  const database = referenceDatabase();
  const { versionId, surveyId } = await addOpenSurvey(database, { owner: "th-syt" });
  const own = await addViewer(database, "th-syt");
  const other = await addViewer(database, "th-sgddt");
  const uses = async (viewer: Viewer) => (await readVersionPage(database, viewer, versionId))?.uses.map(({ id }) => id);
  expect(await uses(own)).toEqual([surveyId]);
  expect(await uses(other)).toEqual([]);
});
