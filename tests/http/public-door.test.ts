import { randomUUID } from "node:crypto";
import { type IncomingHttpHeaders, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { beforeEach, describe, expect, test } from "vitest";
import { contentCoding } from "~/http/content-coding";
import type { Database } from "~db/open-database.server";
import { changeStatus } from "~db/repositories/surveys";
import { NOW, serverBuild } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  chunked?: boolean;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

/** A request exactly as given: `fetch` would mend or decode some of it. */
function ask(url: string, path: string, { method = "GET", headers = {}, body, chunked = false }: Sent = {}) {
  const { hostname, port } = new URL(url);
  return new Promise<Answer>((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const sent = request({ hostname, port, path, method, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) });
      });
    });
    sent.on("error", reject);
    if (body !== undefined) sent.write(body);
    sent.end();
  });
}

function textOf({ headers, bytes }: Answer): string {
  switch (headers["content-encoding"]) {
    case "br":
      return brotliDecompressSync(bytes).toString();
    case "gzip":
      return gunzipSync(bytes).toString();
    default:
      return bytes.toString();
  }
}

/** What an answer says, without what is drawn anew for each and without how its bytes are framed. */
function essence(answer: Answer) {
  const {
    date,
    "x-request-id": id,
    "content-length": length,
    "transfer-encoding": framing,
    ...headers
  } = answer.headers;
  const visit = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  expect(id).toMatch(new RegExp(visit));
  const cookies = headers["set-cookie"]?.map((cookie) => cookie.replace(/=[\w-]{22};/, "=TOKEN;"));
  return {
    status: answer.status,
    headers: { ...headers, cookies, "set-cookie": undefined },
    text: textOf(answer).replace(visit, "ID"),
  };
}

const ANSWERS = { P1: "1", A1: "5", B2: "4", E3: "0", H1: "Cán bộ hướng dẫn rõ ràng" };

let database: Database;
let code: string;
let surveyId: number;

beforeEach(async () => {
  database = referenceDatabase();
  const survey = await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"] });
  code = survey.points[0]?.code ?? "";
  surveyId = survey.surveyId;
});

/** The same site twice over the same database, with the door and without. */
async function bothWays() {
  const [withDoor, without] = [await serveSite(database), await serveSite(database, { door: false })];
  return {
    ask: async (path: string, sent: Sent = {}) => [
      await ask(withDoor.url, path, sent),
      await ask(without.url, path, sent),
    ],
    logs: [withDoor.log, without.log],
    withDoor,
  };
}

async function envelope(url: string): Promise<Record<string, string>> {
  const html = textOf(await ask(url, `/k/${code}`));
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)"[^>]*value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, value]));
}

function stored(): number {
  return database.$client.prepare("select count(*) from responses").pluck().get() as number;
}

