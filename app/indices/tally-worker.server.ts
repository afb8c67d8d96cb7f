import { setTimeout as sleep } from "node:timers/promises";
import { workerData } from "node:worker_threads";
import { dayOf } from "~/i18n/dates";
import { openDatabase } from "~db/open-database.server";
import { foldTallies } from "./fold-tallies.server";
import { publishFolded } from "./publish-folded.server";

/** What the thread that folds responses is given. */
export interface TallyWork {
  databaseUrl: string;
  timeZone: string;
  /** Milliseconds between looks. */
  everyMs: number;
  /** By which results are masked. */
  minimums: { cell: number; unit: number };
}

/** Milliseconds between two batches, in which whoever waits to write has a turn. */
const BREATH_MS = 20;

/** Folds what comes in and publishes it, as long as the thread lives. */
export async function foldForever(now: () => Date): Promise<never> {
  const { databaseUrl, timeZone, everyMs, minimums } = workerData as TallyWork;
  const database = openDatabase(databaseUrl);
  // Tallies can be folded again from the responses: their commits need not reach the disk before the next begins.
  database.$client.pragma("synchronous = NORMAL");
  for (let published = ""; ; await sleep(everyMs)) {
    try {
      const touched = new Set<number>();
      while ((await foldTallies(database, { timeZone, touched })) > 0) await sleep(BREATH_MS);
      const today = dayOf(now(), timeZone);
      const changed = today === published ? touched : null;
      await publishFolded(database, { changed, today, timeZone, minimums, province: "" });
      published = today;
    } catch (error) {
      // Figures stay exact meanwhile: what is not folded is read from the responses, and masks by whoever looks.
      console.error("responses could not be folded into tallies", error);
    }
  }
}
