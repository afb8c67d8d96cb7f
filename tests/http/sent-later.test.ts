import { describe, expect, it } from "vitest";
import { NOTICE_VERSION } from "~/responses/notice-version";
import type { SurveyStatus } from "~/surveys/survey";
import type { Database } from "~db/open-database.server";
import { countStandings } from "~db/repositories/held-responses";
import { changeStatus } from "~db/repositories/surveys";
import { visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

type Fields = [string, string][];

const ANSWERS: Fields = [
  ["P1", "1"],
  ["A1", "5"],
  ["H1", "Cán bộ hướng dẫn rõ ràng"],
];

/** A point, a form page opened there, and a clock that the test sets. */
async function openedForm(start = "2026-12-30T03:00:00Z") {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"] });
  const clock = { now: new Date(start) };
  const site = await visitSite(database, { now: () => clock.now });
  const path = `/k/${survey.points[0]?.code}`;
  const html = await (await site.get(path)).text();
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)"[^>]*value="([^"]*)"/g);
  const envelope: Fields = [...inputs].map(([, name = "", value = ""]) => [name, value]);
  const send = (more: Fields, { answers = ANSWERS, query = "?send=1" } = {}) =>
    site.post(path + query, [
      ...envelope.filter(([name]) => !more.some(([other]) => other === name)),
      ...answers,
      ...more,
    ]);
  return { ...survey, database, clock, site, path, send };
}

function stored(database: Database) {
  return database.$client
    .prepare("select finished_at, received_at, notice_version, flags, counted from responses")
    .all() as Record<string, unknown>[];
}

describe("a form that a device kept until there was a network", () => {
  it("is stored with the instant of pressing send and that of arrival", async () => {
    const { clock, send, database } = await openedForm("2026-06-01T03:00:00Z");
    clock.now = new Date("2026-06-03T03:00:00Z");
    expect(
      (
        await send([
          ["finished_at", "2026-06-01T03:04:00.000Z"],
          ["notice", NOTICE_VERSION],
        ])
      ).status,
    ).toBe(303);
    expect(stored(database)).toEqual([
      {
        finished_at: "2026-06-01T03:04:00.000Z",
        received_at: "2026-06-03T03:00:00.000Z",
        notice_version: NOTICE_VERSION,
        flags: "",
        counted: 1,
      },
    ]);
  });

  it("stores no notice that was never shown", async () => {
    const { clock, send, database } = await openedForm();
    clock.now = new Date("2026-12-30T03:04:00Z");
    await send([["notice", "1999-01"]]);
    expect(stored(database)).toMatchObject([{ notice_version: null }]);
  });

  it.each([
    ["within the days of grace", "2027-01-05T03:00:00Z", { flags: "", counted: 1 }],
    ["after them", "2027-01-12T03:00:00Z", { flags: "late", counted: 0 }],
  ])("is taken after the last day, finished before its end and arrived %s", async (_, arrived, marks) => {
    const { clock, send, database, site, path } = await openedForm();
    clock.now = new Date(arrived);
    expect((await site.get(path)).status).toBe(410);
    expect((await send([["finished_at", "2026-12-31T16:00:00.000Z"]])).status).toBe(303);
    expect(stored(database)).toMatchObject([marks]);
  });

  it("is taken after a close by hand when finished before it; else the page says closed and keeps the answers", async () => {
    const { clock, send, database, surveyId } = await openedForm("2026-06-01T03:00:00Z");
    const at = new Date("2026-06-02T03:00:00Z");
    await changeStatus(database, await provinceViewer(database), { surveyId, from: "open", to: "closed", at });
    clock.now = new Date("2026-06-02T05:00:00Z");
    for (const more of [[], [["finished_at", "2026-06-02T03:00:01.000Z"]]] as Fields[]) {
      const refused = await send(more);
      expect(refused.status).toBe(410);
      expect(await refused.text()).toContain("Cán bộ hướng dẫn rõ ràng");
    }
    expect(stored(database)).toEqual([]);
    expect((await send([["finished_at", "2026-06-02T02:59:59.000Z"]])).status).toBe(303);
    expect(stored(database)).toMatchObject([{ flags: "", counted: 1 }]);
  });
});

describe("a form that meets a pause", () => {
  const PAUSED_AT = new Date("2026-06-02T03:00:00Z");

  async function paused() {
    const opened = await openedForm("2026-06-01T03:00:00Z");
    const { database, surveyId, clock } = opened;
    const viewer = await provinceViewer(database);
    const move = (from: SurveyStatus, to: SurveyStatus, at: Date) =>
      changeStatus(database, viewer, { surveyId, from, to, at });
    await move("open", "paused", PAUSED_AT);
    clock.now = new Date("2026-06-02T05:00:00Z");
    return { ...opened, move };
  }

  it("finds a page that says that answers will be taken again", async () => {
    const { site, path } = await paused();
    const page = await site.get(path);
    expect(page.status).toBe(423);
    const html = await page.text();
    expect(html).toContain("Đợt khảo sát tạm dừng");
    expect(html).toContain("sẽ nhận phiếu trở lại");
    expect(html).not.toContain('name="response_id"');
    expect(await (await site.get(`${path}?lang=en`)).text()).toContain("This survey is paused");
  });

  it("is taken when it was finished before it, however long it lasts", async () => {
    const { send, database, clock } = await paused();
    clock.now = new Date("2026-06-20T05:00:00Z");
    expect((await send([["finished_at", "2026-06-02T02:59:59.000Z"]])).status).toBe(303);
    expect(stored(database)).toMatchObject([{ flags: "", counted: 1 }]);
  });

  it("comes back whole when it was finished during it, and is taken from there once the survey goes on", async () => {
    const { send, database, move, clock } = await paused();
    for (const more of [[], [["finished_at", "2026-06-02T03:00:00.000Z"]]] as Fields[]) {
      const refused = await send(more);
      expect(refused.status).toBe(423);
      const html = await refused.text();
      expect(html).toContain("Cán bộ hướng dẫn rõ ràng");
      expect(html).toContain('name="response_id"');
    }
    expect(stored(database)).toEqual([]);
    await move("paused", "open", new Date("2026-06-03T03:00:00Z"));
    clock.now = new Date("2026-06-03T04:00:00Z");
    expect((await send([["finished_at", "2026-06-02T04:00:00.000Z"]])).status).toBe(303);
    expect(stored(database)).toMatchObject([{ flags: "", counted: 1 }]);
  });
});

describe("a form that comes after the results were fixed", () => {
  it("is kept as late when finished before the close, even within the days of grace, and refused when after it", async () => {
    const { send, database, surveyId, clock } = await openedForm("2026-06-01T03:00:00Z");
    const viewer = await provinceViewer(database);
    const at = new Date("2026-06-02T03:00:00Z");
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at });
    await changeStatus(database, viewer, { surveyId, from: "closed", to: "finalised", at });
    clock.now = new Date("2026-06-02T05:00:00Z");
    expect((await send([["finished_at", "2026-06-02T03:00:01.000Z"]])).status).toBe(410);
    expect((await send([["finished_at", "2026-06-02T02:59:59.000Z"]])).status).toBe(303);
    expect(stored(database)).toMatchObject([{ flags: "late", counted: 0 }]);
    expect(await countStandings(database, viewer, surveyId)).toEqual({ counted: 0, late: 1, held: 0, excluded: 0 });
  });

  it("corrects nothing that is in them: it is kept beside it", async () => {
    const { send, database, surveyId, clock } = await openedForm("2026-06-01T03:00:00Z");
    const viewer = await provinceViewer(database);
    clock.now = new Date("2026-06-01T03:05:00Z");
    expect((await send([])).status).toBe(303);
    const before = stored(database);
    const at = new Date("2026-06-01T03:06:00Z");
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at });
    await changeStatus(database, viewer, { surveyId, from: "closed", to: "finalised", at });
    clock.now = new Date("2026-06-01T03:07:00Z");
    const other: Fields = [
      ["intent", "correct"],
      ["finished_at", "2026-06-01T03:05:30.000Z"],
    ];
    expect(
      (
        await send(other, {
          answers: [
            ["P1", "1"],
            ["A1", "1"],
          ],
        })
      ).status,
    ).toBe(303);
    expect(stored(database)).toEqual([...before, expect.objectContaining({ counted: 0 })]);
  });
});