describe("the door says what the site behind it would", () => {
  const readings: [string, (path: string) => [string, Sent]][] = [
    ["the form", (path) => [path, {}]],
    ["in English", (path) => [`${path}?lang=en`, {}]],
    ["with the survey named", (path) => [`${path}?survey=1&send=1`, {}]],
    ["a code in small letters with a hyphen", (path) => [path.replace(/(\w{4})$/, "-$1").toLowerCase(), {}]],
    ["a code with spaces", (path) => [`${path}%20`, {}]],
    ["HEAD", (path) => [path, { method: "HEAD" }]],
    ["HEAD with codings", (path) => [path, { method: "HEAD", headers: { "Accept-Encoding": "br" } }]],
    ["identity", (path) => [path, { headers: { "Accept-Encoding": "identity" } }]],
    ["gzip", (path) => [path, { headers: { "Accept-Encoding": "gzip" } }]],
    ["Brotli", (path) => [path, { headers: { "Accept-Encoding": "gzip, deflate, br, zstd" } }]],
    ["a condition", (path) => [path, { headers: { "If-None-Match": "*", "If-Modified-Since": NOW.toUTCString() } }]],
    ["a range", (path) => [path, { headers: { Range: "bytes=0-10" } }]],
    ["OPTIONS", (path) => [path, { method: "OPTIONS" }]],
    ["PUT", (path) => [path, { method: "PUT", headers: FORM, body: "P1=1" }]],
    ["DELETE", (path) => [path, { method: "DELETE" }]],
    ["a mistyped code", (path) => [`${path}2`, {}]],
    ["a slash at the end", (path) => [`${path}/`, {}]],
    ["a host that is none", (path) => [path, { headers: { Host: "a:99999999" } }]],
  ];

  test.each(readings)("to %s", async (_, made) => {
    const site = await bothWays();
    const [ours, theirs] = await site.ask(...made(`/k/${code}`));
    if (!ours || !theirs) throw new Error("no answer");
    expect(essence(ours)).toEqual(essence(theirs));
  });

  const sendings: [string, Sent & { status: number }][] = [
    ["no content type", { body: "P1=1", status: 415 }],
    ["another type", { headers: { "Content-Type": "text/plain" }, body: "P1=1", status: 415 }],
    [
      "another alphabet",
      { headers: { "Content-Type": `${FORM["Content-Type"]}; charset=x` }, body: "P1=1", status: 415 },
    ],
    ["broken UTF-8", { headers: FORM, body: "P1=%C3%28", status: 400 }],
    ["raw broken UTF-8", { headers: FORM, body: Buffer.from([0x41, 0x3d, 0xe1, 0xba]), status: 400 }],
    ["nothing", { headers: FORM, body: "", status: 422 }],
    ["too much", { headers: FORM, body: `H1=${"a".repeat(70_000)}`, status: 413 }],
    ["too much in pieces", { headers: FORM, body: `H1=${"a".repeat(70_000)}`, chunked: true, status: 413 }],
    ["as much as fits", { headers: FORM, body: `H1=${"a".repeat(65_533)}`, status: 422 }],
    ["unknown fields", { headers: FORM, body: "toString=1&__proto__=2", status: 422 }],
  ];

  test.each(sendings)("to a form with %s", async (_, { status, ...sent }) => {
    const site = await bothWays();
    const [ours, theirs] = await site.ask(`/k/${code}?send=1`, { method: "POST", ...sent });
    if (!ours || !theirs) throw new Error("no answer");
    expect(ours.status).toBe(status);
    expect(essence(ours)).toEqual(essence(theirs));
    expect(stored()).toBe(0);
  });

  test.each(["", "&lang=en"])("to a form that is well (%s), to one with a mistake and to a conflict", async (query) => {
    const site = await bothWays();
    const page = await envelope(site.withDoor.url);
    const path = `/k/${code}?send=1${query}`;
    const send = async (fields: Record<string, string>, chunked = false) => {
      const body = new URLSearchParams({ ...page, ...fields }).toString();
      const [ours, theirs] = await site.ask(path, { method: "POST", headers: FORM, body, chunked });
      if (!ours || !theirs) throw new Error("no answer");
      expect(essence(ours)).toEqual(essence(theirs));
      return ours;
    };
    expect((await send({ A1: "9" })).status).toBe(422);
    expect(stored()).toBe(0);
    const thanked = await send(ANSWERS);
    expect([thanked.status, thanked.bytes.length]).toEqual([303, 0]);
    expect(thanked.headers.location).toBe(`/k/${code}/thanks?survey=${surveyId}${query}`);
    expect(stored()).toBe(1);
    expect((await send(ANSWERS, true)).status).toBe(303);
    const conflict = await send({ ...ANSWERS, A1: "1" });
    expect([conflict.status, textOf(conflict).includes("Cán bộ hướng dẫn rõ ràng")]).toEqual([409, true]);
    expect((await send({ ...ANSWERS, intent: "show" })).status).toBe(200);
    expect(stored()).toBe(1);
  });

  test("once the survey is closed and at a point without one", async () => {
    const site = await bothWays();
    const page = await envelope(site.withDoor.url);
    const viewer = await provinceViewer(database);
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at: NOW });
    const body = new URLSearchParams({ ...page, ...ANSWERS }).toString();
    for (const sent of [{}, { method: "POST", headers: FORM, body }]) {
      const [ours, theirs] = await site.ask(`/k/${code}`, sent);
      if (!ours || !theirs) throw new Error("no answer");
      expect(ours.status).toBe(410);
      expect(essence(ours)).toEqual(essence(theirs));
    }
    database.$client.exec("delete from survey_points");
    const [ours, theirs] = await site.ask(`/k/${code}`);
    if (!ours || !theirs) throw new Error("no answer");
    expect(ours.status).toBe(404);
    expect(essence(ours)).toEqual(essence(theirs));
  });

  test("where several surveys meet, until one of them is paused", async () => {
    const second = await addOpenSurvey(database, {
      questionnaire: "one-stop-counter",
      units: ["th-ttpvhcc"],
      title: "Đợt thứ hai",
    });
    const site = await bothWays();
    const path = `/k/${code}`;
    for (const at of [path, `${path}?lang=en`, `${path}?survey=${second.surveyId}`, path]) {
      for (const coding of ["identity", "gzip", "br"]) {
        const [ours, theirs] = await site.ask(at, { headers: { "Accept-Encoding": coding } });
        if (!ours || !theirs) throw new Error("no answer");
        expect(textOf(ours).includes("Đợt thứ hai")).toBe(!at.includes("survey="));
        expect(essence(ours)).toEqual(essence(theirs));
      }
    }
    const viewer = await provinceViewer(database);
    await changeStatus(database, viewer, { surveyId: second.surveyId, from: "open", to: "paused", at: NOW });
    const [ours, theirs] = await site.ask(path);
    if (!ours || !theirs) throw new Error("no answer");
    expect(textOf(ours).includes("Đợt thứ hai")).toBe(false);
    expect(essence(ours)).toEqual(essence(theirs));
  });

  test("in the log, once for each request, without what was asked", async () => {
    const site = await bothWays();
    const page = await envelope(site.withDoor.url);
    const body = new URLSearchParams({ ...page, ...ANSWERS }).toString();
    await site.ask(`/k/${code}?lang=en`);
    await site.ask(`/k/${code}?send=1`, { method: "POST", headers: FORM, body });
    await site.ask(`/k/${code}?send=1`, { method: "POST", headers: FORM, body: `${body}&A1=9` });
    const [ours = [], theirs = []] = site.logs.map((log) =>
      log.map(({ time: _, ms, requestId, status, ...line }) => ({
        ...line,
        status,
        timed: typeof ms,
        named: typeof requestId,
      })),
    );
    expect(ours.slice(1)).toEqual(theirs);
    expect(theirs.map(({ status }) => status)).toEqual([200, 303, 422]);
    expect(JSON.stringify(ours)).not.toMatch(/lang=en|Cán bộ/);
  });

  test("in the figures", async () => {
    const { url } = await serveSite(database);
    await envelope(url);
    const figures = textOf(await ask(url, "/metrics"));
    expect(figures).toMatch(/http_request_duration_seconds_count\{route="citizen",status="2xx"\} 1/);
  });
});

