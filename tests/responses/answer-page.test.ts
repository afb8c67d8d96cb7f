import { describe, expect, it } from "vitest";
import { chooseSurvey } from "~/collection-points/choose-survey";
import type { Database } from "~db/open-database.server";
import { NOW, type Visitor, visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey } from "../support/surveys";

async function openSite(now: () => Date = () => NOW) {
  const database = referenceDatabase();
  const { surveyId, points } = await addOpenSurvey(database, {
    questionnaire: "one-stop-counter",
    units: ["th-ttpvhcc"],
  });
  const code = points[0]?.code ?? "";
  const visitor = await visitSite(database, { now });
  return { database, surveyId, visitor, path: `/k/${code}`, code };
}

async function envelope(visitor: Visitor, path: string): Promise<[string, string][]> {
  const page = await (await visitor.get(path)).text();
  const hidden = page.match(/<input type="hidden"[^>]*>/g) ?? [];
  return hidden.map((tag) => [attribute(tag, "name"), attribute(tag, "value")]);
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function isChecked(page: string, name: string, value: string): boolean {
  const tags = page.match(/<input[^>]*>/g) ?? [];
  return tags.some(
    (tag) => attribute(tag, "name") === name && attribute(tag, "value") === value && tag.includes(" checked"),
  );
}

function stored(database: Database): number {
  return (database.$client.prepare("SELECT count(*) AS n FROM responses").get() as { n: number }).n;
}

const ANSWERS: [string, string][] = [
  ["P1", "1"],
  ["A1", "4"],
];

describe("sending a form", () => {
  it("stores it once, however often it is sent, and thanks by redirect", async () => {
    const { database, surveyId, visitor, path } = await openSite();
    const sent = [...(await envelope(visitor, path)), ...ANSWERS];
    for (let time = 0; time < 3; time++) {
      const response = await visitor.post(path, sent);
      expect(response.status).toBe(303);
      expect(response.headers.get("Location")).toBe(`${path}/thanks?survey=${surveyId}`);
    }
    expect(stored(database)).toBe(1);
    const thanks = await visitor.get(`${path}/thanks?survey=${surveyId}`);
    expect(thanks.status).toBe(200);
    expect(await thanks.text()).toContain("Xin cảm ơn");
  });

  it("hands a wrong form back whole with the same id", async () => {
    const { database, visitor, path } = await openSite();
    const hidden = await envelope(visitor, path);
    const response = await visitor.post(path, [...hidden, ["A1", "4"], ["A2", "9"]]);
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain("<title>Lỗi: ");
    expect(page).toContain('href="#item-A2"');
    expect(page).toContain(`value="${new Map(hidden).get("response_id")}"`);
    expect(isChecked(page, "A1", "4")).toBe(true);
    expect(stored(database)).toBe(0);
  });

  it("asks what other answers from the same page are, and does as told", async () => {
    const { database, visitor, path } = await openSite();
    const hidden = await envelope(visitor, path);
    await visitor.post(path, [...hidden, ...ANSWERS]);
    const other: [string, string][] = [...hidden, ["P1", "2"], ["A1", "1"]];
    const conflict = await visitor.post(path, other);
    expect(conflict.status).toBe(409);
    const page = await conflict.text();
    expect(page).toContain("Sửa phiếu vừa gửi");
    expect(page).toMatch(/<input type="hidden"[^>]* name="A1"/);
    expect(stored(database)).toBe(1);
    expect((await visitor.post(path, [...other, ["intent", "correct"]])).status).toBe(303);
    expect(stored(database)).toBe(1);
    expect((await visitor.post(path, [...hidden, ...ANSWERS, ["intent", "new"]])).status).toBe(303);
    expect(stored(database)).toBe(2);
  });

  it("takes the form in English where it was read in English", async () => {
    const { surveyId, visitor, path } = await openSite();
    const sent = [...(await envelope(visitor, `${path}?lang=en`)), ...ANSWERS];
    expect(new Map(sent).get("lang")).toBe("en");
    const response = await visitor.post(`${path}?lang=en`, sent);
    expect(response.headers.get("Location")).toBe(`${path}/thanks?survey=${surveyId}&lang=en`);
    expect(await (await visitor.get(`${path}?lang=en`)).text()).toContain('<html lang="en"');
  });

  it.each([
    ["response_id", "1234"],
    ["survey", "-1"],
    ["version", "xyz"],
    ["version", "0".repeat(64)],
    ["started_at", "hôm qua"],
    ["lang", "fr"],
    ["intent", "delete"],
  ])("hands back a page whose %s was changed to %s", async (name, value) => {
    const { database, visitor, path } = await openSite();
    const hidden = (await envelope(visitor, path)).filter(([field]) => field !== name);
    const response = await visitor.post(path, [...hidden, [name, value], ...ANSWERS]);
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(/Câu trả lời vẫn còn/);
    expect(stored(database)).toBe(0);
  });
});

describe("what cannot be read", () => {
  const form = { "Content-Type": "application/x-www-form-urlencoded" };

  it("keeps what fits where too much was sent", async () => {
    const { database, visitor, path } = await openSite();
    const sent = new URLSearchParams([...(await envelope(visitor, path)), ...ANSWERS, ["H1", "ệ".repeat(60_000)]]);
    const response = await visitor.send(path, { method: "POST", body: sent });
    const page = await response.text();
    expect(response.status).toBe(413);
    expect(isChecked(page, "A1", "4")).toBe(true);
    expect(page).toContain("ệệệ");
    expect(stored(database)).toBe(0);
  });

  it("answers broken UTF-8 and other content types with a page of their own", async () => {
    const { visitor, path } = await openSite();
    const broken = await visitor.send(path, { method: "POST", headers: form, body: "A1=4&H1=%FF" });
    expect(broken.status).toBe(400);
    expect(await broken.text()).toContain("ký tự hỏng");
    const json = await visitor.send(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: '{"A1":4}',
    });
    expect(json.status).toBe(415);
    expect(await json.text()).toContain("Mở lại phiếu");
  });
});