describe("a finish in the future", () => {
  it("is the arrival", async () => {
    const { clock, send, database } = await openedForm("2026-06-01T03:00:00Z");
    clock.now = new Date("2026-06-01T03:04:00Z");
    expect((await send([["finished_at", "2027-06-01T03:00:00.000Z"]])).status).toBe(303);
    expect(stored(database)).toMatchObject([{ finished_at: "2026-06-01T03:04:00.000Z", counted: 1 }]);
  });
});

describe("a form sent to be shown again", () => {
  it("comes back in the language of the address, same id, answers kept, nothing wrong and nothing stored", async () => {
    const { send, database } = await openedForm();
    const shown = await send([["intent", "show"]], { query: "?send=1&lang=en" });
    const html = await shown.text();
    expect(shown.status).toBe(200);
    expect(html).toContain('<html lang="en"');
    expect(html).toContain("Cán bộ hướng dẫn rõ ràng");
    expect(html).not.toContain("aria-invalid");
    expect(html).not.toMatch(/<title>Error/);
    expect(stored(database)).toEqual([]);
  });

  it("keeps the id that the page came with, also without a single answer", async () => {
    const { send, site, path } = await openedForm();
    const id = "3f0e4ad5-5f0b-4ad1-9a52-6a3d1b3c9f10";
    const html = await (
      await send(
        [
          ["intent", "show"],
          ["response_id", id],
        ],
        { answers: [] },
      )
    ).text();
    expect(html).toContain(`value="${id}"`);
    expect((await site.get(path)).status).toBe(200);
  });
});

it("an empty form of a questionnaire with a required question gets one message, linked to the question", async () => {
  const { send } = await openedForm();
  const refused = await send([], { answers: [] });
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html.match(/<li><a href="#item-[^"]*"/g)).toEqual([`<li><a href="#item-P1"`]);
  expect(html).not.toContain("Phiếu chưa có câu trả lời nào");
});

it("many strange fields get one message, and the answers stay", async () => {
  const { send, database } = await openedForm();
  const strange = Array.from({ length: 50 }, (_, index): [string, string] => [`strange-${index}`, "1"]);
  const html = await (await send(strange)).text();
  expect(html.match(/không thuộc phiếu này/g)).toHaveLength(1);
  expect(html).toContain("Cán bộ hướng dẫn rõ ràng");
  expect(stored(database)).toEqual([]);
});
