import { once } from "node:events";
import { copyFileSync, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { writeMark } from "~db/repositories/database-marks";
import { insertResponse } from "~db/repositories/responses";
import { readOrMakeSecret } from "../../scripts/serve/session-secret";
import { spawnServer, startServer, temporaryFolder } from "../support/server-process";
import { addOpenSurvey } from "../support/surveys";

/** A database file with reference data, changed by `prepare`. */
async function databaseFile(prepare: (database: ReturnType<typeof openDatabase>) => Promise<unknown> = async () => {}) {
  const file = join(temporaryFolder(), "test.db");
  copyFileSync(inject("referenceDatabase"), file);
  const database = openDatabase(`file:${file}`);
  await prepare(database);
  closeDatabase(database);
  return file;
}

describe("a real start", () => {
  test("serves, introduces the first administrator once, and stops in order", async () => {
    const file = await databaseFile();
    const environment = { DATABASE_URL: `file:${file}` };
    const first = await startServer(environment);
    const health = await fetch(`${first.url}/health`);
    expect(await health.json()).toMatchObject({ status: "ok" });
    await expect.poll(() => first.output.out, { timeout: 20_000 }).toMatch(/^sign-in \S+\/sign-in quantri \S{10,}$/m);
    expect(first.output.out).not.toMatch(/^answer /m);
    expect(await first.stop("SIGTERM")).toEqual({ code: 0, signal: null });
    expect(existsSync(`${file}-wal`)).toBe(false);
    const second = await startServer(environment);
    expect(await second.stop("SIGINT")).toEqual({ code: 0, signal: null });
    expect(second.output.out).not.toMatch(/^sign-in /m);
  });

  test("finishes what is under way when told to stop", async () => {
    const file = await databaseFile();
    const server = await startServer({ DATABASE_URL: `file:${file}` });
    const { hostname, port } = new URL(server.url);
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": 21 };
    const slow = request({ hostname, port, path: "/sign-in", method: "POST", headers });
    const answer = once(slow, "response") as Promise<[IncomingMessage]>;
    slow.write("username=a&");
    await expect.poll(() => fetch(`${server.url}/health`).then((response) => response.status)).toBe(200);
    const ended = server.stop("SIGTERM");
    await expect
      .poll(() =>
        fetch(`${server.url}/health`).then(
          () => "open",
          () => "closed",
        ),
      )
      .toBe("closed");
    slow.end("password=b");
    const [response] = await answer;
    expect(response.statusCode).toBe(422);
    response.resume();
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  test("refuses a database of simulated answers", async () => {
    const file = await databaseFile((database) => writeMark(database, "simulated", "yes"));
    const { ended, output } = spawnServer({ DATABASE_URL: `file:${file}` });
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(output.err).toContain("mô phỏng");
    expect(output.err).not.toContain("    at ");
    expect(output.out).toBe("");
  });

  test("says so when the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const { ended, output } = spawnServer({ DATABASE_URL: `file:${await databaseFile()}`, PORT: String(port) });
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(output.err).toContain(`Cổng ${port}`);
    expect(output.err).not.toContain("    at ");
  });

  test("names every setting that is wrong", async () => {
    const { ended, output } = spawnServer({ PORT: "many", TIME_ZONE: "Mars/Olympus", DATABASE_URL: "postgres://x" });
    expect(await ended).toEqual({ code: 1, signal: null });
    for (const name of ["PORT", "TIME_ZONE", "DATABASE_URL"]) expect(output.err).toContain(name);
  });
});

describe("the demo", () => {
  test("refuses a database that holds real answers", async () => {
    const file = await databaseFile(async (database) => {
      const { surveyId, points } = await addOpenSurvey(database);
      await insertResponse(database, {
        responseId: "one",
        surveyId,
        unitId: points[0]?.unitId ?? 0,
        pointId: null,
        channel: "qr",
        language: "vi",
        finishedAt: "2026-06-01T03:00:00.000Z",
        packed: "5",
        texts: {},
      });
    });
    const { ended, output } = spawnServer({ DATABASE_URL: `file:${file}` }, ["--demo"]);
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(output.err).toContain("cơ sở dữ liệu thật");
  });

  test("prints where to answer and who may sign in, one line each, and every line holds", async () => {
    const file = join(temporaryFolder(), "demo.db");
    const server = await startServer({ DATABASE_URL: `file:${file}` }, ["--demo"]);
    await expect.poll(() => server.output.out).toMatch(/^sign-in /m);
    const lines = server.output.out.trim().split("\n");
    expect(lines.every((line) => /^(ready \S+|answer \S+|sign-in \S+ \S+ \S+)$/.test(line))).toBe(true);
    const answers = lines.flatMap((line) => /^answer (\S+)$/.exec(line)?.[1] ?? []);
    expect(answers.length).toBeGreaterThan(2);
    for (const address of answers) {
      const page = await fetch(address);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('name="response_id"');
    }
    const accounts = lines
      .flatMap((line) => [/^sign-in (\S+) (\S+) (\S+)$/.exec(line)?.slice(1) ?? []])
      .filter((one) => one.length);
    expect(accounts.length).toBeGreaterThan(2);
    for (const [address = "", username = "", password = ""] of accounts) {
      const answer = await fetch(address, {
        method: "POST",
        body: new URLSearchParams({ username, password }),
        redirect: "manual",
      });
      expect(answer.status, username).toBe(302);
    }
    expect(await server.stop("SIGTERM")).toEqual({ code: 0, signal: null });
    const { ended, output } = spawnServer({ DATABASE_URL: `file:${file}` });
    expect((await ended).code, output.err).toBe(1);
  });
});

test("the session secret is made once, for its owner's eyes only", () => {
  const file = join(temporaryFolder(), "data", "session-secret");
  const secret = readOrMakeSecret(file);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readOrMakeSecret(file)).toBe(secret);
});
