import { describe, expect, it } from "vitest";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { numbersOfBytes } from "~/snapshots/included-numbers";
import { differencesOf, finalSnapshot, loadSnapshot } from "~/snapshots/load-snapshot.server";
import { unpackDocument } from "~/snapshots/pack-document.server";
import { takeSnapshot } from "~/snapshots/take-snapshot.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import type { SurveyStep } from "~/surveys/survey-steps";
import { insertResponses } from "~db/repositories/responses";
import { listSnapshots } from "~db/repositories/snapshots";
import { changeStatus, findSurvey } from "~db/repositories/surveys";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const settings = {
  ...{ timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh Thanh Hóa", version: "0.1.0" },
  minimums: { cell: 10, unit: 30 },
};
const NOW = new Date("2026-07-02T03:00:00Z");

/** A survey of one hospital with forty answers of 5, received on 1 June. */
async function answeredSurvey() {
  const database = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(database);
  const layout = packedLayout(await readVersion(database, versionId));
  const viewer = await provinceViewer(database);
  const point = points[0] ?? { id: 0, unitId: 0 };
  const add = (name: string, number: number, level: number) =>
    insertResponses(
      database,
      Array.from({ length: number }, (_, index) => ({
        ...{ responseId: `${name}-${index}`, surveyId, unitId: point.unitId, pointId: point.id, texts: {} },
        ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-06-01T02:00:00.000Z" },
        packed: packAnswers(layout, { A1: level }),
      })),
    );
  await add("first", 40, 5);
  const step = (taken: SurveyStep, reason: string | null = null, now = NOW) =>
    moveSurvey(database, viewer, { surveyId, step: taken, reason, now, settings });
  const list = () => listSnapshots(database, viewer, surveyId);
  const exclude = (number: number) =>
    database.$client
      .prepare("update responses set counted = 0 where id in (select id from responses order by id limit ?)")
      .run(number);
  return { database, viewer, surveyId, add, step, list, exclude };
}

describe("finalising a survey", () => {
  it("takes a snapshot of what is in its results", async () => {
    const { database, viewer, step, list } = await answeredSurvey();
    await step("close");
    expect(await step("finalise")).toBe("done");
    const [taken, ...others] = await list();
    expect(others).toEqual([]);
    expect(taken).toMatchObject({ number: 1, kind: "final", responses: 40, reason: null, software: "0.1.0" });
    const snapshot = await loadSnapshot(database, viewer, taken?.id ?? 0);
    expect(snapshot?.document).toMatchObject({
      format: "hailong.snapshot/1",
      takenOn: "2026-07-02",
      results: { responses: 40, minimums: { cell: 10, unit: 30 }, scope: "whole" },
    });
    const included = database.$client.prepare("select included from snapshots").pluck().get() as Buffer;
    const counted = database.$client.prepare("select id from responses where counted order by id").pluck().all();
    expect([...numbersOfBytes(included)]).toEqual(counted);
  });

  it("fixes figures and responses that belong together, whatever changes while it reads them", async () => {
    const { database, viewer, surveyId, add, list, exclude } = await answeredSurvey();
    await add("many", 12_000, 4);
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at: NOW });
    let turns = 0;
    const disturb = () => {
      turns++;
      if (turns <= 3) exclude(40 * turns);
      if (turns < 6) setImmediate(disturb);
    };
    setImmediate(disturb);
    const id = await takeSnapshot(database, viewer, { surveyId, kind: "provisional", now: NOW, settings });
    expect(turns).toBeGreaterThan(2);
    const { document } = (await loadSnapshot(database, viewer, id ?? 0)) ?? {};
    const counted = database.$client.prepare("select id from responses where counted order by id").pluck().all();
    expect(counted).toHaveLength(12_040 - 120);
    expect([document?.included.responses, document?.results.responses]).toEqual([counted.length, counted.length]);
    expect((await list())[0]?.responses).toBe(counted.length);
    const included = database.$client.prepare("select included from snapshots").pluck().get() as Buffer;
    expect([...numbersOfBytes(included)]).toEqual(counted);
  });

  it("gives the same snapshot again, and one to results that were fixed before there were any", async () => {
    const { database, viewer, surveyId, list, step } = await answeredSurvey();
    await step("close");
    database.$client.prepare("update surveys set status = 'finalised', finalised_at = '2026-07-01T00:00:00Z'").run();
    const request = { surveyId, now: NOW, settings };
    const first = await finalSnapshot(database, viewer, request);
    const again = await finalSnapshot(database, viewer, { ...request, now: new Date("2026-08-01T00:00:00Z") });
    expect(first?.number).toBe(1);
    expect(again).toEqual(first);
    expect(await list()).toHaveLength(1);
  });

  it("is the only way to a final snapshot; a provisional one is what the figures are now", async () => {
    const { database, viewer, surveyId, list } = await answeredSurvey();
    const take = (kind: "final" | "provisional") =>
      takeSnapshot(database, viewer, { surveyId, kind, now: NOW, settings });
    expect(await take("final")).toBeNull();
    expect(await take("provisional")).not.toBeNull();
    expect(await list()).toMatchObject([{ number: 1, kind: "provisional", responses: 40 }]);
  });

  it("is refused to whoever does not run the survey, as is the sight of its snapshots", async () => {
    const { database, surveyId, step, list } = await answeredSurvey();
    await step("close");
    await step("finalise");
    const hospital = {
      accountId: 0,
      role: "unit_officer" as const,
      unitId: await unitId(database, "bv-dk-tinh"),
      sector: null,
    };
    expect(await takeSnapshot(database, hospital, { surveyId, kind: "provisional", now: NOW, settings })).toBeNull();
    expect(await listSnapshots(database, hospital, surveyId)).toEqual([]);
    expect(await loadSnapshot(database, hospital, (await list())[0]?.id ?? 0)).toBeNull();
  });
});

