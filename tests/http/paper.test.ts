import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import type { Visitor } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const HOSPITAL = { role: "unit_officer", unit: "bv-dk-tinh" } as const;
const OTHER = { role: "unit_officer", unit: "th-sgddt" } as const;

const MADE = { label: "Sáng thứ hai", fieldworkOn: "2026-05-29", issued: "5", returned: "3", doublePercent: "0" };

async function setUp() {
  const database = referenceDatabase();
  const { surveyId, points } = await addOpenSurvey(database, { units: ["bv-dk-tinh", "th-sgddt"] });
  const [point, otherPoint] = points;
  if (!point || !otherPoint) throw new Error("two points are needed");
  const site = await signedIn(database, HOSPITAL);
  const bundles = `/surveys/${surveyId}/paper`;
  const made = await site.post(bundles, { ...MADE, pointId: String(point.id) });
  expect(made.status).toBe(303);
  return { database, surveyId, point, otherPoint, site, bundles, bundle: made.headers.get("Location") ?? "" };
}

function keyed(number: number, answers: Record<string, string>): Record<string, string> {
  return { "paper.pass": "1", "paper.number": String(number), "paper.intent": "save", ...answers };
}

const stored = (database: Database) =>
  database.$client
    .prepare("select channel, unit_id as unitId, finished_at as finishedAt, packed from responses order by id")
    .all() as { channel: string; unitId: number; finishedAt: string; packed: string }[];

async function refusal(answer: Response): Promise<string> {
  expect(answer.status).toBe(422);
  return (await answer.text()).replaceAll("<!-- -->", "");
}

/** Keys every form of the bundle; the last one is not valid. */
async function keyAll(site: Visitor, bundle: string) {
  for (const number of [1, 2]) await site.post(bundle, keyed(number, { A1: "4" }));
  await site.post(bundle, { ...keyed(3, {}), "paper.intent": "invalid", "paper.invalid": "1" });
}

