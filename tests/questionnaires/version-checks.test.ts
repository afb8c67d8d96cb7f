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
    const short = await send(database, viewer, id, { change: "withdraw", reason: "x" });
    expect(short).toMatchObject({ ok: false, problems: [{ field: "reason" }] });
    const reason = "Nhầm văn bản";
    expect(await send(database, viewer, id, { change: "withdraw", reason })).toEqual({ ok: true, done: "withdraw" });
    expect(await findVerification(database, id)).toBeNull();
    const page = await readVersionPage(database, viewer, id);
    expect(page?.checks).toMatchObject([
      { kind: "questionnaire.unverify", detail: { reason, document: check.document } },
      { kind: "questionnaire.verify", by: "designer-th-syt", detail: { note: "Đủ 37 câu" } },
    ]);
    expect(await send(database, viewer, id, { change: "withdraw", reason })).toMatchObject({ ok: false });
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
