import { describe, expect, it } from "vitest";
import { OPERATIONS } from "~/http/api/operations.server";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import { parseQuestionnaire } from "~/questionnaires/questionnaire-schema";
import { readVersion } from "~/questionnaires/read-version.server";
import { resultDocument } from "~/reports/write-result-json";
import { finalSnapshot } from "~/snapshots/load-snapshot.server";
import { takeSnapshot } from "~/snapshots/take-snapshot.server";
import { listApiKeys, revokeApiKey } from "~db/repositories/api-keys";
import { insertPublication, listPublications, withdrawPublication } from "~db/repositories/publications";
import { insertResponses } from "~db/repositories/responses";
import { changeStatus } from "~db/repositories/surveys";
import { referenceDatabase } from "../support/databases";
import { addOpenSurvey, provinceViewer } from "../support/surveys";
import { apiOf, CALLED, keyFor, NOW, SETTINGS, TODAY } from "./support";

/** A finalised survey of two hospitals: forty answers at one, three at the other, which are masked. */
async function finalisedSurvey() {
  const database = referenceDatabase();
  const survey = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-da-lieu"], owner: "th-syt" });
  const layout = packedLayout(await readVersion(database, survey.versionId));
  for (const [at, number] of [40, 3].entries()) {
    const { unitId = 0, id: pointId = 0 } = survey.points[at] ?? {};
    await insertResponses(
      database,
      Array.from({ length: number }, (_, index) => ({
        ...{ responseId: `r-${at}-${index}`, surveyId: survey.surveyId, unitId, pointId, texts: {} },
        ...{ channel: "qr" as const, language: "vi" as const, finishedAt: "2026-06-01T02:00:00.000Z" },
        packed: packAnswers(layout, { A1: (index % 5) + 1, A2: 4 }),
      })),
    );
  }
  const viewer = await provinceViewer(database);
  const { surveyId } = survey;
  const finalise = async () => {
    await changeStatus(database, viewer, {
      surveyId,
      from: "open",
      to: "closed",
      at: new Date("2026-07-01T00:00:00Z"),
    });
    await changeStatus(database, viewer, { surveyId, from: "closed", to: "finalised", at: NOW });
  };
  return { database, viewer, surveyId, points: survey.points, finalise };
}

describe("a key", () => {
  it("is kept as a hash only, shown by its beginning, and its use is noted by the day", async () => {
    const database = referenceDatabase();
    const key = await keyFor(database, "th-syt");
    const stored = JSON.stringify(database.$client.prepare("select * from api_keys").all());
    expect(stored).not.toContain(key.slice(9));
    expect((await apiOf(database)("/units", { key })).status).toBe(200);
    const [listed] = await listApiKeys(database, await provinceViewer(database), TODAY);
    expect(listed).toMatchObject({ prefix: key.slice(0, 9), lastUsedOn: TODAY, scopes: ["read"] });
  });

  it("must be there, right, in time and not revoked", async () => {
    const database = referenceDatabase();
    const call = apiOf(database);
    const key = await keyFor(database, "th-syt", { expiresOn: TODAY });
    const refused = await call("/units");
    expect([refused.status, refused.headers.get("Content-Type")]).toEqual([401, "application/problem+json"]);
    expect(refused.json).toMatchObject({ type: "about:blank", title: "Unauthorized", status: 401 });
    expect(refused.headers.get("WWW-Authenticate")).toMatch(/^Bearer/);
    expect((await call("/units", { key: `hl_${"A".repeat(43)}` })).status).toBe(401);
    expect((await call("/units", { key: "x" })).status).toBe(401);
    expect((await call("/units", { key })).status).toBe(200);
    const tomorrow = apiOf(database, { now: () => new Date("2026-07-03T03:00:00Z") });
    expect((await tomorrow("/units", { key })).status).toBe(401);
    const viewer = await provinceViewer(database);
    const [listed] = await listApiKeys(database, viewer, TODAY);
    expect(await revokeApiKey(database, viewer, listed?.id ?? 0, NOW)).toBe(true);
    expect((await call("/units", { key })).status).toBe(401);
  });

  it("is refused what it may not, and made to wait when it calls too often", async () => {
    const { database, surveyId } = await finalisedSurvey();
    const key = await keyFor(database, "th-syt", { scopes: ["submit"], surveyId });
    const denied = await apiOf(database)("/units", { key });
    expect([denied.status, denied.headers.get("WWW-Authenticate")]).toEqual([
      403,
      expect.stringContaining('insufficient_scope", scope="read"'),
    ]);
    const call = apiOf(database, { calls: 2 });
    const other = await keyFor(database, "th-syt");
    expect([(await call("/units", { key: other })).status, (await call("/units", { key: other })).status]).toEqual([
      200, 200,
    ]);
    const late = await call("/units", { key: other });
    expect([late.status, Number(late.headers.get("Retry-After")) > 0]).toEqual([429, true]);
    expect(late.headers.get("RateLimit")).toMatch(/^"key";r=0;t=\d+$/);
    const refused = await call("/units", { key });
    expect([refused.status, refused.headers.get("RateLimit")]).toEqual([403, '"key";r=1;t=60']);
    expect(refused.headers.get("RateLimit-Policy")).toBe('"key";q=2;w=60');
    expect((await call("/units")).headers.get("RateLimit")).toBeNull();
  });
});

