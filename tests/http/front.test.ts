import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { emptyDatabase, referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey } from "../support/surveys";

/** A request with path and headers exactly as given, which `fetch` would mend. */
function rawRequest(url: string, path: string, headers: Record<string, string> = {}, method = "GET") {
  const { hostname, port } = new URL(url);
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

function policyOf(response: Response): string[] {
  return (response.headers.get("Content-Security-Policy") ?? "").split(";").map((directive) => directive.trim());
}

describe("headers", () => {
  test("keep a page to this site's own scripts, styles and forms", async () => {
    const { url } = await serveSite(referenceDatabase());
    const response = await fetch(`${url}/sign-in`);
    expect(response.status).toBe(200);
    const [nonce] = /'nonce-[\w-]{22}'/.exec(response.headers.get("Content-Security-Policy") ?? "") ?? [];
    expect(policyOf(response)).toEqual([
      "default-src 'self'",
      `script-src 'self' ${nonce}`,
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
    ]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
    });
    expect(response.headers.get("X-Powered-By")).toBeNull();
    expect(response.headers.get("Strict-Transport-Security")).toBeNull();
  });

  test("insist on HTTPS only where the site is reached over it", async () => {
    const { url } = await serveSite(referenceDatabase(), { environment: { PUBLIC_URL: "https://hailong.example.vn" } });
    const response = await fetch(`${url}/sign-in`);
    expect(response.headers.get("Strict-Transport-Security")).toBe("max-age=15552000");
    expect(policyOf(response)).toContain("upgrade-insecure-requests");
  });

  test("draw a nonce and a request id for every response", async () => {
    const { url } = await serveSite(referenceDatabase());
    const [first, second] = await Promise.all([fetch(`${url}/sign-in`), fetch(`${url}/sign-in`)]);
    expect(policyOf(first)[1]).not.toBe(policyOf(second)[1]);
    expect(first.headers.get("X-Request-Id")).not.toBe(second.headers.get("X-Request-Id"));
  });

  test("let built files be kept for ever, and say so of no page", async () => {
    const { url } = await serveSite(referenceDatabase());
    const page = await fetch(`${url}/sign-in`);
    const [, stylesheet] = /href="(\/assets\/[^"]+\.css)"/.exec(await page.text()) ?? [];
    const file = await fetch(url + stylesheet);
    expect(file.status).toBe(200);
    expect(file.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(page.headers.get("Cache-Control") ?? "").not.toContain("immutable");
    expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404);
  });

  test("come with built files as the build compressed them", async () => {
    const database = referenceDatabase();
    const { points } = await addOpenSurvey(database);
    const { url } = await serveSite(database);
    const [, path = ""] =
      /href="(\/assets\/[^"]+\.css)"/.exec(await (await fetch(`${url}/k/${points[0]?.code}`)).text()) ?? [];
    const takenAs = async (coding: string) => {
      const response = await fetch(url + path, { headers: { "Accept-Encoding": coding } });
      const { headers } = response;
      const said = ["Content-Encoding", "Content-Type", "Vary", "Cache-Control"].map((name) => headers.get(name));
      return { said, length: Number(headers.get("Content-Length")), text: await response.text() };
    };
    const [plain, gzip, brotli] = [await takenAs("identity"), await takenAs("gzip"), await takenAs("gzip, br")];
    const same = ["text/css; charset=utf-8", "Accept-Encoding", "public, max-age=31536000, immutable"];
    expect([plain.said, gzip.said, brotli.said]).toEqual([
      [null, "text/css; charset=UTF-8", ...same.slice(1)],
      ["gzip", ...same],
      ["br", ...same],
    ]);
    expect(gzip.text).toBe(plain.text);
    expect(brotli.text).toBe(plain.text);
    expect(brotli.length).toBeGreaterThan(0);
    expect(brotli.length).toBeLessThan(gzip.length);
  });

  test("announce the compression that the browser asked for", async () => {
    const database = referenceDatabase();
    const { points } = await addOpenSurvey(database);
    const { url } = await serveSite(database);
    const response = await fetch(`${url}/k/${points[0]?.code}`, { headers: { "Accept-Encoding": "gzip" } });
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    expect(await response.text()).toContain("<form");
  });
});

