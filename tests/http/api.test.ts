import { describe, expect, it } from "vitest";
import { keyFor } from "../api/support";
import { referenceDatabase } from "../support/databases";
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
