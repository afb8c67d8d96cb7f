import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pino from "pino";
import { createFirstAdministrator } from "~/access/first-administrator.server";
import { readSettings } from "~/config.server";
import { type AppOptions, createApp } from "~/http/create-app";
import type { FigureSettings } from "~/snapshots/take-snapshot.server";
import { closeDatabase, type Database } from "~db/open-database.server";
import { keepDueSteps } from "./serve/due-steps";
import { keepTallies } from "./serve/keep-tallies";
import { listen } from "./serve/listen";
import { openData } from "./serve/open-data";
import { readOrMakeSecret } from "./serve/session-secret";
import { StartRefused } from "./serve/start-refused";
import { stopInOrder } from "./serve/stop-in-order";
import { watchFieldwork } from "./serve/watch-fieldwork";
import { loadDemo } from "./simulate/load-demo";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bytes of log lines that are gathered, and milliseconds after which they are written all the same. */
const LOG_BYTES = 4096;
const LOG_FLUSH_MS = 1000;

/**
 * Serves the site. `--demo`: with simulated answers in a database of their own; `--dev`: the demo straight from the
 * sources. Lines that others read (`ready`, `answer`, `sign-in`) go to stdout, the log to stderr.
 */
async function serve(demo: boolean, dev: boolean): Promise<void> {
  const settings = givenSettings();
  // Lines are written some at a time, at the latest after a second: a write for each would cost more than its answer.
  const destination = pino.destination({ fd: 2, sync: false, minLength: LOG_BYTES });
  setInterval(() => destination.flush(), LOG_FLUSH_MS).unref();
  const log = pino({ level: settings.LOG_LEVEL, base: null }, destination);
  const database = await openData({ root, settings, demo, now: new Date() });
  const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version as string;
  const sample = demo
    ? await loadDemo(database, { now: new Date(), settings: figureSettings(settings, version) })
    : null;
  await keepDueSteps(database, { timeZone: settings.TIME_ZONE, log });
  const server = createServer();
  const code = dev ? await fromSources(server) : { build: await builtSite() };
  const url = await listen(server, { host: settings.HOST, port: settings.PORT });
  const publicUrl = settings.PUBLIC_URL ?? url;
  server.on("request", createApp({ ...code, root, database, settings, publicUrl, version, log }));
  const background = { root, timeZone: settings.TIME_ZONE, log };
  const stopWatching = watchFieldwork(database, { ...background, cellMinimum: settings.CELL_MINIMUM });
  const stopFolding = keepTallies(database, { ...background, minimums: figureSettings(settings, version).minimums });
  stopInOrder(server, () => {
    stopWatching();
    stopFolding();
    closeDatabase(database);
    destination.flushSync();
  });
  console.log(`ready ${url}`);
  if (!demo && settings.PUBLIC_URL === undefined) console.error(missingPublicUrl(url));
  for (const point of sample?.points ?? []) console.log(`answer ${publicUrl}/k/${point.code}`);
  for (const account of sample?.accounts ?? []) printSignIn(publicUrl, account);
  if (!demo) await introduceAdministrator(database, publicUrl);
}

function givenSettings() {
  try {
    const settings = readSettings();
    const secret = settings.SESSION_SECRET ?? readOrMakeSecret(join(root, "data", "session-secret"));
    return { ...settings, SESSION_SECRET: secret };
  } catch (error) {
    throw new StartRefused((error as Error).message);
  }
}

/** By what the figures of the demonstration are reckoned: as everywhere in the site. */
function figureSettings(settings: ReturnType<typeof givenSettings>, version: string): FigureSettings {
  const { TIME_ZONE: timeZone, PROVINCE: province, CELL_MINIMUM: cell, UNIT_MINIMUM: unit } = settings;
  return { timeZone, province, version, minimums: { cell, unit } };
}

/** What the administrator of a real server must hear before anybody prints. */
function missingPublicUrl(url: string): string {
  return (
    `• Chưa đặt PUBLIC_URL: mã QR in ra sẽ chứa ${url} và không mở được trên điện thoại. Đặt PUBLIC_URL trước khi in áp phích.\n` +
    "  (PUBLIC_URL is not set: printed QR codes would hold this machine's own address.)"
  );
}

async function builtSite(): Promise<ServerBuild> {
  return import(pathToFileURL(join(root, "build", "server", "index.js")).href);
}

/** The site from its sources, compiled at each change. */
async function fromSources(server: ReturnType<typeof createServer>): Promise<Pick<AppOptions, "build" | "sources">> {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ root, server: { middlewareMode: true, hmr: { server } } });
  return {
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    sources: vite.middlewares,
  };
}

function printSignIn(publicUrl: string, { username, password }: { username: string; password: string }): void {
  console.log(`sign-in ${publicUrl}/sign-in ${username} ${password}`);
}

async function introduceAdministrator(database: Database, publicUrl: string): Promise<void> {
  const account = await createFirstAdministrator(database, new Date());
  if (!account) return;
  console.log("Tài khoản quản trị đầu tiên, mật khẩu dùng một lần, chỉ hiện ở đây (first administrator, shown once):");
  printSignIn(publicUrl, account);
}

try {
  await serve(process.argv.includes("--demo") || process.argv.includes("--dev"), process.argv.includes("--dev"));
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exit(1);
}
