import { setTimeout as sleep } from "node:timers/promises";
import { workerData } from "node:worker_threads";
import { openDatabase } from "~db/open-database.server";
import { foldTallies } from "./fold-tallies.server";

/** What the thread that folds responses is given. */
export interface TallyWork {
  databaseUrl: string;
  timeZone: string;
  /** Milliseconds between looks. */
  everyMs: number;
}

/** Milliseconds between two batches, in which whoever waits to write has a turn. */
const BREATH_MS = 20;

const { databaseUrl, timeZone, everyMs } = workerData as TallyWork;
const database = openDatabase(databaseUrl);
// Tallies can be folded again from the responses: their commits need not reach the disk before the next begins.
database.$client.pragma("synchronous = NORMAL");
for (;;) {
  try {
    while ((await foldTallies(database, { timeZone })) > 0) await sleep(BREATH_MS);
  } catch (error) {
    // Figures stay exact meanwhile: what is not folded is read from the responses.
    console.error("responses could not be folded into tallies", error);
  }
  await sleep(everyMs);
}