describe("outside the window and off the track", () => {
  it("tells since when it is closed, and keeps the answers of who sends all the same", async () => {
    const { database, visitor, path } = await openSite();
    const sent = [...(await envelope(visitor, path)), ...ANSWERS];
    const later = await visitSite(database, { now: () => new Date("2027-02-01T03:00:00Z") });
    const page = await later.get(path);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("31/12/2026");
    const refused = await later.post(path, sent);
    expect(refused.status).toBe(410);
    expect(await refused.text()).toMatch(/chưa được gửi[\s\S]*name="A1"/);
    expect(stored(database)).toBe(0);
    const earlier = await visitSite(database, { now: () => new Date("2025-12-01T03:00:00Z") });
    const early = await earlier.get(path);
    expect(early.status).toBe(403);
    expect(await early.text()).toContain("01/01/2026");
  });

  it("tells a mistyped code from an unknown one", async () => {
    const { visitor, code } = await openSite();
    const mistyped = await visitor.get(`/k/${code.slice(0, 7)}X`);
    expect(mistyped.status).toBe(404);
    expect(await mistyped.text()).toContain("gõ nhầm");
    const spaced = await visitor.get(`/k/${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`);
    expect(spaced.status).toBe(200);
  });

  it("takes a typed code at the start page in any spelling", async () => {
    const { visitor, code } = await openSite();
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    const response = await visitor.get(`/?code=${encodeURIComponent(typed)}`);
    expect(response.headers.get("Location")).toBe(`/k/${code}`);
    expect((await visitor.get("/?code=")).status).toBe(422);
    expect((await visitor.get("/")).status).toBe(200);
  });

  it("answers an address without a page calmly and without a log entry", async () => {
    const { visitor } = await openSite();
    const response = await visitor.get("/khong-co");
    const page = await response.text();
    expect(response.status).toBe(404);
    expect(page).toContain("Không tìm thấy trang");
    expect(page).not.toContain("<script");
  });
});

describe("chooseSurvey", () => {
  const survey = (id: number, state: "open" | "closed" | "not-yet-open", opensOn: string, closesOn: string) => ({
    id,
    state,
    opensOn,
    closesOn,
  });
  const choose = (surveys: ReturnType<typeof survey>[], wantedId: number | null = null) =>
    chooseSurvey(surveys, { wantedId, today: "2026-06-01" });

  it("opens the one that is open, and lets choose among several", () => {
    const open = survey(1, "open", "2026-01-01", "2026-12-31");
    const closed = survey(2, "closed", "2026-01-01", "2026-05-31");
    expect(choose([closed, open])).toEqual({ kind: "open", survey: open });
    expect(choose([open, survey(3, "open", "2026-01-01", "2026-12-31")]).kind).toBe("choose");
    expect(choose([closed, open], 2)).toEqual({ kind: "closed", survey: closed, day: "2026-05-31" });
    expect(choose([open], 99).kind).toBe("open");
    expect(choose([])).toEqual({ kind: "none" });
  });

  it("tells of the nearest one where none is open", () => {
    const ended = survey(1, "closed", "2026-01-01", "2026-05-20");
    const soon = survey(2, "not-yet-open", "2026-06-05", "2026-12-31");
    const late = survey(3, "not-yet-open", "2026-11-05", "2026-12-31");
    expect(choose([late, ended, soon])).toEqual({ kind: "not-yet-open", survey: soon, day: "2026-06-05" });
    expect(choose([late, ended])).toMatchObject({ kind: "closed", survey: ended });
  });

  it("names no day where the dates do not tell", () => {
    expect(choose([survey(1, "closed", "2026-01-01", "2026-12-31")])).toMatchObject({ day: null });
    expect(choose([survey(1, "not-yet-open", "2026-01-01", "2026-12-31")])).toMatchObject({ day: null });
  });
});
