import { expect, test } from "vitest";
import { insertResponse } from "~db/repositories/responses";
import { listChanges, readTimeline, recordChanges, takeBackChange } from "~db/repositories/unit-changes";
import { listLineage, listUnits } from "~db/repositories/units";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const AT = new Date("2026-11-01T03:00:00Z");
const DAY = "2027-01-01";

async function merging() {
  const database = referenceDatabase();
  const viewer = await provinceViewer(database);
  const [province, one, other] = await Promise.all(
    ["th", "xa-2025-14797", "xa-2025-14758"].map((key) => unitId(database, key)),
  );
  const change = {
    kind: "reorganise" as const,
    into: [
      {
        ...{ code: "14797", name: "Phường Thanh Hóa", kind: "commune" as const, parentId: province ?? 0 },
        from: [one ?? 0, other ?? 0],
      },
    ],
    children: [],
  };
  const changes = [{ change, effectiveOn: DAY, basis: "NQ 1/NQ-UBTVQH16" }];
  return { database, viewer, changes, one: one ?? 0, other: other ?? 0 };
}

function tables(database: ReturnType<typeof referenceDatabase>): string {
  const all = (table: string) => database.$client.prepare(`select * from ${table} order by 1, 2`).all();
  return JSON.stringify([all("units"), all("unit_versions"), all("unit_lineage")]);
}

test("a merge of two wards makes one that takes over their stations and schools, and answers stay with the old one", async () => {
  const { database, viewer, changes, one } = await merging();
  const { surveyId, points } = await addOpenSurvey(database, {
    questionnaire: "one-stop-counter",
    units: ["xa-2025-14797"],
  });
  await insertResponse(database, {
    responseId: "00000000-0000-4000-8000-000000000001",
    ...{ surveyId, unitId: one, pointId: points[0]?.id ?? null, channel: "qr", language: "vi" },
    ...{ finishedAt: "2026-06-01T03:00:00.000Z", packed: "", texts: {} },
  });
  const below = (await listUnits(database, viewer, { on: "2026-12-31" })).filter(({ parentId }) => parentId === one);
  expect(await recordChanges(database, viewer, changes, AT)).toEqual([]);
  const after = await listUnits(database, viewer, { on: DAY });
  const made = after.filter(({ name }) => name === "Phường Thanh Hóa");
  expect(made).toHaveLength(1);
  expect(made[0]?.id).not.toBe(one);
  expect(after.filter(({ parentId }) => parentId === made[0]?.id).length).toBeGreaterThan(below.length);
  expect(after.filter(({ code }) => code === "14797")).toHaveLength(1);
  expect(database.$client.prepare("select unit_id from responses").pluck().all()).toEqual([one]);
  expect((await listLineage(database, made[0]?.id ?? 0)).map(({ relation }) => relation)).toEqual(["merge", "merge"]);
  expect((await listChanges(database))[0]).toMatchObject({ effectiveOn: DAY, basis: "NQ 1/NQ-UBTVQH16" });
});

test("taking the latest change back leaves every row of the tree as it was", async () => {
  const { database, viewer, changes } = await merging();
  const before = tables(database);
  await recordChanges(database, viewer, changes, AT);
  expect(tables(database)).not.toBe(before);
  const [change] = await listChanges(database);
  expect(await takeBackChange(database, viewer, change?.id ?? 0, AT)).toBe("done");
  expect(tables(database)).toBe(before);
});

test("a change is not taken back once a unit that it made has a point, nor when a later one stands on it", async () => {
  const { database, viewer, changes } = await merging();
  await recordChanges(database, viewer, changes, AT);
  const made = (await readTimeline(database)).bearerOf("14797", DAY)?.unitId ?? 0;
  const [merge] = await listChanges(database);
  database.$client
    .prepare("insert into collection_points (unit_id, code, label, created_at) values (?, '2345678', 'Quầy', '')")
    .run(made);
  expect(await takeBackChange(database, viewer, merge?.id ?? 0, AT)).toBe("in-use");
  const rename = { kind: "rename" as const, unitId: made, code: "14797", name: "Phường Đông" };
  await recordChanges(database, viewer, [{ change: rename, effectiveOn: "2028-01-01", basis: "" }], AT);
  expect(await takeBackChange(database, viewer, merge?.id ?? 0, AT)).toBe("not-latest");
});

test("a series is recorded whole or not at all", async () => {
  const { database, viewer, changes, other } = await merging();
  const before = tables(database);
  const bad = { kind: "rename" as const, unitId: other, code: "14758", name: "Phường Khác" };
  const problems = await recordChanges(
    database,
    viewer,
    [...changes, { change: bad, effectiveOn: DAY, basis: "" }],
    AT,
  );
  expect(problems.map(({ at, field }) => [at, field])).toEqual([[1, "unitId"]]);
  expect(tables(database)).toBe(before);
});

test("nobody changes units outside the scope, nor puts one under them", async () => {
  const { database, changes, one } = await merging();
  const before = tables(database);
  const health = await addViewer(database, "th-syt", { role: "administrator" });
  expect((await recordChanges(database, health, changes, AT)).map(({ field }) => field)).toEqual(["unitId"]);
  const hospital = await unitId(database, "bv-nhi");
  const move = { kind: "reparent" as const, unitId: hospital, parentId: one };
  expect(await recordChanges(database, health, [{ change: move, effectiveOn: DAY, basis: "" }], AT)).toHaveLength(1);
  expect(tables(database)).toBe(before);
  const correct = {
    kind: "correct" as const,
    unitId: hospital,
    code: "BV02",
    name: "Bệnh viện Nhi",
    unitKind: "hospital" as const,
  };
  expect(await recordChanges(database, health, [{ change: correct, effectiveOn: DAY, basis: "" }], AT)).toEqual([]);
});
