import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { changeStatus } from "~db/repositories/surveys";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";
import { apiOf, keyFor } from "./support";

async function openSurvey({
  questionnaire = "outpatient-qd56",
  now,
}: {
  questionnaire?: string;
  now?: () => Date;
} = {}) {
  const database = referenceDatabase();
  const units = ["bv-dk-tinh", "bv-da-lieu"];
  const { surveyId, points } = await addOpenSurvey(database, { units, owner: "th-syt", questionnaire });
  const key = await keyFor(database, "bv-dk-tinh", { scopes: ["submit"], surveyId });
  const call = apiOf(database, now && { now });
  const path = `/surveys/${surveyId}/responses`;
  const send = (responses: unknown, query = "", as = key) =>
    call(`${path}${query}`, { key: as, method: "POST", body: { responses } });
  return { database, surveyId, points, key, call, path, send };
}

function submission(id: string, more: Record<string, unknown> = {}) {
  return {
    ...{ response_id: id, unit_id: "bv-dk-tinh", channel: "kiosk", submitted_at: "2026-06-20T08:31:00+07:00" },
    ...{ answers: { A1: 5, A2: 3 }, ...more },
  };
}

function stored(database: Database) {
  return database.$client
    .prepare("select response_id, channel, language, finished_at, flags, counted, point_id from responses order by id")
    .all() as { response_id: string; counted: number; flags: string; point_id: number | null }[];
}

