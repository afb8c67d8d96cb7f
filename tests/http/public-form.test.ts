import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { changeStatus } from "~db/repositories/surveys";
import { NOW, type Visitor, visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

type Fields = [string, string][];

const count = (database: Database) =>
  (database.$client.prepare("select count(*) n from responses").get() as { n: number }).n;

/** Hidden fields of the form on a page: what came with it. */
function envelopeOf(html: string): Fields {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)"[^>]*value="([^"]*)"/g);
  return [...inputs].map(([, name = "", value = ""]) => [name, value]);
}

const answers: Fields = [
  ["P1", "1"],
  ["A1", "5"],
  ["B2", "4"],
  ["E3", "0"],
  ["H1", "Cán bộ hướng dẫn rõ ràng"],
];

async function counterPoint() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"] });
  const code = survey.points[0]?.code ?? "";
  // Time goes on from one look at the clock to the next, as it does for people.
  let looks = 0;
  const now = () => new Date(NOW.getTime() + 5000 * looks++);
  return { database, ...survey, code, path: `/k/${code}`, site: await visitSite(database, { now }) };
}

async function openForm(site: Visitor, path: string): Promise<Fields> {
  const page = await site.get(path);
  expect(page.status).toBe(200);
  return envelopeOf(await page.text());
}

/** Whether the radio button of an answer is ticked on a page. */
function isTicked(html: string, item: string, value: string): boolean {
  const inputs = html.match(/<input type="radio"[^>]*>/g) ?? [];
  return inputs.some(
    (input) => input.includes(`name="${item}"`) && input.includes(`value="${value}"`) && /checked/.test(input),
  );
}

