import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldTallies } from "~/indices/fold-tallies.server";
import { masksBefore, readMasks, writeMasks } from "~/indices/kept-masks";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { shapesOf } from "~/indices/mask-small-cells";
import { measureSurvey } from "~/indices/measure-survey.server";
import { minimumsOf } from "~/indices/minimums";
import { publishFolded } from "~/indices/publish-folded.server";
import { publishedMasks } from "~/indices/published-masks.server";
import { type ResultMasks, reckonMasks } from "~/indices/result-masks";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Database } from "~db/open-database.server";
import { findPublishedMasks, keepPublishedMasks } from "~db/repositories/published-masks";
import { excludeForQuality, restoreForQuality } from "~db/repositories/response-quality";
import { insertResponses } from "~db/repositories/responses";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";
import { packedResponses } from "./support/random-survey";

const UNITS = ["bv-nhi", "bv-phu-san", "bv-ung-buou", "bv-mat", "bv-da-lieu"];
const DAY = { from: new Date("2026-05-31T17:00:00Z"), until: new Date("2026-06-01T17:00:00Z") };
const MINIMUMS = { cell: 10, unit: 30 };

async function setUp() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { units: UNITS });
  const questionnaire = await readVersion(database, survey.versionId);
  return { database, ...survey, questionnaire, viewer: await provinceViewer(database) };
}
type World = Awaited<ReturnType<typeof setUp>>;

let sent = 0;

/** So many more answers at each of the units, in their order. */
async function answer({ database, surveyId, points, questionnaire }: World, many: readonly number[]): Promise<void> {
  const records = fc.sample(packedResponses(questionnaire), { numRuns: 20, seed: 7 });
  const channels = ["qr", "paper", "kiosk"] as const;
  await insertResponses(
    database,
    many.flatMap((persons, at) =>
      Array.from({ length: persons }, () => {
        const number = sent++;
        return {
          ...{ responseId: randomUUID(), surveyId, unitId: points[at]?.unitId ?? 0, pointId: points[at]?.id ?? null },
          ...{ channel: channels[number % 3] ?? "qr", language: "vi" as const, texts: {} },
          ...{ finishedAt: "2026-06-01T03:00:00.000Z", packed: records[number % records.length] ?? "" },
        };
      }),
    ),
  );
}

const requestOf = ({ surveyId, viewer }: World) => ({
  ...{ surveyId, viewer, today: "2026-06-10", timeZone: "Asia/Ho_Chi_Minh", province: "Tỉnh" },
  minimums: MINIMUMS,
});

/** Units whose number of responses the results withhold. */
async function uncounted(world: World): Promise<string[]> {
  const results = await loadSurveyResults(world.database, requestOf(world));
  return (results?.units ?? []).flatMap(({ key, surveyed, responses }) => (surveyed && responses === null ? key : []));
}

async function toPublish(world: World, least = MINIMUMS) {
  const { database, surveyId, viewer, questionnaire, points } = world;
  const groups = points.map(({ unitKey }) => ({ key: unitKey, unitKeys: [unitKey] }));
  const measured = await measureSurvey(database, {
    ...{ viewer, surveyId, questionnaire, groups, since: null },
    unitKeys: new Map(points.map(({ unitId, unitKey }) => [unitId, unitKey])),
  });
  return {
    ...{ surveyId, part: "whole", questionnaire, measured, minimums: minimumsOf(questionnaire, least) },
    sums: [{ total: "*", parts: UNITS }],
  };
}

type Publishing = Awaited<ReturnType<typeof toPublish>>;

const written = (masks: ResultMasks, { questionnaire, measured: { groups } }: Publishing) =>
  JSON.parse(writeMasks(masks, { units: groups.map(({ unit }) => unit), shapes: shapesOf({ questionnaire, groups }) }));

const keptOf = ({ database, surveyId }: World) => findPublishedMasks(database, { surveyId, part: "whole" });