describe("a batch of responses", () => {
  it("is stored, each as the form would have stored it, and tells what became of each", async () => {
    const { database, send, points } = await openSurvey();
    const code = points[0]?.code;
    const { status, json } = await send([submission("a"), submission("b", { point_code: code, language: "en" })]);
    expect(status).toBe(201);
    expect(json).toMatchObject({ stored: 2, known: 0, skipped: 0 });
    expect(json.results[0]).toEqual({ response_id: "a", status: "stored", counted: true, flags: [] });
    expect(stored(database)).toEqual([
      {
        ...{ response_id: "a", channel: "kiosk", language: "vi", finished_at: "2026-06-20T01:31:00.000Z" },
        ...{ flags: "", counted: 1, point_id: null },
      },
      expect.objectContaining({ response_id: "b", language: "en", point_id: points[0]?.id }),
    ]);
  });

  it("sent again adds nothing; other content under a known id is named, and nothing of it is stored", async () => {
    const { database, send } = await openSurvey();
    await send([submission("a")]);
    const again = await send([submission("a")]);
    expect([again.status, again.json.known, again.json.results[0].status]).toEqual([200, 1, "known"]);
    const other = await send([submission("new"), submission("a", { answers: { A1: 1 } })]);
    expect([other.status, other.json.errors]).toEqual([
      409,
      [{ response_id: "a", pointer: "/responses/1/response_id", detail: expect.any(String) }],
    ]);
    expect(stored(database)).toHaveLength(1);
    const skipping = await send([submission("new"), submission("a", { answers: { A1: 1 } })], "?skip-bad=1");
    expect([skipping.status, skipping.json.stored, skipping.json.skipped]).toEqual([201, 1, 1]);
    expect(stored(database).map(({ response_id }) => response_id)).toEqual(["a", "new"]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["no level of the scale", { answers: { A1: 9 } }, "/answers/A1"],
    ["words for a number", { answers: { A1: "5" } }, "/answers/A1"],
    ["no question of the form", { answers: { Z9: 1 } }, "/answers/Z9"],
    ["no answer", { answers: { A1: null } }, "/answers"],
    ["no channel", { channel: "fax" }, "/channel"],
    ["a field that nobody asked for", { ip: "10.0.0.1" }, "/ip"],
    ["a time without offset", { submitted_at: "2026-06-20T08:31:00" }, "/submitted_at"],
    ["the future", { submitted_at: "2026-07-03T08:31:00Z" }, "/submitted_at"],
    ["before the survey", { submitted_at: "2025-12-31T08:31:00+07:00" }, "/submitted_at"],
    ["an end before its start", { started_at: "2026-06-20T09:00:00+07:00" }, "/started_at"],
    ["a unit of the survey outside the key", { unit_id: "bv-da-lieu" }, "/unit_id"],
    ["a unit that is none", { unit_id: undefined, unit_code: "khong-co" }, "/unit_code"],
    ["no unit", { unit_id: undefined }, "/unit_id"],
    ["a point that is none", { point_code: "2222-2222" }, "/point_code"],
  ])("with %s is refused at its pointer, and nothing is stored", async (_, more, pointer) => {
    const { database, send } = await openSurvey();
    const { status, json } = await send([submission("good"), submission("bad", more)]);
    expect([status, json.errors[0]?.pointer, json.errors[0]?.response_id]).toEqual([
      422,
      `/responses/1${pointer}`,
      "bad",
    ]);
    expect(stored(database)).toEqual([]);
    const skipping = await send([submission("good"), submission("bad", more)], "?skip-bad=1");
    expect([skipping.status, skipping.json.results[1].errors[0].pointer]).toEqual([201, `/responses/1${pointer}`]);
    expect(stored(database)).toHaveLength(1);
  });

  it("takes several choices and words as lists and texts, and no choice that is none", async () => {
    const { database, send } = await openSurvey({ questionnaire: "sipas-household-2023-2026" });
    const answers = { Q2: [1, 3], "Q2.other": "Loa\u0000 phường", Q11: "Ghế chờ ít" };
    expect((await send([submission("a", { answers })])).status).toBe(201);
    const texts = database.$client.prepare("select field, text from response_texts order by field").raw().all();
    expect(texts).toEqual([
      ["Q11", "Ghế chờ ít"],
      ["Q2.other", "Loa phường"],
    ]);
    const same = await send([submission("a", { answers: { ...answers, Q2: [3, 1] } })]);
    expect(same.json.known).toBe(1);
    const wrong = await send([submission("b", { answers: { Q2: [999], Q11: 5, "Q11.other": "x" } })]);
    expect([wrong.status, wrong.json.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      ["Q2", "Q11", "Q11.other"].map((field) => `/responses/0/answers/${field}`),
    ]);
  });

  it("is bounded, and must be JSON", async () => {
    const { key, call, path, send } = await openSurvey();
    const many = Array.from({ length: 501 }, (_, index) => submission(`r${index}`));
    expect((await send(many)).status).toBe(422);
    expect((await send([])).status).toBe(422);
    expect((await send([submission("x"), submission("x")])).status).toBe(422);
    const raw = (body: string, headers = {}) => call(path, { key, method: "POST", body, headers });
    expect((await raw("{")).status).toBe(400);
    expect((await raw("{}", { "Content-Type": "text/csv" })).status).toBe(415);
    expect((await raw(`{"responses":["${"x".repeat(1024 * 1024)}"]}`)).status).toBe(413);
    expect((await raw('{"responses":[1]}')).json.errors[0].pointer).toBe("/responses/0");
    expect((await raw('{"other":[]}')).status).toBe(422);
  });

  it("goes to the survey of the key and to no other", async () => {
    const { database, key, call, send, surveyId } = await openSurvey();
    const other = await addOpenSurvey(database, { units: ["bv-dk-tinh"], owner: "th-syt" });
    const body = { responses: [submission("a")] };
    const wrong = await call(`/surveys/${other.surveyId}/responses`, { key, method: "POST", body });
    expect(wrong.status).toBe(403);
    const reader = await keyFor(database, "bv-dk-tinh");
    expect((await send([submission("a")], "", reader)).status).toBe(403);
    database.$client.prepare("update surveys set status = 'draft' where id = ?").run(surveyId);
    expect((await send([submission("a")])).status).not.toBe(201);
    expect(stored(database)).toEqual([]);
  });
});

describe("a survey that takes no more answers", () => {
  const at = new Date("2026-06-21T00:00:00Z");

  it("takes what was finished before its close: in time for seven days, then late and held at its point", async () => {
    let now = new Date("2026-06-25T00:00:00Z");
    const { database, surveyId, send, points } = await openSurvey({ now: () => now });
    const viewer = await provinceViewer(database);
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at });
    expect((await send([submission("in-time")])).status).toBe(201);
    const after = await send([submission("after", { submitted_at: "2026-06-22T08:00:00+07:00" })]);
    expect([after.status, after.json.errors[0].pointer]).toEqual([422, "/responses/0/submitted_at"]);
    now = new Date("2026-07-02T00:00:00Z");
    const nowhere = await send([submission("late")]);
    expect([nowhere.status, nowhere.json.errors[0].pointer]).toEqual([422, "/responses/0/point_code"]);
    const late = await send([submission("late", { point_code: points[0]?.code })]);
    expect(late.json.results[0]).toMatchObject({ status: "stored", counted: false, flags: ["late"] });
    expect(stored(database).map(({ counted, flags }) => [counted, flags])).toEqual([
      [1, ""],
      [0, "late"],
    ]);
  });

  it("that is paused takes what was finished before the pause and asks for the rest to be sent later", async () => {
    const { database, surveyId, send } = await openSurvey();
    const viewer = await provinceViewer(database);
    await changeStatus(database, viewer, { surveyId, from: "open", to: "paused", at });
    expect((await send([submission("before")])).status).toBe(201);
    const during = await send([submission("during", { submitted_at: "2026-06-22T08:00:00+07:00" })]);
    expect([during.status, during.json.errors[0].detail]).toEqual([422, expect.stringContaining("tạm dừng")]);
  });
});
