import { describe, expect, it } from "vitest";
import { movePublication, publicationState } from "~/snapshots/publish-snapshot.server";
import { readPublicationForm } from "~/snapshots/read-publication-form";
import { takeSnapshot } from "~/snapshots/take-snapshot.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import {
  findPublication,
  insertPublication,
  listPublications,
  listPublished,
  readPublishedDocument,
} from "~db/repositories/publications";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addFinalised, addPublished, FIGURE_SETTINGS } from "../support/published";

const NOW = new Date("2026-06-01T03:00:00Z");
const UNITS = [{ key: "bv-dk-tinh", levels: { 5: 40 } }];

describe("publishing a final snapshot", () => {
  it("shows it to everybody with its note, and records who did it", async () => {
    const database = referenceDatabase();
    const { viewer, surveyId, snapshot } = await addFinalised(database, { units: UNITS });
    expect(await listPublished(database)).toEqual([]);
    const request = { step: "publish" as const, id: snapshot.id, note: "Kết quả chính thức" };
    expect(await movePublication(database, viewer, { surveyId, request, now: NOW })).toBe("done");
    const [published, ...others] = await listPublished(database);
    expect(others).toEqual([]);
    expect(published).toMatchObject({ surveyId, number: 1, note: "Kết quả chính thức", sector: "health" });
    const { document } = (await readPublishedDocument(database, published?.id ?? 0)) ?? {};
    expect(document).toEqual(database.$client.prepare("select document from snapshots").pluck().get());
    const recorded = database.$client.prepare("select kind, detail from activities order by id desc").get();
    expect(recorded).toEqual({
      kind: "results.publish",
      detail: JSON.stringify({ snapshot: 1, note: "Kết quả chính thức" }),
    });
  });

  it("refuses a provisional one, the one that stands already, and an older one", async () => {
    const database = referenceDatabase();
    const { viewer, surveyId, snapshot } = await addFinalised(database, { units: UNITS });
    const publish = (snapshotId: number) =>
      insertPublication(database, viewer, { surveyId, snapshotId, note: "", at: NOW });
    const settings = FIGURE_SETTINGS;
    const provisional = await takeSnapshot(database, viewer, { surveyId, kind: "provisional", now: NOW, settings });
    expect(await publish(provisional ?? 0)).toBe("outdated");
    expect(await publish(snapshot.id)).toBe("done");
    expect(await publish(snapshot.id)).toBe("outdated");
    const move = (step: "correct" | "finalise", reason: string | null) =>
      moveSurvey(database, viewer, { surveyId, step, reason, now: NOW, settings });
    await move("correct", "Sai tên đơn vị");
    await move("finalise", null);
    const { next } = await publicationState(database, viewer, { surveyId, now: NOW, settings });
    expect(next).toMatchObject({ number: 3, reason: "Sai tên đơn vị", small: 0 });
    expect(await publish(next?.id ?? 0)).toBe("done");
    expect(await publish(snapshot.id)).toBe("outdated");
    expect((await listPublications(database, viewer, surveyId)).map((one) => [one.number, one.withdrawnAt])).toEqual([
      [3, null],
      [1, NOW.toISOString()],
    ]);
  });

  it("says how many units changed by so few responses that two figures would tell their answers", async () => {
    const database = referenceDatabase();
    const { viewer, surveyId } = await addPublished(database, { units: UNITS });
    const move = (step: "correct" | "finalise", reason: string | null) =>
      moveSurvey(database, viewer, { surveyId, step, reason, now: NOW, settings: FIGURE_SETTINGS });
    await move("correct", "Phiếu thử");
    database.$client.exec("update responses set counted = 0 where id in (select id from responses limit 2)");
    await move("finalise", null);
    const state = await publicationState(database, viewer, { surveyId, now: NOW, settings: FIGURE_SETTINGS });
    expect(state.next?.small).toBe(2);
  });

  it("is for whoever runs the survey", async () => {
    const database = referenceDatabase();
    const { viewer, surveyId, snapshot } = await addFinalised(database, { units: UNITS });
    const stranger = await addViewer(database, "bv-dk-tinh", { role: "administrator" });
    const publish = { surveyId, snapshotId: snapshot.id, note: "", at: NOW };
    expect(await insertPublication(database, stranger, publish)).toBe("outdated");
    await insertPublication(database, viewer, publish);
    const standing = await findPublication(database, surveyId);
    const request = { step: "withdraw" as const, id: standing?.id ?? 0, note: "Không của tôi" };
    expect(await movePublication(database, stranger, { surveyId, request, now: NOW })).toBe("outdated");
    expect(await listPublications(database, stranger, surveyId)).toEqual([]);
    expect(await listPublished(database)).toHaveLength(1);
  });
});

describe("withdrawing", () => {
  it("leaves the note and no figures, once, and the same snapshot can be published again", async () => {
    const database = referenceDatabase();
    const { viewer, surveyId, snapshot } = await addPublished(database, { units: UNITS });
    const { id = 0 } = (await findPublication(database, surveyId)) ?? {};
    const request = { step: "withdraw" as const, id, note: "Nhầm danh sách đơn vị" };
    expect(await movePublication(database, viewer, { surveyId, request, now: NOW })).toBe("done");
    expect(await movePublication(database, viewer, { surveyId, request, now: NOW })).toBe("outdated");
    expect(await listPublished(database)).toEqual([]);
    expect(await readPublishedDocument(database, id)).toBeNull();
    expect(await findPublication(database, surveyId)).toMatchObject({ withdrawalNote: "Nhầm danh sách đơn vị" });
    const again = { surveyId, snapshotId: snapshot.id, note: "Đã rà lại", at: NOW };
    expect(await insertPublication(database, viewer, again)).toBe("done");
    expect(await findPublication(database, surveyId)).toMatchObject({ note: "Đã rà lại", withdrawnAt: null });
  });
});

describe("the form", () => {
  const read = (fields: Record<string, string>, replacing = false) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return readPublicationForm(form, { replacing });
  };
  const publish = { change: "publish", id: "7", note: "", confirmed: "yes" };

  it("takes a publication without a note, but none in place of another", () => {
    expect(read(publish)).toEqual({ ok: true, request: { step: "publish", id: 7, note: "" } });
    expect(read(publish, true)).toMatchObject({ ok: false, step: "publish" });
  });

  it("asks for a tick, a note to withdraw with and at most 500 characters, and keeps what was typed", () => {
    expect(read({ ...publish, confirmed: "", note: " Lời " })).toMatchObject({ ok: false, note: "Lời" });
    expect(read({ ...publish, change: "withdraw" })).toMatchObject({ ok: false, step: "withdraw" });
    expect(read({ ...publish, note: "a".repeat(501) })).toMatchObject({ ok: false, note: "a".repeat(501) });
    expect(read({ ...publish, id: "x" })).toMatchObject({ ok: false, step: null });
    expect(read({})).toMatchObject({ ok: false, step: null });
  });
});
