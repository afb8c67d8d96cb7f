import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { booksOf, foldTallies } from "~/indices/fold-tallies.server";
import { maskSmallCells } from "~/indices/mask-small-cells";
import { measureSurvey } from "~/indices/measure-survey.server";
import { recountTallies } from "~/indices/recount-tallies.server";
import { TALLY_FORMAT } from "~/indices/tally-plan";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Database } from "~db/open-database.server";
import { readUnfolded, storeTallies } from "~db/repositories/fold-tallies";
import { decideHeldGroup, holdBurst } from "~db/repositories/held-responses";
import { excludeForQuality, restoreForQuality } from "~db/repositories/response-quality";
import {
  insertResponse,
  insertResponses,
  type NewResponse,
  replaceAnswers,
  replaceKeyedNow,
} from "~db/repositories/responses";
import { talliesFingerprint } from "~db/repositories/tallies";
import { measureRecords } from "../indices/support/measure-records";
import { packedResponses } from "../indices/support/random-survey";
import { addViewer } from "../support/accounts";
import { referenceDatabase } from "../support/databases";
import { storeImported } from "../support/imported";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const ZONE = "Asia/Ho_Chi_Minh";
/** From here on responses enter the figures by tens. */
const NEW_SINCE = "2026-05-01T00:00:00.000Z";
const DAY = { from: new Date("2026-05-31T17:00:00Z"), until: new Date("2026-06-01T17:00:00Z") };