describe("a collection point's page", () => {
  it("carries one small script of its own, no cookie, nothing from elsewhere and no NUL byte, in both languages", async () => {
    const { site, path } = await counterPoint();
    for (const address of [path, `${path}?lang=en`, "/"]) {
      const page = await site.get(address);
      const html = await page.text();
      const scripts = html.match(/<script[^>]*>/g) ?? [];
      expect(scripts).toHaveLength(address === "/" ? 0 : 1);
      for (const script of scripts) expect(script).toMatch(/^<script src="\/assets\/form-[\w-]+\.js" defer/);
      expect(html).not.toMatch(/style="|<style|onclick/);
      expect(html).not.toContain("\u0000");
      expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
      expect(page.headers.getSetCookie()).toEqual([]);
    }
    expect(await (await site.get(`${path}?lang=en`)).text()).toMatch(/<html lang="en"/);
  });

  it("gives a new id with each page and selects nothing beforehand", async () => {
    const { site, path } = await counterPoint();
    const [first, second] = [await openForm(site, path), await openForm(site, path)];
    expect(first.find(([name]) => name === "response_id")).not.toEqual(second.find(([name]) => name === "response_id"));
    expect(await (await site.get(path)).text()).not.toMatch(/checked=/);
  });

  it("reads the code without regard to case, spaces and hyphens", async () => {
    const { site, code } = await counterPoint();
    const typed = encodeURIComponent(`${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`);
    expect((await site.get(`/k/${typed}`)).status).toBe(200);
  });

  it("stores an answer once: second tap, reload and retry of the same form", async () => {
    const { site, path, database } = await counterPoint();
    const fields = [...(await openForm(site, path)), ...answers];
    const sent = await Promise.all([site.post(path, fields), site.post(path, fields), site.post(path, fields)]);
    for (const response of sent) {
      expect(response.status).toBe(303);
      expect(response.headers.get("Location")).toMatch(/^\/k\/\w+\/thanks/);
    }
    expect(count(database)).toBe(1);
    const thanks = await site.get(sent[0]?.headers.get("Location") ?? "");
    expect(await thanks.text()).toContain("Đã nhận phiếu");
  });

  it("keeps nothing about who answered beside the answers", async () => {
    const { site, path, database } = await counterPoint();
    await site.send(path, {
      method: "POST",
      body: new URLSearchParams([...(await openForm(site, path)), ...answers]),
      headers: { "User-Agent": "TestBrowser/1.0", "X-Forwarded-For": "203.0.113.7" },
    });
    expect(database.$client.serialize().toString("latin1")).not.toMatch(/TestBrowser|203\.0\.113/);
    expect(database.$client.prepare("select field, text from response_texts").all()).toEqual([
      { field: "H1", text: "Cán bộ hướng dẫn rõ ràng" },
    ]);
  });

  it("asks what is meant when the same form comes with other answers, and does it", async () => {
    const { site, path, database } = await counterPoint();
    const envelope = await openForm(site, path);
    await site.post(path, [...envelope, ...answers]);
    const other: Fields = [...envelope, ["P1", "2"], ["A1", "1"]];
    const conflict = await site.post(path, other);
    expect(conflict.status).toBe(409);
    expect(await conflict.text()).toContain("Sửa phiếu vừa gửi");
    expect(count(database)).toBe(1);
    expect((await site.post(path, [...other, ["intent", "correct"]])).status).toBe(303);
    expect(count(database)).toBe(1);
    expect(database.$client.prepare("select flags from responses").get()).toEqual({ flags: "corrected" });
    const third: Fields = [...envelope, ["P1", "2"], ["A1", "2"], ["intent", "new"]];
    expect((await site.post(path, third)).status).toBe(303);
    expect((await site.post(path, third)).status).toBe(303);
    expect(count(database)).toBe(2);
  });
});

describe("mistakes on a collection point's page", () => {
  it.each([
    ["a missing required answer", [["A1", "5"]], "P1", /id="item-P1"/],
    [
      "a level outside the scale",
      [
        ["P1", "1"],
        ["A1", "7"],
        ["B1", "5"],
      ],
      "A1",
      /id="item-A1"/,
    ],
    [
      "an unknown option",
      [
        ["P1", "3"],
        ["A1", "5"],
      ],
      "P1",
      /id="item-P1"/,
    ],
    [
      "a level that is no number",
      [
        ["P1", "1"],
        ["A1", "tốt"],
      ],
      "A1",
      /id="item-A1"/,
    ],
    [
      "a field sent twice",
      [
        ["P1", "1"],
        ["A1", "4"],
        ["A1", "5"],
      ],
      "A1",
      /id="item-A1"/,
    ],
  ] as [string, Fields, string, RegExp][])(
    "%s gets 422, the field named, the answers kept",
    async (_, sent, item, field) => {
      const { site, path, database } = await counterPoint();
      const response = await site.post(path, [
        ...(await openForm(site, path)),
        ...sent,
        ["C1", "4"],
        ["H1", "giữ lại"],
      ]);
      const html = await response.text();
      expect(response.status).toBe(422);
      expect(html).toContain(`href="#item-${item}"`);
      expect(html).toMatch(field);
      expect(isTicked(html, "C1", "4")).toBe(true);
      expect(html).toContain("giữ lại</textarea>");
      expect(html).toMatch(/<title>Lỗi:/);
      expect(count(database)).toBe(0);
    },
  );

  it("a form without an answer gets 422", async () => {
    const { site, path, database } = await counterPoint();
    expect((await site.post(path, await openForm(site, path))).status).toBe(422);
    expect(count(database)).toBe(0);
  });

  it("an oversized body gets 413 and keeps what was answered before it", async () => {
    const { site, path, database } = await counterPoint();
    const fields = [...(await openForm(site, path)), ["P1", "1"], ["A1", "5"], ["H1", "x".repeat(200_000)]] as Fields;
    const response = await site.post(path, fields);
    const html = await response.text();
    expect(response.status).toBe(413);
    expect(isTicked(html, "A1", "5")).toBe(true);
    expect(count(database)).toBe(0);
  });

  it.each([
    ["/k/2222", 404, "gõ nhầm"],
    ["/k/22222222", 404, ""],
    ["/k/%F0%9F%98%80", 404, ""],
  ])("%s is no code: %i", async (path, status, words) => {
    const { site } = await counterPoint();
    const response = await site.get(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
  });

  it("a closed survey says so with 410, keeps the answers on the page and stores nothing", async () => {
    const { site, path, database, surveyId } = await counterPoint();
    const envelope = await openForm(site, path);
    const viewer = await provinceViewer(database);
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at: NOW });
    expect((await site.get(path)).status).toBe(410);
    const response = await site.post(path, [...envelope, ...answers]);
    expect(response.status).toBe(410);
    const html = await response.text();
    expect(isTicked(html, "A1", "5")).toBe(true);
    expect(html).toContain("Cán bộ hướng dẫn rõ ràng");
    expect(count(database)).toBe(0);
  });

  it("a survey that is not open yet says when with 403", async () => {
    const { path, database } = await counterPoint();
    const before = await visitSite(database, { now: () => new Date("2025-12-31T01:00:00Z") });
    const response = await before.get(path);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("01/01/2026");
  });

  it("the day turns in the province's time zone: the last evening in Thanh Hóa is still open", async () => {
    const { path, database } = await counterPoint();
    const lastEvening = await visitSite(database, { now: () => new Date("2026-12-31T16:59:00Z") });
    expect((await lastEvening.get(path)).status).toBe(200);
    const nextMorning = await visitSite(database, { now: () => new Date("2026-12-31T17:00:00Z") });
    expect((await nextMorning.get(path)).status).toBe(410);
  });

  it("several open surveys at a point are offered by name", async () => {
    const { database, path, site } = await counterPoint();
    await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"], title: "Đợt thứ hai" });
    const html = await (await site.get(path)).text();
    expect(html).toContain("Khảo sát thử");
    expect(html).toContain("Đợt thứ hai");
    expect(html).not.toContain('type="radio"');
  });
});
