import { describe, expect, test } from "vitest";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey } from "../support/surveys";

describe("GET /health", () => {
  test("tells version and migration while the database answers", async () => {
    const { url } = await serveSite(referenceDatabase());
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await response.json()).toEqual({
      status: "ok",
      version: "0.0.0-test",
      migration: expect.stringMatching(/^\d{4}_\w+$/),
      database: "ok",
    });
  });

  test("is 503 when the schema is not the one of this release", async () => {
    const database = referenceDatabase();
    database.$client.exec("update __drizzle_migrations set created_at = created_at - 1");
    const { url } = await serveSite(database);
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "failing", migration: null, database: "ok" });
  });

  test("is 503 when the database does not answer", async () => {
    const database = referenceDatabase();
    const { url } = await serveSite(database);
    database.$client.close();
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "failing", database: "failing" });
  });
});

describe("GET /metrics", () => {
  test("gives requests by class of route, never by address, and responses stored", async () => {
    const database = referenceDatabase();
    const { points } = await addOpenSurvey(database);
    const { url } = await serveSite(database);
    for (const path of [`/k/${points[0]?.code}`, "/k/nonsense", "/sign-in", "/health"]) {
      await (await fetch(url + path)).arrayBuffer();
    }
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get("Content-Type")).toMatch(/^text\/plain\b/);
    const text = await response.text();
    expect(text).toMatch(/^http_request_duration_seconds_count\{route="citizen",status="2xx"\} 1$/m);
    expect(text).toMatch(/^http_request_duration_seconds_count\{route="citizen",status="4xx"\} 1$/m);
    expect(text).toMatch(/^http_request_duration_seconds_count\{route="office",status="2xx"\} 1$/m);
    expect(text).toMatch(/^hailong_responses_stored_total 0$/m);
    expect(text).toMatch(/^process_cpu_seconds_total /m);
    expect(text).not.toContain(points[0]?.code ?? "?");
  });
});