/** What people do to the responses of a survey, and when they are folded. */
const anyAct = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("submit" as const), held: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("import" as const), rows: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("correct" as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("burst" as const), point: fc.nat({ max: 1 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("review" as const), point: fc.nat({ max: 1 }), counts: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("file" as const), rows: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("quality" as const),
      place: fc.nat(),
      change: fc.constantFrom("exclude", "restore"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("rekey" as const), which: fc.nat(), valid: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("fold" as const), limit: fc.integer({ min: 1, max: 20 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("foldMeanwhile" as const),
      which: fc.nat(),
      limit: fc.integer({ min: 1, max: 9 }),
    }),
  },
);
type Act = typeof anyAct extends fc.Arbitrary<infer A> ? A : never;

async function setUp(questionnaire = "outpatient-qd56") {
  const database = referenceDatabase();
  const { surveyId, versionId, points } = await addOpenSurvey(database, {
    questionnaire,
    units: ["bv-dk-tinh", "bv-nhi"],
  });
  const viewer = await provinceViewer(database);
  const officer = await addViewer(database, "bv-nhi", { role: "unit_officer" });
  return { database, surveyId, points, viewer, officer, questionnaire: await readVersion(database, versionId) };
}
type World = Awaited<ReturnType<typeof setUp>> & { draw: () => string };

let sent = 0;

function response({ surveyId, points, draw }: World, held = false): NewResponse {
  const number = sent++;
  const point = points[number % 2];
  const instant = `2026-06-01T${String(8 + (number % 12)).padStart(2, "0")}:30:00.000Z`;
  return {
    responseId: randomUUID(),
    surveyId,
    unitId: point?.unitId ?? 0,
    pointId: point?.id ?? null,
    channel: (["qr", "paper", "kiosk"] as const)[number % 3] ?? "qr",
    language: "vi",
    finishedAt: instant,
    packed: draw(),
    flags: held ? "trap" : "",
    counted: !held,
    texts: {},
  };
}

function someId(database: Database, which: number): string | null {
  const ids = database.$client.prepare("select response_id from responses order by id").pluck().all() as string[];
  return ids[which % Math.max(1, ids.length)] ?? null;
}

async function perform(world: World, act: Act): Promise<void> {
  const { database, surveyId, points, viewer } = world;
  switch (act.kind) {
    case "submit":
      await insertResponse(database, response(world, act.held));
      return;
    case "import":
      await insertResponses(
        database,
        Array.from({ length: act.rows }, () => response(world)),
      );
      return;
    case "correct": {
      const responseId = someId(database, act.which);
      const changed = { packed: world.draw(), texts: {}, finishedAt: "2026-06-02T18:30:00.000Z", flags: "corrected" };
      if (responseId) await replaceAnswers(database, { responseId, surveyId, ...changed, counted: act.which % 3 > 0 });
      return;
    }
    case "burst":
      await holdBurst(database, { pointId: points[act.point]?.id ?? 0, since: new Date("2026-06-01T12:00:00Z") });
      return;
    case "review":
      for (const flag of ["burst", "trap"] as const)
        await decideHeldGroup(
          database,
          viewer,
          { surveyId, pointId: points[act.point]?.id ?? 0, day: "2026-06-01", flag, span: DAY },
          { decision: act.counts ? "counted" : "left-out", reason: "Đã xem lại", at: DAY.until },
        );
      return;
    case "file": {
      const rows = Array.from({ length: act.rows }, () => ({ ...response(world), startedAt: null, day: null }));
      const about = { surveyId, fileName: "phieu.csv", provenance: "Nhập tay", at: DAY.until };
      await storeImported(database, viewer, { ...about, rows });
      return;
    }
    case "quality":
      await decideQualityOf(world, act);
      return;
    case "rekey": {
      const responseId = someId(database, act.which);
      if (responseId)
        database.transaction(() => replaceKeyedNow(database, responseId, act.valid ? world.draw() : null));
      return;
    }
    case "fold":
      await foldTallies(database, { timeZone: ZONE, limit: act.limit });
      return;
    case "foldMeanwhile": {
      const given = { limit: act.limit, timeZone: ZONE };
      const read = await readUnfolded(database, await booksOf(database, ZONE), given);
      await perform(world, { kind: "correct", which: act.which });
      await perform(world, { kind: "rekey", which: act.which + 1, valid: act.which % 2 === 0 });
      await perform(world, { kind: "submit", held: false });
      if (act.which % 4 === 0) await perform(world, { kind: "fold", limit: 7 });
      if (read) await storeTallies(database, read, read.books, ZONE);
    }
  }
}

/** Excludes what a point or a file brought on the day, or restores it: files name no point, so each is a group. */
async function decideQualityOf(
  { database, surveyId, points, viewer }: World,
  { place: which, change }: { place: number; change: "exclude" | "restore" },
): Promise<void> {
  const files = database.$client.prepare("select id from response_imports order by id").pluck().all() as number[];
  const places = [
    ...points.map(({ id }) => ({ kind: "point" as const, id })),
    ...files.map((id) => ({ kind: "import" as const, id })),
  ];
  const place = places[which % places.length];
  if (!place) return;
  const group = { surveyId, place, day: "2026-06-01" };
  const decision = { reason: "Đã xem lại", at: DAY.until };
  if (change === "restore") {
    await restoreForQuality(database, viewer, { ...group, span: DAY }, decision);
    return;
  }
  const ofPlace = place.kind === "point" ? "point_id = ?" : "point_id is null and import_id = ?";
  const ids = database.$client
    .prepare(`select id from responses where counted = 1 and finished_at >= ? and finished_at < ? and ${ofPlace}`)
    .pluck()
    .all(DAY.from.toISOString(), DAY.until.toISOString(), place.id);
  await excludeForQuality(database, viewer, { ...group, ids: ids as number[] }, decision);
}

/** Tallies give the figures of the records, and what masks make of the sizes in the tallies is what they make of all rows. */
async function compareWays(database: Database, asked: Parameters<typeof measureSurvey>[1]): Promise<void> {
  const [tallied, measured] = [await measureSurvey(database, asked), await measureRecords(database, asked)];
  const figures = ({ responses, groups, channels }: typeof measured) => ({ responses, groups, channels });
  for (const minCell of [2, 4, 10]) {
    const least = { questionnaire: asked.questionnaire, minCell, minSame: 2 * minCell };
    expect(maskSmallCells({ ...least, groups: tallied.groups, sizes: tallied.sizes })).toEqual(
      maskSmallCells({ ...least, groups: measured.groups }),
    );
  }
  expect(figures(tallied)).toEqual(figures(measured));
}

/** Tallies are what a recount finds, and their measures those of the records, for everybody's part. */
async function verify({ database, surveyId, points, viewer, officer, questionnaire }: World): Promise<number> {
  const { differences, responses } = await recountTallies(database, { timeZone: ZONE });
  expect(differences).toEqual([]);
  const unitKeys = new Map(points.map(({ unitId, unitKey }) => [unitId, unitKey]));
  const groups = [
    ...points.map(({ unitKey }) => ({ key: unitKey, unitKeys: [unitKey] })),
    { key: "branch", unitKeys: [...unitKeys.values(), "th-syt"] },
    { key: "nobody", unitKeys: ["th-syt"] },
  ];
  for (const who of [viewer, officer]) {
    const survey = { viewer: who, surveyId, questionnaire, unitKeys, groups };
    for (const since of [null, NEW_SINCE]) await compareWays(database, { ...survey, since });
  }
  return responses;
}

async function folded() {
  const made = await setUp();
  const [packed] = fc.sample(packedResponses(made.questionnaire), { numRuns: 1, seed: 5 });
  const world: World = { ...made, draw: () => packed ?? "" };
  await insertResponses(
    made.database,
    Array.from({ length: 30 }, () => response(world)),
  );
  await foldTallies(made.database, { timeZone: ZONE });
  return world;
}

describe("tallies of a survey", () => {
  test("are exact after any sequence of acts, folded at any moment", async () => {
    const { questionnaire } = await setUp();
    const record = packedResponses(questionnaire);
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAct, { minLength: 4, maxLength: 24 }),
        fc.infiniteStream(record),
        async (acts, records) => {
          const draw = () => records.next().value as string;
          const world = { ...(await setUp()), draw };
          for (const act of acts) await perform(world, act);
          await verify(world);
          while ((await foldTallies(world.database, { timeZone: ZONE, limit: 10 })) > 0);
          await verify(world);
          const left = world.database.$client.prepare("select count(*) from tally_changes").pluck().get();
          expect(left).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe("what a file brought", () => {
  test("leaves the tallies when it is excluded and comes back when it is restored, exactly", async () => {
    const world = await folded();
    const { database } = world;
    const counted = () => database.$client.prepare("select count(*) from responses where counted").pluck().get();
    const foldAll = async () => {
      while ((await foldTallies(database, { timeZone: ZONE })) > 0);
    };
    await perform(world, { kind: "file", rows: 12 });
    await foldAll();
    await verify(world);
    const change = (change: "exclude" | "restore") => perform(world, { kind: "quality", place: 2, change });
    await change("exclude");
    // Three of the twelve are of the next day, and another group.
    expect(counted()).toBe(33);
    await verify(world);
    await foldAll();
    await verify(world);
    await change("restore");
    expect(counted()).toBe(42);
    await foldAll();
    await verify(world);
  });
});

describe("a tally of another layout than its form's", () => {
  async function spoilt() {
    const world = await folded();
    world.database.$client.exec("update tallies set sums = x'0102' where rowid = (select max(rowid) from tallies)");
    return world;
  }
  const state = ({ database }: World) => database.$client.prepare("select folded, format from tally_state").get();

  test("is counted from the records by whoever reads it, and folded anew", async () => {
    const world = await spoilt();
    const { database, viewer, surveyId, points, questionnaire } = world;
    const unitKeys = new Map(points.map(({ unitId, unitKey }) => [unitId, unitKey]));
    const asked = { viewer, surveyId, questionnaire, unitKeys, groups: [], since: null };
    await compareWays(database, asked);
    expect(state(world)).toEqual({ folded: 30, format: 0 });
    while ((await foldTallies(database, { timeZone: ZONE, limit: 8 })) > 0);
    expect(state(world)).toEqual({ folded: 30, format: TALLY_FORMAT });
    await verify(world);
  });

  test("has a fold begin again from the first response", async () => {
    const world = await spoilt();
    const { database } = world;
    await insertResponses(
      database,
      Array.from({ length: 6 }, () => response(world)),
    );
    while ((await foldTallies(database, { timeZone: ZONE, limit: 8 })) > 0);
    expect(state(world)).toEqual({ folded: 36, format: TALLY_FORMAT });
    await verify(world);
  });

  test("is a difference that a recount puts right", async () => {
    const { database } = await spoilt();
    const { differences, replaced } = await recountTallies(database, { timeZone: ZONE });
    expect(differences).toHaveLength(1);
    expect(replaced).toBe(true);
    expect((await recountTallies(database, { timeZone: ZONE })).differences).toEqual([]);
  });
});

describe("a recount", () => {
  test("tells what differs, puts it right, and finds nothing the next time", async () => {
    const world = await folded();
    const { database } = world;
    database.$client.exec("delete from tallies where rowid = (select min(rowid) from tallies)");
    database.$client.exec(
      "update day_tallies set answers = answers + 1 where rowid = (select max(rowid) from day_tallies)",
    );
    const { differences, replaced, responses } = await recountTallies(database, { timeZone: ZONE });
    expect(responses).toBe(30);
    expect(replaced).toBe(true);
    expect(
      differences.map(({ responses: { standing, recounted }, figures }) => [recounted - standing, figures > 0]),
    ).toEqual([
      [5, true],
      [0, true],
    ]);
    expect(await recountTallies(database, { timeZone: ZONE })).toMatchObject({ differences: [], replaced: false });
    await verify(world);
  });

  test("follows days into another time zone, and so does a fold", async () => {
    const { database } = await folded();
    const days = () => database.$client.prepare("select distinct day from day_tallies order by 1").pluck().all();
    expect(days()).toEqual(["2026-06-01", "2026-06-02"]);
    await foldTallies(database, { timeZone: "America/Los_Angeles" });
    expect(days()).toEqual(["2026-06-01"]);
    expect((await recountTallies(database, { timeZone: "America/Los_Angeles" })).differences).toEqual([]);
  });

  test("reads the whole table in whatever pieces, gaps among them", async () => {
    const world = await folded();
    const { database } = world;
    const copied = "survey_id, unit_id, point_id, channel, language, finished_at, received_at, packed, flags, counted";
    database.$client.exec(`
      insert into responses (response_id, ${copied})
        with recursive copies(n) as (select 1 union all select n + 1 from copies where n < 900)
        select lower(hex(randomblob(16))), ${copied} from copies, responses;
      delete from responses where id between 100 and 17000 or id % 7 = 0`);
    while ((await foldTallies(database, { timeZone: ZONE, limit: 4000 })) > 0);
    expect(await verify(world)).toBe(database.$client.prepare("select count(*) from responses").pluck().get());
  });

  test("leaves a submission with its own row to write, and the sign of results changes with it", async () => {
    const world = await folded();
    const { database } = world;
    const before = await talliesFingerprint(database, world.surveyId);
    const written = () => database.$client.prepare("select count(*) from tally_changes").pluck().get();
    await insertResponse(database, response(world));
    expect(written()).toBe(0);
    expect(await talliesFingerprint(database, world.surveyId)).not.toBe(before);
  });
});