describe("a snapshot", () => {
  it("leaves out responses that wait for their batch, and says the same of the figures and of the responses", async () => {
    const { database, viewer, surveyId, add, list } = await answeredSurvey();
    await add("today", 7, 1);
    database.$client
      .prepare("update responses set received_at = ? where response_id like 'today-%'")
      .run(NOW.toISOString());
    await takeSnapshot(database, viewer, { surveyId, kind: "provisional", now: NOW, settings });
    const [taken] = await list();
    const snapshot = await loadSnapshot(database, viewer, taken?.id ?? 0);
    expect(snapshot?.document.included.responses).toBe(40);
    expect(snapshot?.document.results.responses).toBe(40);
  });

  it("is never changed and never removed", async () => {
    const { database, step } = await answeredSurvey();
    await step("close");
    await step("finalise");
    expect(() => database.$client.exec("update snapshots set responses = 41")).toThrow("a snapshot is never changed");
    expect(() => database.$client.exec("delete from snapshots")).toThrow("a snapshot is never removed");
  });

  it("whose content is not what it was is refused", async () => {
    const { database, step } = await answeredSurvey();
    await step("close");
    await step("finalise");
    const row = database.$client.prepare("select hash, document from snapshots").get() as {
      hash: string;
      document: Buffer;
    };
    expect(unpackDocument(row.document, row.hash).number).toBe(1);
    expect(() =>
      unpackDocument(
        row.document,
        row.hash.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
      ),
    ).toThrow("not what it was");
  });
});

describe("correcting fixed results", () => {
  it("keeps the snapshot, takes no more answers, and ends in another with the reason and what differs", async () => {
    const { database, viewer, surveyId, step, list, exclude } = await answeredSurvey();
    await step("close");
    await step("finalise");
    const closedAt = (await findSurvey(database, viewer, surveyId, "2026-07-02"))?.closedAt;
    expect(await step("correct")).toBe("outdated");
    expect(await step("correct", "Một tập phiếu nhập hai lần")).toBe("done");
    const open = await findSurvey(database, viewer, surveyId, "2026-07-02");
    expect(open).toMatchObject({ status: "closed", closedAt, correctionReason: "Một tập phiếu nhập hai lần" });
    expect(await step("reopen")).toBe("outdated");
    exclude(3);
    expect(await step("finalise")).toBe("done");
    const snapshots = await list();
    expect(snapshots.map(({ number, responses, reason }) => [number, responses, reason])).toEqual([
      [2, 37, "Một tập phiếu nhập hai lần"],
      [1, 40, null],
    ]);
    expect((await findSurvey(database, viewer, surveyId, "2026-07-02"))?.correctionReason).toBeNull();
    const [told, ...more] = await differencesOf(database, viewer, snapshots);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ before: 1, after: 2, difference: { responses: { before: 40, after: 37 } } });
  });

  it("tells no figures of a unit where fewer persons than a cell came or went", async () => {
    const { database, viewer, step, list, exclude } = await answeredSurvey();
    await step("close");
    await step("finalise");
    await step("correct", "Loại phiếu thử");
    exclude(3);
    await step("finalise");
    const [told] = await differencesOf(database, viewer, await list());
    expect(told?.difference.changes.length).toBeGreaterThan(0);
    for (const { small, rate, persons } of told?.difference.changes ?? []) {
      expect(small).toBe(true);
      expect([rate, persons]).toEqual(Array(2).fill({ before: null, after: null }));
    }
  });

  it("gives results fixed before there were snapshots theirs first", async () => {
    const { database, list, step } = await answeredSurvey();
    await step("close");
    database.$client.prepare("update surveys set status = 'finalised'").run();
    await step("correct", "Bổ sung phiếu giấy");
    expect(await list()).toMatchObject([{ number: 1, reason: null }]);
  });
});
