import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { FieldworkWork } from "~/comments/fieldwork-worker.server";
import { type Database, databaseFile } from "~db/open-database.server";

const EVERY_MS = 15 * 60 * 1000;
/** The first scan lets the server get going. */
const FIRST_MS = 60 * 1000;

/**
 * Looks at fieldwork every quarter of an hour and tells units what they should know, in a thread of its own: among a
 * million responses a look takes seconds, which citizens do not wait for. @returns how to stop it.
 */
export function watchFieldwork(
  database: Database,
  { root, log, firstMs = FIRST_MS, ...settings }: Watching,
): () => void {
  const file = databaseFile(database);
  if (file === null) return () => {};
  let worker: Worker | null = null;
  const scan = () => {
    if (worker) return;
    const work: FieldworkWork = { databaseUrl: `file:${file}`, at: new Date().toISOString(), ...settings };
    worker = new Worker(join(root, "scripts", "serve", "fieldwork-worker.mjs"), { workerData: work });
    worker.on("message", (raised: number) => {
      if (raised > 0) log.info({ raised }, "alerts raised");
    });
    worker.on("error", (error) => log.error({ err: error }, "fieldwork could not be scanned"));
    worker.on("exit", () => {
      worker = null;
    });
    worker.unref();
  };
  const first = setTimeout(scan, firstMs).unref();
  const timer = setInterval(scan, EVERY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    void worker?.terminate();
  };
}

interface Watching {
  root: string;
  timeZone: string;
  cellMinimum: number;
  log: Logger;
  firstMs?: number;
}
