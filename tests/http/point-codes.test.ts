import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { insertSurvey } from "~db/repositories/surveys";
import { type Visitor, visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const LATER = new Date("2026-06-02T03:00:00Z");
const page = "/surveys/1/points/1";

async function hospital() {
  const database = referenceDatabase();
  const { points, versionId } = await addOpenSurvey(database, { owner: "th-syt", units: ["bv-dk-tinh", "bv-nhi"] });
  const code = points[0]?.code ?? "";
  const officer = await signedIn(database, { role: "unit_officer", unit: "bv-dk-tinh" });
  return { database, code, versionId, officer, unitId: points[0]?.unitId ?? 0 };
}

const codeNow = (database: Database) =>
  (database.$client.prepare("select code from collection_points where id = 1").get() as { code: string }).code;
const stored = (database: Database) =>
  (database.$client.prepare("select count(*) n from responses where point_id = 1").get() as { n: number }).n;

/** A form of the survey's page with an answer to every question that must have one. */
async function formOf(site: Visitor, code: string): Promise<[string, string][]> {
  const html = await (await site.get(`/k/${code}`)).text();
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)"[^>]*value="([^"]*)"/g);
  const radios = new Map<string, string>();
  for (const [, name = "", value = ""] of html.matchAll(
    /<input type="radio"[^>]*name="([^"]+)"[^>]*value="([^"]+)"/g,
  )) {
    if (/^[A-E]\d/.test(name)) radios.set(name, value);
  }
  return [...[...inputs].map(([, name = "", value = ""]): [string, string] => [name, value]), ...radios];
}

describe("a point's code", () => {
  it("is replaced after a tick and a reason, once, and the old one explains itself without naming the new", async () => {
    const { database, code, officer } = await hospital();
    expect(await (await officer.get(page)).text()).toContain("thôi nhận phiếu ngay");
    const change = { change: "replace", code, reason: "misused", confirmed: "yes" };
    expect((await officer.post(page, { ...change, confirmed: "" })).status).toBe(422);
    expect((await officer.post(page, { ...change, reason: "" })).status).toBe(422);
    expect(codeNow(database)).toBe(code);
    expect((await officer.post(page, change)).status).toBe(302);
    expect((await officer.post(page, change)).status).toBe(409);
    const next = codeNow(database);
    expect(next).not.toBe(code);
    const citizen = await visitSite(database);
    expect((await citizen.get(`/k/${next}`)).status).toBe(200);
    const old = await citizen.get(`/k/${code}`);
    const html = await old.text();
    expect(old.status).toBe(410);
    expect(html).toContain("Mã này đã được thay từ ngày 01/06/2026.");
    expect(html).toContain("Bệnh viện Đa khoa tỉnh Thanh Hóa");
    expect(html.replaceAll("-", "")).not.toContain(next);
    expect(await (await citizen.get(`/k/${code}?lang=en`)).text()).toContain("This code was replaced on");
    expect(await (await officer.get(page)).text()).toContain("Mã cũ");
  });

  it("is withdrawn and restored; meanwhile it has no poster", async () => {
    const { code, database, officer } = await hospital();
    expect((await officer.post(page, { change: "revoke" })).status).toBe(422);
    expect((await officer.post(page, { change: "revoke", confirmed: "yes" })).status).toBe(302);
    const citizen = await visitSite(database);
    expect((await citizen.get(`/k/${code}`)).status).toBe(410);
    expect((await officer.get(`${page}/poster.pdf`)).status).toBe(404);
    expect((await officer.post("/surveys/1/posters", { which: "all" })).status).toBe(422);
    expect((await officer.post(page, { change: "restore" })).status).toBe(302);
    expect((await officer.post(page, { change: "restore" })).status).toBe(409);
    expect((await citizen.get(`/k/${code}`)).status).toBe(200);
  });

  it.each([
    ["another unit's officer", { role: "unit_officer", unit: "bv-nhi" }, 404, 404],
    ["an analyst", { role: "analyst", unit: "th-syt" }, 403, 403],
  ] as const)("is not changed by %s", async (_who, account, opened, sent) => {
    const { database, code } = await hospital();
    const other = await signedIn(database, account);
    expect((await other.get(page)).status).toBe(opened);
    for (const change of ["replace", "revoke", "restore"]) {
      expect((await other.post(page, { change, code, reason: "lost", confirmed: "yes" })).status).toBe(sent);
    }
    expect(codeNow(database)).toBe(code);
    expect((await (await visitSite(database)).get(`/k/${code}`)).status).toBe(200);
  });

  it("is never given again", async () => {
    const { database, code, officer, unitId, versionId } = await hospital();
    await officer.post(page, { change: "replace", code, reason: "moved", confirmed: "yes" });
    database.$client.exec("update collection_points set revoked_at = '2026-06-01T00:00:00Z' where id = 1");
    const draws = [code, "23456789"];
    const survey = {
      title: "Đợt sau",
      versionId,
      ownerUnitId: unitId,
      opensOn: "2026-07-01",
      closesOn: "2026-07-31",
      basis: "voluntary" as const,
      simulated: false,
      createdAt: "2026-06-01T00:00:00Z",
      createdBy: null,
      unitIds: [unitId],
    };
    await insertSurvey(database, survey, { drawCode: () => draws.shift() ?? "", label: "Quầy" });
    expect(database.$client.prepare("select code from collection_points order by id desc").pluck().get()).toBe(
      "23456789",
    );
  });
});

describe("a form sent to a code that was replaced", () => {
  it("is taken for its point when it was finished before, else refused with its answers kept", async () => {
    const { database, code, officer } = await hospital();
    const citizen = await visitSite(database, { now: () => LATER });
    const fields = await formOf(await visitSite(database), code);
    await officer.post(page, { change: "replace", code, reason: "lost", confirmed: "yes" });
    const refused = await citizen.post(`/k/${code}`, fields);
    const html = await refused.text();
    expect(refused.status).toBe(410);
    expect(html).toContain("Phiếu này chưa được gửi");
    expect(html).toMatch(/checked/);
    expect(stored(database)).toBe(0);
    const before: [string, string][] = [
      ...fields.filter(([name]) => name !== "started_at"),
      ["started_at", "2026-06-01T02:00:00.000Z"],
      ["finished_at", "2026-06-01T02:59:00.000Z"],
    ];
    expect((await citizen.post(`/k/${code}`, before)).status).toBe(303);
    expect(stored(database)).toBe(1);
  });
});