describe("malformed requests are the sender's error", () => {
  test.each(["/%", "/k/%E0%A4%A", "/%00", "/sign-in%ff"])("path %s", async (path) => {
    const { url } = await serveSite(emptyDatabase());
    expect((await rawRequest(url, path)).status).toBe(400);
  });

  test.each([{ Host: "a b" }, { Host: "a:99999999" }, { Host: "exa<mple" }])("header %o", async (headers) => {
    const { url } = await serveSite(emptyDatabase());
    expect((await rawRequest(url, "/sign-in", headers)).status).toBe(400);
  });

  test("an X-Forwarded-Host that is no host is passed over", async () => {
    const { url } = await serveSite(referenceDatabase());
    expect((await rawRequest(url, "/sign-in", { "X-Forwarded-Host": "a:99999999" })).status).toBe(200);
  });

  test("another site cannot be reached by a path with two slashes", async () => {
    const { url } = await serveSite(referenceDatabase());
    const response = await rawRequest(url, "//evil.example/sign-in");
    expect(response.status).toBe(404);
  });
});

describe("a form sent from another site", () => {
  const foreign = [{ Origin: "https://evil.example" }, { Origin: "null" }, { "Sec-Fetch-Site": "cross-site" }];
  const own = (url: string) => [{}, { Origin: url }, { Origin: url, "Sec-Fetch-Site": "same-origin" }];

  test("is refused wherever somebody may be signed in", async () => {
    const { url } = await serveSite(referenceDatabase());
    for (const path of ["/sign-in", "/sign-out", "/surveys/new"]) {
      for (const headers of foreign) {
        expect((await rawRequest(url, path, headers, "POST")).status, `${path} ${JSON.stringify(headers)}`).toBe(403);
      }
      for (const headers of own(url)) {
        const body = new URLSearchParams({ a: "b" });
        const response = await fetch(url + path, { method: "POST", headers, body, redirect: "manual" });
        expect(response.status, `${path} ${JSON.stringify(headers)}`).not.toBe(403);
      }
    }
  });

  test("is read like any other at a collection point, which nobody signs in for", async () => {
    const database = referenceDatabase();
    const { points } = await addOpenSurvey(database);
    const { url } = await serveSite(database);
    for (const headers of [...own(url), ...foreign]) {
      const response = await fetch(`${url}/k/${points[0]?.code}`, {
        method: "POST",
        headers,
        body: new URLSearchParams({ lang: "vi" }),
      });
      expect(response.status, JSON.stringify(headers)).toBe(422);
    }
  });

  test("comes from the site itself when a proxy changed the host", async () => {
    const { url } = await serveSite(referenceDatabase(), { environment: { PUBLIC_URL: "https://hailong.example.vn" } });
    const headers = { Origin: "https://hailong.example.vn", "Content-Type": "application/x-www-form-urlencoded" };
    expect((await rawRequest(url, "/sign-out", headers, "POST")).status).toBe(302);
  });
});

describe("an officer's form", () => {
  const form = "application/x-www-form-urlencoded";

  test.each([
    [415, "is no form", { "Content-Type": "application/json" }],
    [415, "has no type", {}],
    [413, "is too long", { "Content-Type": form, "Content-Length": "1048577" }],
    [411, "does not tell its length", { "Content-Type": form, "Transfer-Encoding": "chunked" }],
  ])("gets %i where it %s", async (status, _, headers) => {
    const { url } = await serveSite(emptyDatabase());
    expect((await rawRequest(url, "/sign-in", headers, "POST")).status).toBe(status);
  });
});

describe("the log", () => {
  test("has one line per request without query, address or browser", async () => {
    const { url, log } = await serveSite(referenceDatabase());
    const headers = { "User-Agent": "Telephone/1.0", Cookie: "a=secret" };
    await (await fetch(`${url}/sign-in?next=%2Fsecret`, { headers })).text();
    await (await fetch(`${url}/health`)).text();
    expect(log).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        method: "GET",
        path: "/sign-in",
        status: 200,
        ms: expect.any(Number),
        msg: "request",
      },
      expect.objectContaining({ level: 20, path: "/health" }),
    ]);
  });
});
