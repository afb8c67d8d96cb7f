import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import type { Database } from "~db/open-database.server";
import { referenceDatabase } from "./databases";
import { rawRequest, sendRaw } from "./raw-request";
import { serveSite } from "./served-site";
import { addOpenSurvey } from "./surveys";

const FORM = "application/x-www-form-urlencoded";

type Field = readonly [name: string, value: string];
type Spoil = (fields: readonly Field[]) => readonly Field[];

/** A served site with an open survey, and what it takes to fill in its form. */
async function target() {
  const database = referenceDatabase();
  const { surveyId, points } = await addOpenSurvey(database, {
    questionnaire: "one-stop-counter",
    units: ["th-ttpvhcc"],
  });
  const { url, log } = await serveSite(database);
  const code = points[0]?.code ?? "";
  const html = await (await fetch(`${url}/k/${code}`)).text();
  const version = /name="version"[^>]*value="(\w+)"/.exec(html)?.[1] ?? "";
  const fields: Field[] = [
    ["survey", String(surveyId)],
    ["version", version],
    ["lang", "vi"],
    ["P1", "1"],
    ["A1", "5"],
    ["B2", "4"],
  ];
  return { database, url, port: Number(new URL(url).port), code, fields, log };
}

function stored(database: Database): number {
  return database.$client
    .prepare("select (select count(*) from responses) + (select count(*) from response_texts)")
    .pluck()
    .get() as number;
}

const junk = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    "",
    "0",
    "-1",
    "1e9",
    "NaN",
    "null",
    "[object Object]",
    "\u0000",
    "__proto__",
    "1 OR 1=1",
    "%00",
    "\u202e",
    "../..",
    "<script>",
  ),
);

/** Percent-escapes that decode to nothing sensible: broken UTF-8, cut escapes, escapes of escapes, NUL. */
const escapes = fc.oneof(
  fc.constantFrom(
    "%",
    "%f",
    "%ff%fe",
    "%c3%28",
    "%ed%a0%80",
    "%00",
    "%0d%0a",
    "%25".repeat(200),
    `%${"25".repeat(400)}00`,
    "%2e%2e%2f",
    "%zz",
  ),
  junk.map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ""))),
);

/** A change that makes a good form one that cannot be taken. */
const spoiling: fc.Arbitrary<Spoil> = fc.oneof(
  fc.tuple(fc.string({ minLength: 1, maxLength: 30 }), junk).map(
    ([name, value]) =>
      (fields: readonly Field[]) =>
        added(fields, `X ${name}`, value),
  ),
  fc
    .constantFrom("7", "6", "-1", "5.0", "05", "1e0", " 5", "５", "true", "A1", "999999999999999999999")
    .map((level) => (fields: readonly Field[]) => replaced(fields, "A1", level)),
  fc.constantFrom("3", "0", "1,2", "[]").map((option) => (fields: readonly Field[]) => replaced(fields, "P1", option)),
  fc
    .constantFrom("A1", "P1", "response_id", "survey", "version", "lang")
    .map(
      (name) => (fields: readonly Field[]) => added(fields, name, fields.find(([other]) => other === name)?.[1] ?? "1"),
    ),
  fc
    .constantFrom("response_id", "survey", "version", "P1")
    .map((name) => (fields: readonly Field[]) => fields.filter(([other]) => other !== name)),
  fc
    .tuple(
      fc.constantFrom("response_id", "survey", "version", "started_at", "finished_at", "lang", "intent"),
      junk.filter((value) => value !== ""),
    )
    .map(
      ([name, value]) =>
        (fields: readonly Field[]) =>
          replaced(fields, name, value),
    ),
  fc
    .constantFrom("999", "1e0", "01", "1.0", "-1")
    .map((id) => (fields: readonly Field[]) => replaced(fields, "survey", id)),
  fc.constant((fields: readonly Field[]) => replaced(fields, "H1", "x".repeat(70_000))),
  fc.constant((fields: readonly Field[]) => replaced(fields, "H1", "x".repeat(5_000))),
);

function added(fields: readonly Field[], name: string, value: string): readonly Field[] {
  return [...fields, [name, value]];
}

function replaced(fields: readonly Field[], name: string, value: string): readonly Field[] {
  return [...fields.filter(([other]) => other !== name), [name, value]];
}

/** What spoils a form as bytes, whatever stands in its fields. */
const spoiledBytes = fc.constantFrom(
  { tail: "&H1=%ff%fe", type: FORM },
  { tail: "&H1=%c3%28", type: FORM },
  { tail: "&%ed%a0%80=1", type: FORM },
  { tail: "", type: "multipart/form-data; boundary=x" },
  { tail: "", type: "application/json" },
  { tail: "", type: "text/plain" },
  { tail: "", type: `${FORM}; charset=utf-16` },
  { tail: "", type: "" },
);

