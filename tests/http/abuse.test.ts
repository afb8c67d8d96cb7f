import { createHash, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import type { Database } from "~db/open-database.server";
import { visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

type Fields = Record<string, string>;

const GOOD: Fields = { P1: "1", A1: "4", B2: "5", C1: "3" };
const BAD: Fields = { P1: "2", A1: "1", B2: "1", C1: "1" };

/** A point, its site, and a clock in seconds that the test sets. Forms have no page of their own: each gets a new id. */
async function busyPoint() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"] });
  const start = Date.parse("2026-06-01T03:00:00Z");
  const clock = { seconds: 0 };
  const path = `/k/${survey.points[0]?.code}`;
  const now = () => new Date(start + clock.seconds * 1000);
  // Sites over one server would share its memory; here each visitor keeps to this one.
  const site = await visitSite(database, { now });
  const html = await (await site.get(path)).text();
  const version = /name="version"[^>]*value="(\w+)"/.exec(html)?.[1] ?? "";
  const send = async (answers: Fields, more: Fields = {}, cookie = "") => {
    const envelope = { response_id: randomUUID(), survey: String(survey.surveyId), version, lang: "vi" };
    const body = new URLSearchParams({ ...envelope, ...answers, ...more });
    return site.stranger(path, { method: "POST", body, headers: cookie ? { Cookie: cookie } : {} });
  };
  const page = async () => (await site.stranger(path, {})).text();
  return { ...survey, database, clock, path, site, send, page };
}

async function index(database: Database, surveyId: number) {
  const viewer = await provinceViewer(database);
  const results = await loadSurveyResults(database, {
    viewer,
    surveyId,
    today: "2026-06-01",
    timeZone: "Asia/Ho_Chi_Minh",
    province: "Tỉnh Thanh Hóa",
    minimums: { cell: 10, unit: 30 },
  });
  return { measures: results?.measures, reliability: results?.reliability };
}

function tally(database: Database) {
  return database.$client.prepare("select flags, counted, count(*) n from responses group by 1, 2 order by 1, 2").all();
}

function solve(responseId: string, bits: number): string {
  for (let nonce = 0; ; nonce++) {
    const digest = createHash("sha256").update(`${responseId}:${nonce}`).digest();
    if (digest.readUInt32BE(0) >>> (32 - bits) === 0) return String(nonce);
  }
}

describe("a point that many send to", () => {
  it("300 people behind one address in ten minutes, 55 in the busiest: all get through and count", async () => {
    const { send, clock, database } = await busyPoint();
    const perMinute = [55, 20, 30, 55, 10, 55, 20, 15, 25, 15];
    for (const [minute, people] of perMinute.entries()) {
      for (let person = 0; person < people; person++) {
        clock.seconds = minute * 60 + (person * 60) / people;
        expect((await send(GOOD)).status).toBe(303);
      }
    }
    expect(tally(database)).toEqual([{ flags: "", counted: 1, n: 300 }]);
  });

  it("a script sending 1,000 a minute does not move the index, and nothing it sent is thrown away", async () => {
    const { send, clock, database, surveyId } = await busyPoint();
    for (let person = 0; person < 40; person++) {
      clock.seconds = person * 60;
      await send(GOOD);
    }
    const before = await index(database, surveyId);
    for (let form = 0; form < 2000; form++) {
      clock.seconds = 3600 + form * 0.06;
      const { status } = await send(BAD);
      if (status !== 303) throw new Error(`the script was answered ${status}`);
    }
    expect(await index(database, surveyId)).toEqual(before);
    expect(before.measures?.length).toBeGreaterThan(10);
    const counted = tally(database) as { counted: number; n: number }[];
    expect(counted.filter((row) => row.counted === 1)).toEqual([{ flags: "", counted: 1, n: 40 }]);
    expect(counted.reduce((sum, row) => sum + row.n, 0)).toBe(2040);
  });

  it("nor does it when it sends all of them at once", async () => {
    const { send, clock, database, surveyId } = await busyPoint();
    const before = await index(database, surveyId);
    clock.seconds = 3600;
    await Promise.all(Array.from({ length: 400 }, () => send(BAD)));
    expect(await index(database, surveyId)).toEqual(before);
    expect(tally(database)).toEqual([
      { flags: "burst", counted: 0, n: expect.any(Number) },
      { flags: "burst,no-proof", counted: 0, n: expect.any(Number) },
      { flags: "no-proof,burst", counted: 0, n: expect.any(Number) },
    ]);
  });

  it("is asked for a proof on its page; a form with one counts, a form without waits for review", async () => {
    const { send, clock, page, database } = await busyPoint();
    expect(await page()).not.toContain("data-proof");
    for (let form = 0; form < 65; form++) {
      clock.seconds = form * 0.5;
      await send(GOOD);
    }
    expect(await page()).toContain('data-proof="16"');
    clock.seconds = 120;
    const id = randomUUID();
    const proof = solve(id, 16);
    expect((await send(GOOD, { response_id: id, proof })).status).toBe(303);
    expect((await send(GOOD, { proof })).status).toBe(303);
    expect((await send(GOOD, { proof: "nothing" })).status).toBe(303);
    expect(tally(database)).toEqual([
      { flags: "", counted: 1, n: 61 },
      { flags: "no-proof", counted: 0, n: 7 },
    ]);
    clock.seconds = 800;
    expect(await page()).not.toContain("data-proof");
    await send(GOOD);
    expect(tally(database)).toContainEqual({ flags: "", counted: 1, n: 62 });
  });
});

describe("one device", () => {
  it("gets its token with its first taken form, not before, and is marked from the twenty-first in an hour on", async () => {
    const { site, path, send, clock, database } = await busyPoint();
    expect((await site.get(path)).headers.getSetCookie()).toEqual([]);
    expect((await send({})).headers.getSetCookie()).toEqual([]);
    const [cookie = "", ...more] = (await send(GOOD)).headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^hl_device=[\w-]{22}; Max-Age=\d+; Path=\/k\/; HttpOnly; SameSite=Lax$/);
    const token = cookie.split(";")[0] ?? "";
    for (let form = 0; form < 21; form++) {
      clock.seconds = 60 + form * 60;
      expect((await send(GOOD, {}, token)).headers.getSetCookie()).toEqual([]);
    }
    expect(tally(database)).toEqual([
      { flags: "", counted: 1, n: 21 },
      { flags: "burst", counted: 0, n: 1 },
    ]);
    expect(database.$client.serialize().toString("latin1")).not.toContain(token.slice("hl_device=".length));
  });
});

describe("what only a program does", () => {
  it("filling in the field that nobody sees, or sending faster than anybody reads, is kept and not counted", async () => {
    const { send, clock, database } = await busyPoint();
    clock.seconds = 60;
    await send(GOOD, { website: "http://example.com" });
    await send(GOOD, { started_at: "2026-06-01T03:00:59.500Z" });
    await send(GOOD, { started_at: "2026-06-01T03:00:40.000Z" });
    expect(tally(database)).toEqual([
      { flags: "", counted: 1, n: 1 },
      { flags: "trap", counted: 0, n: 2 },
    ]);
  });

  it("a form left out stays out when its sender corrects it", async () => {
    const { send, clock, database } = await busyPoint();
    const id = randomUUID();
    await send(BAD, { response_id: id, website: "x" });
    clock.seconds = 60;
    expect((await send(GOOD, { response_id: id, intent: "correct" })).status).toBe(303);
    expect(tally(database)).toEqual([{ flags: "trap,corrected", counted: 0, n: 1 }]);
  });
});
