import { describe, expect, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import type { Role } from "~/access/roles";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { NOW, type Visitor, visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";

async function officer(database: Database, role: Role = "unit_officer", unit = "bv-dk-tinh"): Promise<Visitor> {
  await insertAccount(database, {
    username: `${role}-${unit}`,
    displayName: "Cán bộ",
    passwordHash: await hashPassword(PASSWORD),
    mustChangePassword: false,
    role,
    sector: null,
    unitId: await unitId(database, unit),
    createdAt: "2026-01-05T02:00:00.000Z",
  });
  const site = await visitSite(database);
  await site.post("/sign-in", { username: `${role}-${unit}`, password: PASSWORD });
  return site;
}

/** The code that a page of an officer shows once. */
async function shownCode(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  return /enrolment-code">([2-9A-Z]{4}-[2-9A-Z]{4})</.exec(await response.text())?.[1] ?? "";
}

async function setUp({ now = () => NOW }: { now?: () => Date } = {}) {
  const database = referenceDatabase();
  const { points, surveyId } = await addOpenSurvey(database, { questionnaire: "one-stop-counter" });
  const [point] = points;
  if (!point) throw new Error("a point is needed");
  const site = await officer(database);
  const code = await shownCode(await site.post("/kiosks/new", { pointId: String(point.id), label: "Quầy số 3" }));
  const tablet = await visitSite(database, { now });
  return { database, point, surveyId, site, tablet, code, path: `/k/${point.code}/kiosk` };
}

async function enrolled() {
  const made = await setUp();
  expect((await made.tablet.post("/kiosk", { code: made.code })).status).toBe(303);
  return made;
}

/** What a form page sends when "Rất hài lòng" stands everywhere. */
async function filled(page: Response): Promise<[string, string][]> {
  const html = await page.text();
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)"[^>]*value="([^"]*)"/g)];
  const groups = new Set(
    [...html.matchAll(/<input[^>]*type="radio"[^>]*name="([^"]+)"/g)].map(([, name = ""]) => name),
  );
  return [
    ...hidden.map(([, name = "", value = ""]): [string, string] => [name, value]),
    ...[...groups].map((name): [string, string] => [name, /^[A-E]\d/.test(name) ? "5" : "1"]),
  ];
}

function heartbeat(tablet: Visitor, path: string, body: string, headers: Record<string, string> = {}) {
  return tablet.send(`${path}/heartbeat`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", "Content-Length": String(body.length), ...headers },
  });
}

const stored = (database: Database) => database.$client.prepare("select channel from responses").all();

describe("the enrolment page", () => {
  it("gives a strict cookie for the public pages and leads to the kiosk page", async () => {
    const { tablet, code, path } = await setUp();
    expect((await tablet.get("/kiosk")).status).toBe(200);
    const answer = await tablet.post("/kiosk", { code });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, path]);
    expect(answer.headers.get("Set-Cookie")).toMatch(
      /^hl_kiosk=[\w-]{43}; Path=\/k\/; Max-Age=34560000; HttpOnly; SameSite=Strict$/,
    );
    expect((await tablet.get(path)).status).toBe(200);
  });

  it("marks the cookie Secure on HTTPS", async () => {
    const { database, code } = await setUp();
    const tablet = await visitSite(database, { settings: { secureCookies: true } });
    expect((await tablet.post("/kiosk", { code })).headers.get("Set-Cookie")).toMatch(/; Secure$/);
  });

  it("answers a code that does not serve with 422 and the reason, in both languages", async () => {
    const { database, tablet, code } = await setUp();
    const refused = async (typed: string, path = "/kiosk", by = tablet) => {
      const answer = await by.post(path, { code: typed });
      expect([typed, answer.status, answer.headers.get("Set-Cookie")]).toEqual([typed, 422, null]);
      return answer.text();
    };
    expect(await refused("")).toContain("Mã có thể bị gõ nhầm");
    expect(await refused("abc")).toContain('value="abc"');
    expect(await refused("22222222")).toContain("Không có mã này");
    expect(await refused("22222222", "/kiosk?lang=en")).toContain("There is no such code");
    const late = await visitSite(database, { now: () => new Date(NOW.getTime() + 30 * 60_000) });
    expect(await refused(code, "/kiosk", late)).toContain("quá 30 phút");
    await tablet.post("/kiosk", { code });
    expect(await refused(code)).toContain("đã được dùng");
  });
});

