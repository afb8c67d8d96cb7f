import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { TallyWork } from "~/indices/tally-worker.server";
import { type Database, databaseFile } from "~db/open-database.server";

const EVERY_MS = 20_000;

/**
 * Folds responses into tallies in a thread of its own, which neither keeps the server running nor stops it when it fails:
 * figures are exact without it, only slower. @returns how to stop it.
 */
export function keepTallies(
  database: Database,
  { root, log, ...settings }: { root: string; log: Logger } & Pick<TallyWork, "timeZone" | "minimums">,
): () => void {
  const file = databaseFile(database);
  if (file === null) return () => {};
  const work: TallyWork = { databaseUrl: `file:${file}`, everyMs: EVERY_MS, ...settings };
  const worker = new Worker(join(root, "scripts", "serve", "tally-worker.mjs"), { workerData: work });
  worker.on("error", (error) => log.error({ err: error }, "tallies are not folded any more"));
  worker.unref();
  return () => void worker.terminate();
}