/** Forms that cannot be taken: each gets a page that says why, with a status of its own making, and leaves no trace. */
export async function refusesEverySpoiledForm(numRuns: number): Promise<void> {
  const { database, port, code, fields } = await target();
  const post = (bytes: string, type: string, query: string) =>
    sendRaw(
      port,
      rawRequest("POST", `/k/${code}${query}`, type === "" ? [] : [["Content-Type", type]], Buffer.from(bytes)),
    );
  const good = () => [["response_id", randomUUID()], ...fields] as Field[];
  const written = (some: readonly Field[]) => some.map((field) => field.map(encode).join("=")).join("&");
  const query = fc.constantFrom("?send=1", "?send=1&lang=en", "", "?survey=999", "?%ff=%00", "?lang=%f0");
  const before = stored(database);
  await fc.assert(
    fc.asyncProperty(spoiling, query, async (spoil, address) => {
      expectRefusal(await post(written(spoil(good())), FORM, address));
      expect(stored(database)).toBe(before);
    }),
    { numRuns },
  );
  await fc.assert(
    fc.asyncProperty(spoiledBytes, query, async ({ tail, type }, address) => {
      expectRefusal(await post(written(good()) + tail, type, address));
      expect(stored(database)).toBe(before);
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
  // The form that all of these spoil is a good one.
  expect((await post(written(good()), FORM, "?send=1")).status).toBe(303);
  expect(stored(database)).toBe(before + 1);
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

function expectRefusal({ status, body }: { status: number; body: string }): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body).toMatch(/<h1|^[^<]{10,}/);
}

const addresses = (code: string) =>
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(`/k/${code}`, `/k/${code}/thanks`, `/k/${code}/saved`, `/k/${code}/kiosk`, "/", "/sign-in"),
        escapes,
      )
      .map(([path, query]) => `${path}?${query}`),
    escapes.map((tail) => `/k/${tail}`),
    escapes.map((tail) => `/k/${code}${tail}`),
    escapes.map((tail) => `/k/${code}/${tail}`),
    escapes.map((tail) => `/${tail}`),
    escapes.map((tail) => `/assets/${tail}`),
    fc.constantFrom(
      "/kiosk",
      "/sw.js",
      "/health",
      "/metrics",
      "//",
      "/k",
      "/k/",
      "/k//",
      `/k/${code}//`,
      `/K/${code}`,
      "http://elsewhere/k/2",
      "*",
      "/.env",
      `/k/${"2".repeat(3000)}`,
    ),
  );

const anyHeader = fc.constantFrom<readonly [string, string]>(
  ["Cookie", "hl_device=\u00ff; hl_kiosk=; =; ;;"],
  ["Cookie", `hl_device=${"x".repeat(4000)}`],
  ["Cookie", "hailong_session=%%%"],
  ["Accept-Encoding", "gzip;q=2, br;q=x, *;q=0"],
  ["Accept-Encoding", ""],
  ["Accept-Language", "\u00e9,,;q="],
  ["Origin", "null"],
  ["Origin", "http://["],
  ["X-Forwarded-Host", "a b"],
  ["X-Forwarded-Proto", "javascript"],
  ["If-None-Match", '"\u00ff"'],
  ["If-Modified-Since", "yesterday"],
  ["Range", "bytes=9-1"],
  ["Transfer-Encoding", "chunked"],
  ["Content-Length", "10"],
  ["Expect", "200-ok"],
  ["Content-Type", FORM],
);

/** Requests of every shape to every public address: none is an error of the server, and none of them stores a thing. */
export async function survivesEveryRequest(numRuns: number): Promise<void> {
  const { database, port, code, log } = await target();
  const before = stored(database);
  const method = fc.constantFrom("GET", "GET", "GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH");
  const headers = fc.array(anyHeader, { maxLength: 3 });
  const body = fc.oneof(
    fc.constant(Buffer.alloc(0)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(method, addresses(code), headers, body, async (verb, address, given, bytes) => {
      // A length or coding that belies the body would only wait for the rest of it.
      const framed = given.some(([name]) => name === "Content-Length" || name === "Transfer-Encoding");
      const sent = framed ? Buffer.from("0\r\n\r\n12345") : bytes;
      const request = framed
        ? Buffer.concat([rawRequest(verb, address, given), sent])
        : rawRequest(verb, address, given, sent);
      const { status } = await sendRaw(port, request);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
    }),
    { numRuns },
  );
  expect(stored(database)).toBe(before);
  expect(log.filter((line) => Number(line.level) >= 50)).toEqual([]);
}