describe("the kiosk page", () => {
  it("stores what it sends under the channel of tablets", async () => {
    const { database, tablet, path } = await enrolled();
    const page = await tablet.get(path);
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    const sent = await tablet.post(`${path}?send=1`, await filled(page));
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, path]);
    expect(stored(database)).toEqual([{ channel: "kiosk" }]);
  });

  it("comes back with what is wrong when a form cannot stand", async () => {
    const { database, tablet, path } = await enrolled();
    const fields = await filled(await tablet.get(path));
    const empty = fields.filter(([name]) => !/^[A-Z]/.test(name));
    const answer = await tablet.post(`${path}?send=1`, empty);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("data-kiosk");
    expect(html).toContain("error-summary");
    expect(stored(database)).toEqual([]);
  });

  it("is refused to whoever is no tablet of the point, who can send nothing either", async () => {
    const { database, tablet, path } = await enrolled();
    const fields = await filled(await tablet.get(path));
    const stranger = await visitSite(database);
    const page = await stranger.get(path);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain("http://localhost/kiosk");
    expect((await stranger.post(`${path}?send=1`, fields)).status).toBe(403);
    expect(stored(database)).toEqual([]);
  });

  it("is refused once the officer revoked the tablet, who was asked to confirm", async () => {
    const { database, site, tablet, path } = await enrolled();
    const fields = await filled(await tablet.get(path));
    expect((await site.post("/kiosks", { change: "revoke", id: "1" })).status).toBe(422);
    expect((await tablet.get(path)).status).toBe(200);
    expect((await site.post("/kiosks", { change: "revoke", id: "1", confirmed: "yes" })).status).toBe(200);
    expect((await tablet.get(path)).status).toBe(403);
    expect((await tablet.post(`${path}?send=1`, fields)).status).toBe(403);
    expect((await heartbeat(tablet, path, '{"queue":0}')).status).toBe(403);
    expect(stored(database)).toEqual([]);
  });

  it("goes on under the point's new code, and takes what was kept under the old one", async () => {
    const { database, point, tablet, path } = await enrolled();
    const fields = await filled(await tablet.get(path));
    database.$client.prepare("update collection_points set code = 'BBBBBBBP' where id = ?").run(point.id);
    expect((await tablet.post(`${path}?send=1`, fields)).status).toBe(403);
    database.$client
      .prepare("insert into retired_codes (code, point_id, reason, retired_at) values (?, ?, 'lost', '2026-06-01')")
      .run(point.code, point.id);
    expect((await tablet.get(path)).headers.get("Location")).toBe("/k/BBBBBBBP/kiosk");
    expect((await tablet.post(`${path}?send=1`, fields)).status).toBe(303);
    expect(stored(database)).toEqual([{ channel: "kiosk" }]);
  });

  it("leads a tablet that stands elsewhere to its own point", async () => {
    const { database, tablet, path } = await enrolled();
    const { points } = await addOpenSurvey(database, { units: ["bv-nhi"] });
    const elsewhere = await tablet.get(`/k/${points[0]?.code}/kiosk?lang=en`);
    expect([elsewhere.status, elsewhere.headers.get("Location")]).toEqual([303, `${path}?lang=en`]);
  });
});

describe("a heartbeat", () => {
  it("tells the officer when the tablet was last seen and what waits on it", async () => {
    const { site, tablet, path } = await enrolled();
    expect((await heartbeat(tablet, path, '{"queue":7}')).status).toBe(204);
    const list = await (await site.get("/kiosks")).text();
    expect(list).toContain("vừa xong");
    expect(list).toContain("01/06/2026 10:00");
    expect(list).toMatch(/<td class="numeric">7<\/td>/);
    expect(list).toContain("đang dùng");
  });

  it.each([
    ["no JSON", 415, "queue=1", { "Content-Type": "application/x-www-form-urlencoded" }],
    ["from another site", 403, '{"queue":1}', { "Sec-Fetch-Site": "cross-site" }],
    ["not readable", 422, "{", {}],
    ["negative", 422, '{"queue":-1}', {}],
    ["no number", 422, '{"queue":"1"}', {}],
    ["too long", 413, `{"queue":1${" ".repeat(300)}}`, {}],
  ])("that is %s is refused with %d", async (_name, status, body, headers) => {
    const { database, tablet, path } = await enrolled();
    expect((await heartbeat(tablet, path, body, headers)).status).toBe(status);
    expect(database.$client.prepare("select queue_length from kiosks").get()).toEqual({ queue_length: null });
  });

  it("of nobody is refused", async () => {
    const { database, path } = await enrolled();
    expect((await heartbeat(await visitSite(database), path, '{"queue":1}')).status).toBe(403);
  });
});

describe("the officers' page of tablets", () => {
  it("is there for whoever runs surveys, and for nobody else", async () => {
    const { database } = await setUp();
    for (const role of ["administrator", "designer", "analyst", "viewer", "interviewer"] as const) {
      const site = await officer(database, role, "th");
      const expected = role === "administrator" || role === "designer" ? 200 : 403;
      for (const page of ["/kiosks", "/kiosks/new", "/kiosks/guide"]) {
        expect([role, page, (await site.get(page)).status]).toEqual([role, page, expected]);
      }
    }
  });

  it("says what to do where there is no tablet yet, and where there is no point", async () => {
    const database = referenceDatabase();
    const site = await officer(database);
    expect(await (await site.get("/kiosks")).text()).toContain("Chưa có máy nào");
    expect(await (await site.get("/kiosks/new")).text()).toContain("chưa có điểm khảo sát nào");
  });

  it("keeps what was typed when a tablet cannot be added", async () => {
    const { site } = await setUp();
    const answer = await site.post("/kiosks/new", { pointId: "999", label: "Quầy số 9" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("ngoài phạm vi");
    expect(html).toContain('value="Quầy số 9"');
  });

  it("gives a new code in place of the old one", async () => {
    const { site, tablet, code } = await setUp();
    const renewed = await shownCode(await site.post("/kiosks", { change: "renew", id: "1" }));
    expect((await tablet.post("/kiosk", { code })).status).toBe(422);
    expect((await tablet.post("/kiosk", { code: renewed })).status).toBe(303);
    expect((await site.post("/kiosks", { change: "renew", id: "99" })).status).toBe(404);
  });
});

/* Last, since tries are counted by address for as long as the process lives. */
it("stops guessing of one-time codes", async () => {
  const { database, code } = await setUp();
  const statuses: number[] = [];
  const { url } = await serveSite(database);
  for (let attempt = 0; attempt < 22; attempt++) {
    const body = new URLSearchParams({ code: "22222222" });
    statuses.push((await fetch(`${url}/kiosk`, { method: "POST", body, redirect: "manual" })).status);
  }
  expect(statuses.slice(-2)).toEqual([429, 429]);
  const right = await fetch(`${url}/kiosk`, { method: "POST", body: new URLSearchParams({ code }) });
  expect([right.status, right.headers.has("Retry-After")]).toEqual([429, true]);
});
