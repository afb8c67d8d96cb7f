import { describe, expect, it } from "vitest";
import type { Role } from "~/access/roles";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { readVersion } from "~/questionnaires/read-version.server";
import { insertResponses } from "~db/repositories/responses";
import { type Visitor, visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { PASSWORD, signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const PAGES = [
  "/surveys",
  "/surveys/new",
  "/surveys/1",
  "/surveys/1/results",
  "/surveys/1/files/results.xlsx",
  "/surveys/1/points/1/poster.pdf",
  "/questionnaires",
  "/questionnaires/1",
  "/questionnaires/1/file",
  "/units",
  "/tasks",
  "/accounts",
  "/account",
];

describe("officers' pages", () => {
  it("send whoever is not signed in to the sign-in page, and back again afterwards", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    const site = await visitSite(database);
    for (const page of PAGES) {
      const response = await site.get(page);
      expect([page, response.status]).toEqual([page, 302]);
      expect(response.headers.get("Location")).toBe(`/sign-in?next=${encodeURIComponent(page)}`);
    }
  });

  it("open for an administrator, without a NUL byte in any of them", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    const site = await signedIn(database);
    for (const page of [...PAGES, "/surveys/1/results/bv-dk-tinh", "/surveys/new?version=1", "/units?q=hac+thanh"]) {
      const response = await site.get(page);
      expect([page, response.status]).toEqual([page, 200]);
      if (response.headers.get("Content-Type")?.startsWith("text/html")) {
        expect(await response.text()).not.toContain("\u0000");
      }
    }
  });

  it.each([
    [
      "viewer",
      { "/surveys/new": 403, "/accounts": 403, "/surveys/1/results": 200, "/surveys/1/files/results.xlsx": 403 },
    ],
    ["analyst", { "/surveys/new": 403, "/surveys/1/files/results.xlsx": 200, "/surveys/1/points/1/poster.pdf": 403 }],
    ["unit_officer", { "/surveys/1/points/1/poster.pdf": 200, "/surveys/1/files/results.xlsx": 403, "/accounts": 403 }],
    ["designer", { "/surveys/new": 200, "/accounts": 403, "/surveys/1/files/results.xlsx": 200 }],
    ["interviewer", { "/surveys": 302, "/surveys/1/results": 403, "/questionnaires": 403 }],
  ] as [Role, Record<string, number>][])("a %s may open what the role allows", async (role, expected) => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    const site = await signedIn(database, { role });
    for (const [page, status] of Object.entries(expected)) {
      expect([page, (await site.get(page)).status]).toEqual([page, status]);
    }
  });

  it("are not there for another unit's officer", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { owner: "th-syt" });
    const site = await signedIn(database, { role: "designer", unit: "th-sgddt", sector: "education" });
    const pages = ["/surveys/1", "/surveys/1/results", "/surveys/1/files/results.xlsx", "/surveys/1/points/1/qr.svg"];
    for (const page of pages) expect([page, (await site.get(page)).status]).toEqual([page, 404]);
    const change = await site.post("/surveys/1", { change: "close", confirmed: "yes" });
    expect(change.status).toBe(404);
    expect(database.$client.prepare("select status from surveys").get()).toEqual({ status: "open" });
  });

  it("say that figures are of a part of the survey to whoever sees only a part", async () => {
    const database = referenceDatabase();
    const survey = await addOpenSurvey(database, { owner: "th-syt", units: ["bv-dk-tinh", "bv-nhi"] });
    const packed = packAnswers(packedLayout(await readVersion(database, survey.versionId)), { A1: 4 });
    await insertResponses(
      database,
      survey.points.map(({ id, unitId, unitKey }) => ({
        ...{ responseId: unitKey, surveyId: survey.surveyId, unitId, pointId: id, channel: "qr", language: "vi" },
        ...{ finishedAt: "2026-05-01T00:00:00Z", packed, texts: {} },
      })),
    );
    const whole = await (await (await signedIn(database, { unit: "th-syt" })).get("/surveys/1/results")).text();
    const hospital = await signedIn(database, { role: "unit_officer", unit: "bv-nhi" });
    const part = await (await hospital.get("/surveys/1/results")).text();
    expect(whole).not.toContain("không phải của cả đợt khảo sát");
    expect(part).toContain("không phải của cả đợt khảo sát");
    expect(whole).toContain("Bệnh viện Đa khoa tỉnh Thanh Hóa");
    expect(part).not.toContain("Bệnh viện Đa khoa tỉnh Thanh Hóa");
    const ofSurvey = await (await hospital.get("/surveys/1")).text();
    expect(ofSurvey).toContain("không phải của cả đợt khảo sát");
    expect(ofSurvey).toMatch(/Phiếu trong kết quả ở các đơn vị được xem<\/dt><dd>không công bố<\/dd>/);
    for (const page of [ofSurvey, await (await hospital.get("/surveys")).text()]) {
      expect(page).toContain("Được xem 1 trong 2 đơn vị của đợt");
    }
    const ofOwner = await (await signedIn(database, { unit: "th-syt" })).get("/surveys/1");
    expect(await ofOwner.text()).not.toContain("phạm vi");
  });

  it.each([
    [
      "voluntary",
      "Khoảng 95% ở đây là khoảng bất định theo mô hình, coi phiếu như mẫu ngẫu nhiên; không phản ánh sai lệch do tự chọn.",
      "khoảng tin cậy",
    ],
    [
      "quota",
      "Khoảng 95% ở đây là khoảng bất định theo mô hình, coi phiếu như mẫu ngẫu nhiên; không phản ánh sai lệch do tự chọn.",
      "khoảng tin cậy",
    ],
    ["probability", "Khoảng tin cậy 95%: nếu khảo sát lại", "khoảng bất định"],
    ["census", "Khoảng tin cậy 95%: nếu khảo sát lại", "khoảng bất định"],
  ])("name the interval of a %s sample as the report does, and explain it", async (basis, said, unsaid) => {
    const database = referenceDatabase();
    const { surveyId, versionId: version, points } = await addOpenSurvey(database, { owner: "th-syt" });
    database.$client.prepare("update surveys set basis = ?").run(basis);
    const packed = packAnswers(packedLayout(await readVersion(database, version)), { A1: 4 });
    const point = points[0] ?? { id: 0, unitId: 0 };
    await insertResponses(
      database,
      Array.from({ length: 40 }, (_, index) => ({
        ...{
          responseId: `r${index}`,
          surveyId,
          unitId: point.unitId,
          pointId: point.id,
          channel: "qr",
          language: "vi",
        },
        ...{ finishedAt: "2026-05-01T00:00:00Z", packed, texts: {} },
      })),
    );
    const site = await signedIn(database, { unit: "th-syt" });
    for (const page of ["/surveys/1/results", "/surveys/1/results/bv-dk-tinh"]) {
      const read = (await (await site.get(page)).text()).replace(/<script[\s\S]*?<\/script>/g, "");
      expect(read).toContain(said);
      expect(read.toLowerCase()).not.toContain(unsaid);
    }
  });

  it("mask the count of a small unit on the fieldwork table, save for whoever runs the survey", async () => {
    const database = referenceDatabase();
    const { surveyId, versionId, points } = await addOpenSurvey(database, { owner: "th-syt" });
    const packed = packAnswers(packedLayout(await readVersion(database, versionId)), { A1: 4 });
    database.$client
      .prepare(
        "insert into responses (response_id, survey_id, unit_id, point_id, channel, language, finished_at, packed) values ('r', ?, ?, ?, 'qr', 'vi', '2026-05-01T00:00:00Z', ?)",
      )
      .run(surveyId, points[0]?.unitId, points[0]?.id, packed);
    const seen = async (site: Visitor) => {
      const page = await (await site.get(`/surveys/${surveyId}/points`)).text();
      return [page.includes("01/05/2026"), page.includes("Bảng này ghi đủ số phiếu, kể cả số nhỏ")];
    };
    expect(await seen(await signedIn(database, { role: "analyst" }))).toEqual([false, false]);
    const owner = await signedIn(database, { role: "designer", unit: "th-syt", sector: "health" });
    expect(await seen(owner)).toEqual([true, true]);
  });

  it("ask for a password of one's own while a one-time password is in use", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database, { mustChangePassword: true });
    expect((await site.get("/surveys")).headers.get("Location")).toBe("/account");
    const short = await site.post("/account", { present: PASSWORD, next: "ngan", again: "ngan" });
    expect(short.status).toBe(422);
    const next = "mot-mat-khau-rieng-dai";
    expect((await site.post("/account", { present: PASSWORD, next, again: next })).status).toBe(200);
    expect((await site.get("/surveys")).status).toBe(200);
  });

  it("refuse a wrong password with 422 and too many of them with 429", async () => {
    const database = referenceDatabase();
    const site = await visitSite(database);
    const statuses = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      statuses.push((await site.post("/sign-in", { username: "khong-co-ai", password: "sai" })).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it("never lead to another site after signing in", async () => {
    const database = referenceDatabase();
    await signedIn(database);
    const site = await visitSite(database);
    for (const next of ["https://example.com", "//example.com", "/\\example.com"]) {
      const address = `/sign-in?next=${encodeURIComponent(next)}`;
      const response = await site.post(address, { username: "administrator-th", password: PASSWORD });
      expect(response.headers.get("Location")).toBe("/surveys");
    }
  });

  it("end with the session: signing out makes the cookie worthless", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    await site.post("/sign-out", {});
    expect(database.$client.prepare("select count(*) n from sessions").get()).toEqual({ n: 0 });
    expect((await site.get("/surveys")).status).toBe(302);
  });

  it.each(["/surveys/0", "/surveys/abc", "/surveys/99999", "/questionnaires/99", "/surveys/1/results/khong-co"])(
    "answer %s with 404",
    async (page) => {
      const database = referenceDatabase();
      const site = await signedIn(database);
      expect((await site.get(page)).status).toBe(404);
    },
  );
});