describe("addresses", () => {
  it("that are none, and methods that are not taken, are refused by name", async () => {
    const database = referenceDatabase();
    const key = await keyFor(database, "th-syt");
    const call = apiOf(database);
    expect((await call("/nothing", { key })).status).toBe(404);
    const wrong = await call("/units", { key, method: "DELETE" });
    expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
    const both = await call("/surveys/1/responses", { key, method: "PUT" });
    expect([both.status, both.headers.get("Allow")]).toEqual([405, expect.stringContaining("POST")]);
    expect((await call("/surveys/abc", { key })).status).toBe(404);
  });

  it.each([
    ["/surveys?limit=0", "limit"],
    ["/surveys?limit=201", "limit"],
    ["/surveys?limit=abc", "limit", "Ghi một số nguyên từ 1 đến 200."],
    ["/surveys?page=2", "page"],
    ["/surveys?limit=1&limit=2", "limit"],
    ["/surveys?cursor=%25", "cursor"],
    ["/units?on=2026-02-30", "on"],
  ])("with a parameter that cannot be used name it: %s", async (path, parameter, detail?: string) => {
    const database = referenceDatabase();
    const { status, json } = await apiOf(database)(path, { key: await keyFor(database, "th-syt") });
    expect([status, json.errors[0].parameter]).toEqual([422, parameter]);
    if (detail !== undefined) expect(json.errors[0].detail).toBe(detail);
  });
});

describe("lists", () => {
  it("come page by page, each entry once, with the way on in the body and in Link", async () => {
    const database = referenceDatabase();
    const key = await keyFor(database, "th-syt");
    const call = apiOf(database);
    const whole = (await call("/units?limit=200", { key })).json;
    const seen: string[] = [];
    let address: string | null = "/units?limit=7";
    while (address) {
      const { json, headers } = await call(address, { key });
      expect(headers.get("Link")).toBe(json.next === null ? null : `<${json.next}>; rel="next"`);
      expect(json.items.length).toBeLessThanOrEqual(7);
      seen.push(...json.items.map(({ unit_id }: { unit_id: string }) => unit_id));
      address = json.next?.replace(/^.*\/api\/v1/, "");
    }
    expect(seen).toEqual(whole.items.map(({ unit_id }: { unit_id: string }) => unit_id));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(7);
  });

  it("have a strong tag, told 304 and without a body to whoever has it; HEAD has the headers alone", async () => {
    const database = referenceDatabase();
    const key = await keyFor(database, "th-syt");
    const call = apiOf(database);
    const first = await call("/units", { key });
    const tag = first.headers.get("ETag") ?? "";
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
    const again = await call("/units", { key, headers: { "If-None-Match": `"x", ${tag}` } });
    expect([again.status, again.text, again.headers.get("ETag")]).toEqual([304, "", tag]);
    const zipped = await call("/units", { key, headers: { "Accept-Encoding": "gzip" } });
    expect([zipped.headers.get("Content-Encoding"), zipped.headers.get("ETag")]).toEqual([
      "gzip",
      `${tag.slice(0, -1)}-gzip"`,
    ]);
    const changed = await call("/units?limit=3", { key, headers: { "If-None-Match": tag } });
    expect(changed.status).toBe(200);
  });
});

