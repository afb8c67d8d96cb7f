import { monitorEventLoopDelay } from "node:perf_hooks";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { loadFigures } from "~/reports/load-figures.server";
import { type MadeFile, makeFile } from "~/reports/make-file.server";
import { checkRecords, takeRecords } from "~/reports/records/take-records.server";
import type { FigureSettings } from "~/snapshots/take-snapshot.server";
import { moveSurvey } from "~/surveys/move-survey.server";
import type { Database } from "~db/open-database.server";
import { findSurvey } from "~db/repositories/surveys";
import type { Numbers } from "./numbers";
import type { Row } from "./table";

const FILES = ["results.csv", "distribution.csv", "results.json", "results.xlsx"];
const RECORDS = ["records.csv", "records.sav"] as const;

/** What something took and what the rest of the process had to bear meanwhile. */
export interface Watched {
  seconds: number;
  processor: number;
  /** Megabytes: more than before, and in all, at most. */
  more: number;
  peak: number;
  /** Milliseconds that the server stood still, 99 of 100 times at most, and once at most. */
  p99: number;
  longest: number;
}

export async function watched(work: () => Promise<void>): Promise<Watched> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  const seconds = (performance.now() - started) / 1000;
  await pause(20);
  delay.disable();
  clearInterval(look);
  peak = Math.max(peak, process.memoryUsage.rss());
  return {
    ...{ seconds, processor: (user + system) / 1e6, more: (peak - before) / 2 ** 20, peak: peak / 2 ** 20 },
    ...{ p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 },
  };
}

export function watchedNote({ processor, more, peak, p99, longest }: Watched): string {
  const [memory, most, still, once] = [more, peak, p99, longest].map((value) => value.toFixed(0));
  return `${processor.toFixed(1)} s of processor; ${memory} MB more memory, ${most} MB at most; the server waits ≤ ${still} ms (99 of 100), ${once} ms once`;
}

/** The files of figures and of single records of a survey, each from its stored responses to its last byte. */
export async function benchReportFiles(
  database: Database,
  { viewer, surveyId }: Numbers,
  { now, today, settings }: { now: Date; today: string; settings: FigureSettings },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const step of ["close", "finalise"] as const) {
    const took = await watched(async () => {
      const moved = await moveSurvey(database, viewer, { surveyId, step, now, settings });
      if (moved !== "done") throw new Error(`the survey cannot ${step}: ${moved}`);
    });
    if (step === "finalise") rows.push(rowOf("results finalised: their snapshot in a thread", took));
  }
  const source = await loadFigures(database, viewer, { surveyId, now, today, settings });
  if (!source) throw new Error("there are no figures");
  for (const file of FILES) {
    let bytes = 0;
    const took = await watched(async () => {
      bytes = await drained(makeFile(source, file));
    });
    rows.push(rowOf(`${file} of the snapshot, ${source.results.measures.length} figures`, took, bytes));
  }
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!survey) throw new Error("there is no survey");
  const asked = { survey, now, settings };
  const check = await watched(async () => void (await checkRecords(database, viewer, asked)));
  rows.push(rowOf("disclosure check of the single records", check));
  for (const file of RECORDS) {
    let bytes = 0;
    const took = await watched(async () => {
      const order = { file, purpose: "bench", time: "day" as const };
      const made = await takeRecords(database, viewer, { ...asked, order });
      bytes = await drained(typeof made === "string" ? null : made);
    });
    rows.push(rowOf(`${file}, checked and written`, took, bytes));
  }
  return rows;
}

function rowOf(what: string, took: Watched, bytes?: number): Row {
  const size = bytes === undefined ? "" : `${(bytes / 2 ** 20).toFixed(1)} MB; `;
  return { what, figure: `${took.seconds.toFixed(2)} s`, note: `${size}${watchedNote(took)}` };
}

async function drained(made: MadeFile | null): Promise<number> {
  if (!made) throw new Error("there is no file");
  let bytes = 0;
  const nowhere = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      // As a connection does: taken in a turn of its own.
      setImmediate(done);
    },
  });
  await pipeline(made.body instanceof Readable ? made.body : Readable.from([Buffer.from(made.body)]), nowhere);
  return bytes;
}
