import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import pino from "pino";
import { inject, onTestFinished } from "vitest";
import { readSettings } from "~/config.server";
import { createApp } from "~/http/create-app";
import type { Database } from "~db/open-database.server";
import { NOW, serverBuild } from "./built-site";

/** Lines that the site logged, as pino wrote them. */
export type LogLines = Record<string, unknown>[];

interface ServedSite {
  environment?: Record<string, string>;
  now?: () => Date;
  /** False: everything is answered by the site behind the public door. */
  door?: boolean;
  /** Another build than the one that stands in build/. */
  build?: ServerBuild;
}

/** Within which an answer that nobody waits for has met its database. */
const SETTLED_MS = 100;

/**
 * The built site with everything in front of it (headers, limits, log) on a port of its own, until the test ends.
 * @returns its address and the lines that it logs.
 */
export async function serveSite(
  database: Database,
  { environment = {}, now = () => NOW, door = true, build }: ServedSite = {},
): Promise<{ url: string; log: LogLines }> {
  const settings = readSettings(environment);
  const log: LogLines = [];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = createApp({
    build: build ?? (await serverBuild()),
    door,
    root: inject("root"),
    database,
    settings: { ...settings, SESSION_SECRET: "a secret of the tests, long enough for it" },
    publicUrl: settings.PUBLIC_URL ?? url,
    version: "0.0.0-test",
    log: pino({ level: "debug", base: null }, { write: (line: string) => void log.push(JSON.parse(line)) }),
    now,
  });
  server.on("request", app);
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    // What is being answered to a browser that has gone goes on, and nothing tells when it is done.
    await setTimeout(SETTLED_MS);
  });
  return { url, log };
}