describe("units, forms and surveys", () => {
  it("are those in the scope of the key", async () => {
    const { database, surveyId } = await finalisedSurvey();
    const foreign = await addOpenSurvey(database, { units: ["xa-14848"], owner: "th-ttpvhcc" });
    const key = await keyFor(database, "th-syt");
    const call = apiOf(database);
    const { items } = (await call("/surveys", { key })).json;
    expect(items.map(({ id }: { id: number }) => id)).toEqual([surveyId]);
    expect(items[0]).toMatchObject({ whole: true, units: 2, questionnaire: { code: "outpatient-qd56", version: 1 } });
    expect((await call(`/surveys/${surveyId}`, { key })).json).toEqual(items[0]);
    for (const path of ["", "/measures", "/snapshots"])
      expect((await call(`/surveys/${foreign.surveyId}${path}`, { key })).status).toBe(404);
    expect((await call("/units/xa-14848", { key })).status).toBe(404);
    expect((await call("/units/bv-dk-tinh", { key })).json.versions.length).toBeGreaterThan(0);
    const drafts = (await call("/surveys?status=draft", { key })).json.items;
    expect(drafts).toEqual([]);
  });

  it("tell units by the day, and what a merged one came from", async () => {
    const database = referenceDatabase();
    const key = await keyFor(database, "th");
    const call = apiOf(database);
    const [before, after] = [
      await call("/units?on=2024-01-01&kind=district", { key }),
      await call("/units?on=2026-01-01&kind=district", { key }),
    ];
    expect([before.json.items.length > 0, after.json.items.length]).toEqual([true, 0]);
    const { new_key } = database.$client
      .prepare(
        "select u.key new_key from unit_lineage l join units u on u.id = l.new_unit_id where l.relation = 'merge' limit 1",
      )
      .get() as { new_key: string };
    const { lineage } = (await call(`/units/${new_key}`, { key })).json;
    expect(lineage.length).toBeGreaterThan(1);
    expect(lineage[0]).toMatchObject({ relation: "merge", to: { unit_id: new_key } });
  });

  it("give a questionnaire as its file, which can be read in again", async () => {
    const database = referenceDatabase();
    const key = await keyFor(database, "th");
    const call = apiOf(database);
    const { items } = (await call("/questionnaires", { key })).json;
    for (const { code, version } of items) {
      const { status, json } = await call(`/questionnaires/${encodeURIComponent(code)}/versions/${version}`, { key });
      expect([status, parseQuestionnaire(json).ok]).toEqual([200, true]);
    }
    expect((await call("/questionnaires/outpatient-qd56/versions/99", { key })).status).toBe(404);
  });
});