describe("what the last publication withheld", () => {
  test("is withheld again as long as a small group needs it, and told when none does", async () => {
    const world = await setUp();
    await answer(world, [11, 10, 1, 60, 70]);
    expect(await uncounted(world)).toEqual(["bv-phu-san", "bv-ung-buou"]);
    await answer(world, [0, 10, 0, 0, 0]);
    expect(await uncounted(world)).toEqual(["bv-phu-san", "bv-ung-buou"]);
    await answer(world, [0, 0, 10, 0, 0]);
    expect(await uncounted(world)).toEqual([]);
  });

  test("is not what a first publication of the same numbers would withhold: the 11 that stood beside the 1", async () => {
    const world = await setUp();
    await answer(world, [11, 20, 1, 60, 70]);
    expect(await uncounted(world)).toEqual(["bv-nhi", "bv-ung-buou"]);
  });

  test("stands for those who see a part of a survey apart from the whole", async () => {
    const world = await setUp();
    await answer(world, [11, 10, 1, 60, 70]);
    await uncounted(world);
    const officer = await addViewer(world.database, "bv-nhi", { role: "unit_officer" });
    await loadSurveyResults(world.database, { ...requestOf(world), viewer: officer });
    const parts = world.database.$client.prepare("select part, batch from published_masks order by part desc").raw();
    expect(parts.all()).toEqual([
      ["whole", 1],
      [`unit_officer/${officer.unitId}/`, 1],
    ]);
  });
});

describe("kept masks", () => {
  const anyAct = fc.oneof(
    fc.record({
      kind: fc.constant("answers" as const),
      many: fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 5 }),
    }),
    fc.record({ kind: fc.constantFrom("exclude" as const, "restore" as const), point: fc.nat({ max: 4 }) }),
    fc.record({ kind: fc.constant("fold" as const) }),
  );
  type Act = typeof anyAct extends fc.Arbitrary<infer A> ? A : never;

  async function perform(world: World, act: Act): Promise<void> {
    const { database, viewer, surveyId, points } = world;
    if (act.kind === "answers") return answer(world, act.many);
    if (act.kind === "fold") return void (await foldTallies(database, { timeZone: "Asia/Ho_Chi_Minh" }));
    const place = { kind: "point" as const, id: points[act.point]?.id ?? 0 };
    const group = { surveyId, place, day: "2026-06-01" };
    const decision = { reason: "Đã xem lại", at: DAY.until };
    if (act.kind === "restore") {
      await restoreForQuality(database, viewer, { ...group, span: DAY }, decision);
      return;
    }
    const ids = database.$client.prepare("select id from responses where counted = 1 and point_id = ? limit 7").pluck();
    await excludeForQuality(database, viewer, { ...group, ids: ids.all(place.id) as number[] }, decision);
  }

  test("are what is reckoned with the masks before, after answers, exclusions, restores and folds", async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 3, maxLength: 9 }), async (acts) => {
        const world = await setUp();
        await answer(world, [11, 10, 4, 35, 60]);
        for (const act of [{ kind: "fold" as const }, ...acts]) {
          await perform(world, act);
          const before = await keptOf(world);
          const results = await toPublish(world);
          const masks = await publishedMasks(world.database, results);
          const after = await keptOf(world);
          const reckoned = reckonMasks(results, before && masksBefore(before.masks));
          if (before?.sign === after?.sign) expect(after).toEqual(before);
          else {
            changed++;
            expect(written(masks, results)).toEqual(written(reckoned, results));
            expect(after?.batch).toBe((before?.batch ?? 0) + 1);
          }
          expect(written(readMasks(after?.masks ?? ""), results)).toEqual(written(masks, results));
          // Told again, they are read: the same, and no publication of its own.
          expect(written(await publishedMasks(world.database, results), results)).toEqual(written(masks, results));
          expect(await keptOf(world)).toEqual(after);
        }
      }),
      { numRuns: 5 },
    );
    expect(changed).toBeGreaterThan(5);
  });

  test("are read, not reckoned, as long as sizes, sums and minimums are the same", async () => {
    const world = await setUp();
    await answer(world, [11, 10, 1, 60, 70]);
    const results = await toPublish(world);
    await publishedMasks(world.database, results);
    const nothing = JSON.stringify({ ...JSON.parse((await keptOf(world))?.masks ?? ""), uncounted: ["kept"] });
    const doctor = (masks: string) => world.database.$client.prepare("update published_masks set masks = ?").run(masks);
    doctor(nothing);
    expect([...(await publishedMasks(world.database, await toPublish(world))).uncounted]).toEqual(["kept"]);
    await foldTallies(world.database, { timeZone: "Asia/Ho_Chi_Minh" });
    expect([...(await publishedMasks(world.database, await toPublish(world))).uncounted]).toEqual(["kept"]);
    const stricter = await toPublish(world, { cell: 12, unit: 30 });
    expect([...(await publishedMasks(world.database, stricter)).uncounted]).toContain("bv-nhi");
    doctor(nothing);
    await answer(world, [0, 0, 0, 1, 0]);
    expect([...(await publishedMasks(world.database, await toPublish(world))).uncounted]).not.toContain("kept");
  });

  test("give way to those of another publication that came first", async () => {
    const { database, surveyId } = await setUp();
    const keep = (batch: number, sign: string) =>
      keepPublishedMasks(database, { surveyId, part: "whole", batch, sign, masks: "{}" });
    expect([await keep(0, "a"), await keep(0, "b"), await keep(1, "c"), await keep(1, "d")]).toEqual([
      ...[true, false, true, false],
    ]);
    expect(await findPublishedMasks(database, { surveyId, part: "whole" })).toMatchObject({
      ...{ sign: "c", batch: 2 },
    });
  });

  test("tell nothing of rows that they do not hold", () => {
    const text = JSON.stringify({ units: ["*"], rows: ["item/a"], uncounted: [], withheld: [], whole: [], masked: "" });
    const { rows } = readMasks(text);
    expect([rows.isMasked(0, 0), rows.isMasked(1, 0), rows.isMasked(0, 1), rows.isWhole(1)]).toEqual([
      ...[true, true, true, true],
    ]);
  });
});

