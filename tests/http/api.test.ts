import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";
import { keyFor } from "../api/support";
import { referenceDatabase } from "../support/databases";
import { addPublished } from "../support/published";
import { serveSite } from "../support/served-site";
import { addOpenSurvey } from "../support/surveys";

async function servedApi() {
  const database = referenceDatabase();
  const { surveyId } = await addOpenSurvey(database, { units: ["bv-dk-tinh"], owner: "th-syt" });
  const key = await keyFor(database, "th-syt", { scopes: ["read", "submit"], surveyId });
  const { url } = await serveSite(database);
  const send = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(`${url}/api/v1${path}`, { ...init, headers: { Authorization: `Bearer ${key}`, ...init.headers } });
  return { database, surveyId, send };
}

describe("the interface for machines behind the whole site", () => {
  it("takes JSON of other systems, which have neither a form nor an origin of this site", async () => {
    const { database, surveyId, send } = await servedApi();
    const response = {
      ...{ response_id: "mot", unit_id: "bv-dk-tinh", channel: "kiosk", answers: { A1: 5 } },
      submitted_at: "2026-06-01T02:00:00Z",
    };
    const body = JSON.stringify({ responses: [response] });
    const headers = {
      "Content-Type": "application/json",
      Origin: "https://benh-vien.example",
      "Sec-Fetch-Site": "cross-site",
    };
    const taken = await send(`/surveys/${surveyId}/responses`, { method: "POST", body, headers });
    expect(taken.status).toBe(201);
    expect(database.$client.prepare("select count(*) from responses").pluck().get()).toBe(1);
    const form = await send(`/surveys/${surveyId}/responses`, {
      method: "POST",
      body: new URLSearchParams({ a: "1" }),
    });
    expect([form.status, form.headers.get("Content-Type")]).toEqual([415, "application/problem+json"]);
    const long = `{"responses":["${"x".repeat(1024 * 1024)}"]}`;
    const tooLong = await send(`/surveys/${surveyId}/responses`, { method: "POST", body: long, headers });
    expect(tooLong.status).toBe(413);
  });

  it("keeps its tags through compression, answers HEAD without a body, and knows no cookies", async () => {
    const { send } = await servedApi();
    const zipped = await send("/questionnaires");
    const tag = zipped.headers.get("ETag") ?? "";
    expect([zipped.headers.get("Content-Encoding"), tag.endsWith('-gzip"')]).toEqual(["gzip", true]);
    expect((await zipped.json()).items.length).toBeGreaterThan(0);
    const known = await send("/questionnaires", { headers: { "If-None-Match": tag } });
    expect([known.status, await known.text()]).toEqual([304, ""]);
    const head = await send("/questionnaires", { method: "HEAD", headers: { "Accept-Encoding": "identity" } });
    expect([head.status, await head.text(), head.headers.get("ETag")]).toEqual([200, "", tag.replace("-gzip", "")]);
    const cookie = await send("/questionnaires", { headers: { Authorization: "", Cookie: "hailong_session=x" } });
    expect([cookie.status, cookie.headers.get("Content-Type")]).toEqual([401, "application/problem+json"]);
    const removed = await send("/questionnaires", { method: "DELETE" });
    expect([removed.status, removed.headers.get("Allow"), removed.headers.get("Set-Cookie")]).toEqual([
      405,
      "GET, HEAD",
      null,
    ]);
  });
});

describe("docs/api.md", () => {
  /** What each block of the page prints, run as it stands with nothing but the three variables that it names. */
  async function runBlocks(environment: Record<string, string>): Promise<string[]> {
    const page = readFileSync(join(inject("root"), "docs", "api.md"), "utf8");
    const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block);
    const printed: string[] = [];
    for (const block of blocks) {
      const { stdout } = await promisify(execFile)("sh", ["-eu", "-c", block], {
        env: { NODE_ENV: "test", PATH: "/usr/local/bin:/usr/bin:/bin", ...environment },
      });
      printed.push(stdout);
    }
    return printed;
  }

  it("has examples that run as they stand", async () => {
    const database = referenceDatabase();
    const { surveyId: published } = await addPublished(database, {
      units: [
        { key: "bv-dk-tinh", levels: { 4: 50, 2: 20 } },
        { key: "bv-nhi", levels: { 5: 60, 3: 12 } },
      ],
    });
    const { surveyId: open } = await addOpenSurvey(database, { units: ["bv-dk-tinh"], owner: "th-syt" });
    const key = await keyFor(database, "th", { scopes: ["read", "submit", "responses"], surveyId: open });
    const { url } = await serveSite(database, { now: () => new Date("2026-07-02T03:00:00Z") });
    const [surveys = "", figures = "", , records = ""] = await runBlocks({
      SITE: url,
      KEY: key,
      SURVEY: String(published),
    });
    expect(JSON.parse(surveys).items.map(({ id }: { id: number }) => id)).toEqual([published, open]);
    const [all, unit, hospitals] = figures.split(/(?<=\})(?=\{)/).map((text) => JSON.parse(text));
    expect(all.measures).toMatchObject([{ unit_id: null, level: "overall", n_persons: 142 }]);
    expect(unit.measures).toMatchObject([{ unit_id: "bv-dk-tinh", level: "overall", n_persons: 70 }]);
    expect(hospitals.items.length).toBeGreaterThan(10);
    expect(records.trimEnd().split("\n").length).toBeGreaterThan(100);
    const [, , sent = ""] = await runBlocks({ SITE: url, KEY: key, SURVEY: String(open) });
    expect(JSON.parse(sent)).toMatchObject({ stored: 1, known: 0, results: [{ status: "stored" }] });
    const [, , again = ""] = await runBlocks({ SITE: url, KEY: key, SURVEY: String(open) });
    expect(JSON.parse(again)).toMatchObject({ stored: 0, known: 1, results: [{ status: "known" }] });
  });
});