describe("measures", () => {
  it("come from the final snapshot only, row by row as it has them, masked ones as masked", async () => {
    const { database, surveyId, viewer, finalise } = await finalisedSurvey();
    const key = await keyFor(database, "th-syt");
    const call = apiOf(database);
    expect((await call(`/surveys/${surveyId}/measures`, { key })).status).toBe(404);
    await finalise();
    await takeSnapshot(database, viewer, { surveyId, kind: "final", now: NOW, settings: SETTINGS });
    const rows: {
      unit_id: string;
      level: string;
      suppressed: string | null;
      rate: number | null;
      n_persons: number | null;
    }[] = [];
    let address: string | null = `/surveys/${surveyId}/measures?limit=50`;
    while (address) {
      const { json } = await call(address, { key });
      rows.push(...json.measures);
      address = json.next?.replace(/^.*\/api\/v1/, "");
    }
    const [{ number } = { number: 0 }] = (await call(`/surveys/${surveyId}/snapshots`, { key })).json.items;
    expect(number).toBe(1);
    const small = rows.filter(({ unit_id }) => unit_id === "bv-da-lieu");
    expect(small.length).toBeGreaterThan(0);
    expect(new Set(small.map(({ suppressed }) => suppressed))).toEqual(new Set(["masked"]));
    expect(small.flatMap((row) => [row.n_persons, row.rate ?? null]).every((figure) => figure === null)).toBe(true);
    const level = (await call(`/surveys/${surveyId}/measures?unit=bv-dk-tinh&level=overall`, { key })).json;
    expect(level.measures).toEqual(rows.filter((row) => row.unit_id === "bv-dk-tinh" && row.level === "overall"));
    const snapshot = await finalSnapshot(database, viewer, { surveyId, now: NOW, settings: SETTINGS });
    if (!snapshot) throw new Error("no final snapshot");
    const file = resultDocument({ results: snapshot.document.results, snapshot });
    expect(rows.map(({ unit_id: _id, ...row }) => row)).toEqual(JSON.parse(JSON.stringify(file.measures)));
  });

  it("that stand published are told to every key, until they are taken back", async () => {
    const { database, surveyId, viewer, finalise } = await finalisedSurvey();
    await finalise();
    const snapshot = await finalSnapshot(database, viewer, { surveyId, now: NOW, settings: SETTINGS });
    const published = { surveyId, snapshotId: snapshot?.id ?? 0, note: "Công bố năm 2026", at: NOW };
    const key = await keyFor(database, "xa-14848");
    const list = async () => (await apiOf(database)("/published", { key })).json.items;
    expect(await list()).toEqual([]);
    expect(await insertPublication(database, viewer, published)).toBe("done");
    const [one] = await list();
    expect(one).toMatchObject({ survey_id: surveyId, snapshot: 1, sha256: snapshot?.hash, note: "Công bố năm 2026" });
    const [{ id: publicationId } = { id: 0 }] = await listPublications(database, viewer, surveyId);
    await withdrawPublication(database, viewer, { publicationId, note: "Tính lại", at: NOW });
    expect(await list()).toEqual([]);
  });

  it("that stand published are read row by row by every key, by unit and page by page, until they are taken back", async () => {
    const { database, surveyId, viewer, finalise } = await finalisedSurvey();
    const key = await keyFor(database, "xa-14848");
    const call = (rest: string, headers = {}) =>
      apiOf(database)(`/published/${surveyId}/measures${rest}`, { key, headers });
    await finalise();
    const snapshot = await finalSnapshot(database, viewer, { surveyId, now: NOW, settings: SETTINGS });
    if (!snapshot) throw new Error("no final snapshot");
    expect((await call("")).status).toBe(404);
    await insertPublication(database, viewer, { surveyId, snapshotId: snapshot.id, note: "", at: NOW });
    const rows: { unit_id: string | null; unit_name: string | null; level: string; suppressed: string | null }[] = [];
    let rest: string | null = "?limit=60";
    while (rest !== null) {
      const { json }: { json: { measures: typeof rows; next: string | null } } = await call(rest);
      rows.push(...json.measures);
      rest = json.next && new URL(json.next).search;
    }
    const file = resultDocument({ results: snapshot.document.results, snapshot });
    expect(rows.map(({ unit_id: _id, unit_name: _name, ...row }) => row)).toEqual(
      JSON.parse(JSON.stringify(file.measures)),
    );
    const one = await call("?unit=bv-dk-tinh&level=overall");
    expect(one.json.measures).toEqual(rows.filter((row) => row.unit_id === "bv-dk-tinh" && row.level === "overall"));
    expect(one.json.measures[0]).toMatchObject({ unit_name: "Bệnh viện Đa khoa tỉnh Thanh Hóa" });
    expect(one.json.publication).toMatchObject({ survey_id: surveyId, sha256: snapshot.hash });
    const small = rows.filter(({ unit_id }) => unit_id === "bv-da-lieu");
    expect(new Set(small.map(({ suppressed }) => suppressed))).toEqual(new Set(["masked"]));
    const held = { "If-None-Match": one.headers.get("ETag") ?? "" };
    expect((await call("?unit=bv-dk-tinh&level=overall", held)).status).toBe(304);
    expect((await call("?level=all")).json.errors[0].parameter).toBe("level");
    const [{ id: publicationId } = { id: 0 }] = await listPublications(database, viewer, surveyId);
    await withdrawPublication(database, viewer, { publicationId, note: "Nhập nhầm tệp", at: NOW });
    const gone = await call("?unit=bv-dk-tinh");
    expect([gone.status, gone.json.detail]).toEqual([
      410,
      "Kết quả đã được thu hồi ngày 02/07/2026. Lý do: Nhập nhầm tệp",
    ]);
  });

  it("of a survey that others run are the rows of the key's own units", async () => {
    const { database, surveyId, viewer, finalise } = await finalisedSurvey();
    await finalise();
    await takeSnapshot(database, viewer, { surveyId, kind: "final", now: NOW, settings: SETTINGS });
    const key = await keyFor(database, "bv-dk-tinh");
    const { json } = await apiOf(database)(`/surveys/${surveyId}/measures?limit=200`, { key });
    expect(new Set(json.measures.map((row: { unit_id: string }) => row.unit_id))).toEqual(new Set(["bv-dk-tinh"]));
    expect(json.responses).toBeNull();
  });

  it("that are provisional are given when they are asked for by that name", async () => {
    const { database, surveyId, viewer } = await finalisedSurvey();
    await takeSnapshot(database, viewer, { surveyId, kind: "provisional", now: NOW, settings: SETTINGS });
    const key = await keyFor(database, "th-syt");
    const call = apiOf(database);
    expect((await call(`/surveys/${surveyId}/measures`, { key })).status).toBe(404);
    const { json } = await call(`/surveys/${surveyId}/measures?kind=provisional`, { key });
    expect(json.snapshot).toMatchObject({ number: 1, kind: "provisional" });
    expect((await call(`/surveys/${surveyId}/measures?snapshot=1`, { key })).json.snapshot).toEqual(json.snapshot);
  });
});

it("every operation is called here with success", async () => {
  const { database, surveyId } = await finalisedSurvey();
  const key = await keyFor(database, "th-syt", { scopes: ["submit"], surveyId });
  const response = {
    ...{ response_id: "mot-phieu", unit_id: "bv-dk-tinh", channel: "kiosk" },
    ...{ submitted_at: "2026-07-01T08:00:00+07:00", answers: { A1: 5 } },
  };
  const call = apiOf(database);
  const sent = await call(`/surveys/${surveyId}/responses`, { key, method: "POST", body: { responses: [response] } });
  expect(sent.status).toBe(201);
  // tests/api/records.test.ts looks into its lines.
  CALLED.add("streamResponses");
  expect(OPERATIONS.map(({ id }) => id).filter((id) => !CALLED.has(id))).toEqual([]);
});