describe("the entry of paper forms without script", () => {
  it("stores a form as a response of its day and goes on with the next one", async () => {
    const { database, point, site, bundle } = await setUp();
    const page = await site.get(`${bundle}?pass=1`);
    expect(await page.text()).toContain('name="paper.number"');
    const answer = await site.post(bundle, keyed(1, { A1: "4", A2: "" }));
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${bundle}?pass=1&saved=1`]);
    expect(stored(database)).toMatchObject([
      { channel: "paper", unitId: point.unitId, finishedAt: "2026-05-29T05:00:00.000Z" },
    ]);
    expect(await (await site.get(`${bundle}?pass=1&saved=1`)).text()).toMatch(/name="paper.number"[^>]*value="2"/);
  });

  it("names the question of a digit that is no level and keeps what was keyed", async () => {
    const { database, site, bundle } = await setUp();
    const html = await refusal(await site.post(`${bundle}?pass=1`, keyed(1, { A1: "9", A2: "3" })));
    expect(html).toContain('href="#A1"');
    expect(html).toMatch(/Câu \d+:/);
    expect(html).toMatch(/name="A2"[^>]*value="3"/);
    expect(html).toMatch(/name="A1"[^>]*value="9"/);
    expect(stored(database)).toEqual([]);
  });

  it("takes a number once: the same again changes nothing, others are told what is there", async () => {
    const { database, site, bundle } = await setUp();
    await site.post(bundle, keyed(1, { A1: "4" }));
    expect((await site.post(bundle, keyed(1, { A1: "4" }))).status).toBe(303);
    const html = await refusal(await site.post(`${bundle}?pass=1`, keyed(1, { A1: "2" })));
    expect(html).toContain("Phiếu số 1 đã nhập lúc");
    expect(html).toContain("A1=4");
    expect(stored(database)).toHaveLength(1);
    for (const number of [0, 4, Number.NaN]) {
      expect(await refusal(await site.post(`${bundle}?pass=1`, keyed(number, { A1: "2" })))).toContain(
        "Số phiếu phải từ 1 đến 3.",
      );
    }
  });

  it("finishes a bundle only once nothing is missing, and takes nothing afterwards", async () => {
    const { database, site, bundle } = await setUp();
    await site.post(bundle, keyed(1, { A1: "4" }));
    const html = await refusal(await site.post(bundle, { "paper.intent": "finish" }));
    expect(html).toContain("Còn 2 phiếu chưa nhập lần một.");
    await keyAll(site, bundle);
    const done = await site.post(bundle, { "paper.intent": "finish" });
    expect([done.status, done.headers.get("Location")]).toEqual([303, `${bundle}?done=finish`]);
    expect((await site.post(bundle, keyed(1, { A1: "1" }))).status).toBe(422);
    expect(stored(database)).toHaveLength(2);
  });

  it("takes no form of a finalised survey, and says so", async () => {
    const { database, surveyId, site, bundle, bundles, point } = await setUp();
    database.$client.prepare("update surveys set status = 'finalised' where id = ?").run(surveyId);
    const html = await refusal(await site.post(`${bundle}?pass=1`, keyed(1, { A1: "4" })));
    expect(html).toContain("Đợt khảo sát đã chốt số liệu");
    expect((await site.post(bundles, { ...MADE, pointId: String(point.id) })).status).toBe(422);
    expect(stored(database)).toEqual([]);
  });
});

describe("bundles", () => {
  it("are refused with the field named and what was typed kept", async () => {
    const { database, site, bundles, point, otherPoint } = await setUp();
    const refusals: [Record<string, string>, string, string][] = [
      [{ fieldworkOn: "2025-12-31" }, "fieldworkOn", "Ngày khảo sát phải trong thời gian của đợt"],
      [{ fieldworkOn: "2026-06-02" }, "fieldworkOn", "Ngày khảo sát chưa tới."],
      [{ returned: "6" }, "returned", "Phiếu thu về không thể nhiều hơn phiếu phát ra"],
      [{ issued: "ba" }, "issued", "Phiếu phát ra: ghi một số"],
      [{ pointId: String(otherPoint.id) }, "pointId", "ngoài phạm vi của tài khoản"],
    ];
    for (const [change, field, message] of refusals) {
      const html = await refusal(await site.post(bundles, { ...MADE, pointId: String(point.id), ...change }));
      expect(html).toContain(message);
      expect(html).toContain(`href="#${field}"`);
      expect(html).toContain('value="Sáng thứ hai"');
    }
    expect(database.$client.prepare("select count(*) as n from paper_batches").get()).toEqual({ n: 1 });
  });

  it("of others are not there", async () => {
    const { database, bundle, bundles } = await setUp();
    const stranger = await signedIn(database, OTHER);
    expect(await (await stranger.get(bundles)).text()).not.toContain("Sáng thứ hai");
    expect((await stranger.get(bundle)).status).toBe(404);
    expect((await stranger.post(bundle, keyed(1, { A1: "4" }))).status).toBe(404);
    expect((await stranger.post(`${bundle}/forms`, keyed(1, { A1: "4" }))).status).toBe(404);
    expect((await stranger.post(bundle, { "paper.intent": "finish" })).status).toBe(404);
    expect((await stranger.get(`${bundles}/999`)).status).toBe(404);
    expect(stored(database)).toEqual([]);
  });
});

describe("correcting a bundle", () => {
  const change = { "paper.intent": "edit", label: "Chiều thứ hai", issued: "6", returned: "4" };
  const row = (database: Database) =>
    database.$client.prepare("select label, issued, returned from paper_batches").all() as unknown[];

  it("changes its name and counts, not below what has been keyed, and shows what was typed", async () => {
    const { database, site, bundle } = await setUp();
    await site.post(bundle, keyed(2, { A1: "4" }));
    for (const [field, value, message] of [
      ["returned", "1", "Đã nhập đến phiếu số 2: phiếu thu về không thể ít hơn 2."],
      ["issued", "3", "Phiếu thu về không thể nhiều hơn phiếu phát ra"],
      ["label", " ", "Ghi tên lô phiếu"],
    ] as const) {
      const html = await refusal(await site.post(bundle, { ...change, [field]: value }));
      expect(html).toContain(message);
      expect(html).toMatch(new RegExp(`name="${field}"[^>]*value="${value}"`));
    }
    expect(row(database)).toEqual([{ label: "Sáng thứ hai", issued: 5, returned: 3 }]);
    const answer = await site.post(bundle, change);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${bundle}?done=edit`]);
    expect(row(database)).toEqual([{ label: "Chiều thứ hai", issued: 6, returned: 4 }]);
  });

  it("is refused once the bundle is finished or the survey finalised", async () => {
    const { database, surveyId, site, bundle } = await setUp();
    await keyAll(site, bundle);
    await site.post(bundle, { "paper.intent": "finish" });
    expect((await site.post(bundle, change)).status).toBe(422);
    database.$client.prepare("update paper_batches set state = 'entering'").run();
    database.$client.prepare("update surveys set status = 'finalised' where id = ?").run(surveyId);
    expect(await refusal(await site.post(bundle, change))).toContain("Đợt khảo sát đã chốt số liệu");
    expect(row(database)).toEqual([{ label: "Sáng thứ hai", issued: 5, returned: 3 }]);
  });

  it("deletes an empty one after a confirmation, and none with forms in it or of others", async () => {
    const { database, site, bundle, bundles } = await setUp();
    const drop = { "paper.intent": "delete", "paper.confirmed": "yes" };
    const stranger = await signedIn(database, OTHER);
    expect((await stranger.post(bundle, drop)).status).toBe(404);
    expect((await stranger.post(bundle, change)).status).toBe(404);
    expect(await refusal(await site.post(bundle, { "paper.intent": "delete" }))).toContain("Đánh dấu vào ô");
    await site.post(bundle, keyed(1, { A1: "4" }));
    expect(await refusal(await site.post(bundle, drop))).toContain("đã có phiếu nhập");
    expect(row(database)).toHaveLength(1);
    database.$client.prepare("delete from paper_entries").run();
    const answer = await site.post(bundle, drop);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${bundles}?done=delete`]);
    expect(row(database)).toEqual([]);
    const kinds = database.$client.prepare("select kind from activities where kind like 'paper.%'").pluck().all();
    expect(kinds).toEqual(["paper.create", "paper.delete"]);
  });

  it("takes a reason for an invalid form from the list or in the keyer's words", async () => {
    const { database, site, bundle } = await setUp();
    const invalid = (number: number, more: Record<string, string>) => ({
      ...keyed(number, {}),
      ...{ "paper.intent": "invalid", ...more },
    });
    expect(await refusal(await site.post(`${bundle}?pass=1`, invalid(1, {})))).toContain("Chọn hoặc ghi lý do");
    await site.post(bundle, invalid(1, { "paper.invalid": "1" }));
    await site.post(bundle, invalid(2, { "paper.invalid": "", "paper.reason": " Phiếu bị ướt " }));
    expect((await site.post(bundle, invalid(3, { "paper.reason": "x".repeat(201) }))).status).toBe(422);
    const reasons = database.$client.prepare("select reason from paper_entries order by number").pluck().all();
    expect(reasons).toEqual(["Phiếu để trống", "Phiếu bị ướt"]);
    expect(stored(database)).toEqual([]);
  });
});

describe("interviewers of a survey", () => {
  async function withInterviewers() {
    const made = await setUp();
    await signedIn(made.database, { role: "interviewer", unit: "bv-dk-tinh" });
    await signedIn(made.database, { role: "interviewer", unit: "th-sgddt" });
    const idOf = (username: string) =>
      String(made.database.$client.prepare("select id from accounts where username = ?").pluck().get(username));
    const own = { accountId: idOf("interviewer-bv-dk-tinh"), pointId: String(made.point.id) };
    const others = { accountId: idOf("interviewer-th-sgddt"), pointId: String(made.otherPoint.id) };
    const assigned = () =>
      made.database.$client.prepare("select account_id || '/' || point_id from interviewer_points").pluck().all();
    return { ...made, own, others, assigned, page: `/surveys/${made.surveyId}/interviewers` };
  }

  it("are assigned to points and taken away again", async () => {
    const { site, own, assigned, page } = await withInterviewers();
    const answer = await site.post(page, own);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${page}?done=1`]);
    expect(assigned()).toEqual([`${own.accountId}/${own.pointId}`]);
    expect(await (await site.get(page)).text()).toMatch(/ĐTV-\w{4}/);
    expect((await site.post(page, { accountId: own.accountId })).status).toBe(303);
    expect(assigned()).toEqual([]);
  });

  it("are a unit officer's only where account and point are in scope", async () => {
    const { site, own, others, assigned, page } = await withInterviewers();
    const html = await (await site.get(page)).text();
    expect(html).toContain("interviewer-bv-dk-tinh");
    expect(html).not.toContain("interviewer-th-sgddt");
    for (const fields of [others, { ...own, pointId: others.pointId }, { ...others, pointId: own.pointId }]) {
      expect((await site.post(page, fields)).status).toBe(404);
    }
    for (const pointId of ["", "x", "-1", "99999"]) {
      expect((await site.post(page, { ...own, pointId })).status).toBe(404);
    }
    expect(assigned()).toEqual([]);
  });
});