describe("the site behind the door", () => {
  /** The build with a route that counts how often it is asked. */
  async function counted() {
    const calls = { loader: 0, action: 0 };
    const build = await serverBuild();
    const [id, route] = Object.entries(build.routes).find(([, one]) => one?.path === "k/:code") ?? [];
    if (id === undefined || !route) throw new Error("no route for collection points");
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      loader: (given: Parameters<NonNullable<typeof loader>>[0]) => {
        calls.loader++;
        return loader?.(given);
      },
      action: (given: Parameters<NonNullable<typeof action>>[0]) => {
        calls.action++;
        return action?.(given);
      },
    };
    return { calls, build: { ...build, routes: { ...build.routes, [id]: { ...route, module } } } as ServerBuild };
  }

  test("renders a form page once and takes no form that is well", async () => {
    const { calls, build } = await counted();
    const { url } = await serveSite(database, { build });
    const page = await envelope(url);
    for (const headers of [{}, { "Accept-Encoding": "br" }, { "Accept-Encoding": "gzip" }]) {
      expect((await ask(url, `/k/${code}`, { headers })).status).toBe(200);
    }
    const body = new URLSearchParams({ ...page, ...ANSWERS }).toString();
    expect((await ask(url, `/k/${code}?send=1`, { method: "POST", headers: FORM, body })).status).toBe(303);
    expect(calls).toEqual({ loader: 1, action: 0 });
  });

  test("renders the choice between surveys once", async () => {
    await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"], title: "Đợt thứ hai" });
    const { calls, build } = await counted();
    const { url } = await serveSite(database, { build });
    for (const headers of [{}, { "Accept-Encoding": "br" }, { "Accept-Encoding": "gzip" }]) {
      expect((await ask(url, `/k/${code}`, { headers })).status).toBe(200);
    }
    expect(calls).toEqual({ loader: 1, action: 0 });
  });

  test("says that it failed where taking a form fails", async () => {
    const { url, log } = await serveSite(database);
    const page = await envelope(url);
    database.$client.exec("alter table responses rename to hidden");
    const body = new URLSearchParams({ ...page, response_id: randomUUID(), ...ANSWERS }).toString();
    const failed: unknown[] = [];
    const { error } = console;
    console.error = (...given) => void failed.push(given);
    try {
      expect((await ask(url, `/k/${code}?send=1`, { method: "POST", headers: FORM, body })).status).toBe(500);
    } finally {
      console.error = error;
    }
    expect(failed).toHaveLength(1);
    expect(log.filter(({ status }) => status === 500)).toHaveLength(1);
  });
});

describe("the coding of an answer", () => {
  test.each([
    [undefined, null],
    ["", null],
    ["identity", null],
    ["gzip, deflate", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1.0, br;q=0.5", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["BR", "br"],
    ["*", "br"],
    ["*;q=0.5, br;q=0", "gzip"],
    ["gzip;q=0.2, identity;q=0.9", null],
    ["*;q=0", null],
    ["br;q=nonsense", null],
  ])("for %s is %s", (header, coding) => {
    expect(contentCoding(header)).toBe(coding);
  });
});