test("the thread that folds keeps masks of what it folded, and of everything when a day begins", async () => {
  const world = await setUp();
  const other = await addOpenSurvey(world.database, { units: UNITS, title: "Đợt khác" });
  const { today, timeZone, minimums, province } = requestOf(world);
  const publish = (changed: ReadonlySet<number> | null) =>
    publishFolded(world.database, { changed, today, timeZone, minimums, province });
  await answer(world, [11, 10, 1, 60, 70]);
  const touched = new Set<number>();
  await foldTallies(world.database, { timeZone, touched });
  expect([...touched]).toEqual([world.surveyId]);
  await publish(touched);
  const kept = await keptOf(world);
  expect(JSON.parse(kept?.masks ?? "{}").uncounted.toSorted()).toEqual(["bv-phu-san", "bv-ung-buou"]);
  expect(await uncounted(world)).toEqual(["bv-phu-san", "bv-ung-buou"]);
  expect(await keptOf(world)).toEqual(kept);
  await answer({ ...world, ...other }, [11, 10, 1, 60, 70]);
  await publish(touched);
  expect(await keptOf({ ...world, ...other })).toBeNull();
  await publish(null);
  expect(await keptOf({ ...world, ...other })).not.toBeNull();
});

/** Statements of a connection, for whoever doubts that a page only reads. */
test("a page that is opened again writes nothing", async () => {
  const statements: string[] = [];
  const database: Database = referenceDatabase((sql) => void statements.push(sql));
  const survey = await addOpenSurvey(database, { units: UNITS });
  const questionnaire = await readVersion(database, survey.versionId);
  const world = { database, ...survey, questionnaire, viewer: await provinceViewer(database) };
  await answer(world, [11, 10, 1, 60, 70]);
  await uncounted(world);
  statements.length = 0;
  await foldTallies(database, { timeZone: "Asia/Ho_Chi_Minh" });
  statements.length = 0;
  await uncounted(world);
  expect(statements.some((sql) => sql.includes("tallies"))).toBe(true);
  expect(statements.filter((sql) => /^\s*(insert|update|delete)/i.test(sql))).toEqual([]);
});
