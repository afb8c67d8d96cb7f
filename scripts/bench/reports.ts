import { statSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import SqliteFile from "better-sqlite3";
import { finishedReport, loadReport } from "~/reports/compose-report.server";
import { openSurveyReport } from "~/reports/open-report.server";
import type { ReportFormat } from "~/reports/report-formats";
import { createUnitReportsJobs, orderUnitReports, type UnitReportsJobs } from "~/reports/unit-report-jobs.server";
import { writeReport } from "~/reports/write-report.server";
import { closeDatabase, type Database, openDatabase } from "~db/open-database.server";
import { fillNumbers, type Numbers, SIZES } from "./numbers";
import type { Row } from "./table";

const NOW = new Date("2026-07-01T03:00:00Z");
const SETTINGS = {
  timeZone: "Asia/Ho_Chi_Minh",
  province: "Tỉnh thử",
  version: "bench",
  minimums: { cell: 10, unit: 30 },
};
/** Seconds of the clock and of the processor. */
interface Time {
  clock: number;
  processor: number;
}

/** Seconds that the report may take once its figures are fixed. */
const LONGEST = 15;

/**
 * What the report on many responses costs: the snapshot of its figures, the report as Word and PDF, and the archive of
 * every unit's report made in a thread, with what else of the process has to wait and how much memory it takes.
 */
export async function benchReports(root: string, folder: string, numbers: Numbers, quick: boolean): Promise<Row[]> {
  const [, size] = quick ? SIZES.quick : SIZES.whole;
  await fillNumbers(numbers, size);
  const database = openDatabase(`file:${numbers.file}`);
  try {
    const { viewer, surveyId } = numbers;
    const floor = readAll(numbers);
    let reportId: number | null = null;
    const taking = await timed(async () => {
      reportId = await openSurveyReport(database, viewer, { surveyId, now: NOW, settings: SETTINGS });
    });
    const rows: Row[] = [
      { what: `${size} responses: bare read of every record`, figure: written(floor), note: "" },
      {
        what: `${size} responses: snapshot of their figures`,
        figure: written(taking.clock),
        ratio: taking.clock / floor,
        note: `${numbers.unitIds.length} units, masked, hashed and stored; ${ofProcessor(taking)}`,
      },
    ];
    for (const format of ["docx", "pdf"] as const) rows.push(await oneReport(database, numbers, reportId ?? 0, format));
    const jobs = createUnitReportsJobs({
      folder: join(folder, "unit-reports"),
      program: join(root, "scripts", "serve", "unit-reports-worker.mjs"),
      now: () => new Date(),
    });
    const snapshotId = await lastSnapshot(database, numbers, reportId ?? 0);
    for (const format of ["docx", "pdf"] as const)
      rows.push(await archive(database, jobs, numbers, { snapshotId, format }));
    return rows;
  } finally {
    closeDatabase(database);
  }
}

/** The report of a whole survey from its stored snapshot to its last byte. */
async function oneReport(database: Database, numbers: Numbers, reportId: number, format: ReportFormat): Promise<Row> {
  let bytes: Buffer = Buffer.alloc(0);
  const took = await timed(async () => {
    const loaded = await loadReport(database, numbers.viewer, reportId);
    if (!loaded) throw new Error("there is no report");
    bytes = await writeReport(await finishedReport(database, loaded), format);
  });
  const floor = format === "docx" ? recompress(bytes) : null;
  return {
    what: `report on ${numbers.unitIds.length} units as ${format}, after the snapshot`,
    figure: written(took.clock),
    ...(floor === null ? {} : { ratio: took.clock / floor }),
    target: { text: `≤ ${LONGEST} s`, met: took.clock <= LONGEST },
    note: `${megabytes(bytes.length)}; ${ofProcessor(took)}${floor === null ? "" : "; floor: compressing its parts alone"}`,
  };
}

async function archive(
  database: Database,
  jobs: UnitReportsJobs,
  { viewer, surveyId, unitIds }: Numbers,
  order: { snapshotId: number; format: ReportFormat },
): Promise<Row> {
  const before = process.memoryUsage.rss();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let peak = before;
  let bytes = 0;
  const took = await timed(async () => {
    const ordered = await orderUnitReports(database, jobs, viewer, {
      survey: { id: surveyId, opensOn: "2026-01-01", sector: "health" },
      ...order,
    });
    if (ordered.kind !== "job") throw new Error("no archive was begun");
    const find = () => jobs.find(viewer.accountId, ordered.job.id);
    while (find()?.state === "running" || find()?.state === "waiting") {
      peak = Math.max(peak, process.memoryUsage.rss());
      await sleep(50);
    }
    if (find()?.state !== "done") throw new Error(`the archive is ${find()?.state}`);
    bytes = statSync(ordered.job.file).size;
  });
  const longest = Math.round(delay.percentile(99) / 1e6);
  return {
    what: `${unitIds.length} unit reports in one ZIP, ${order.format}`,
    figure: written(took.clock),
    note: `${megabytes(bytes)}; ${ofProcessor(took)}; ${megabytes(peak - before)} more memory at most; the server waits ≤ ${longest} ms meanwhile (99 of 100)`,
  };
}

async function lastSnapshot(database: Database, { viewer }: Numbers, reportId: number): Promise<number> {
  const loaded = await loadReport(database, viewer, reportId);
  const id = loaded?.snapshots[0]?.id;
  if (id === undefined) throw new Error("the report has no snapshot");
  return id;
}

/** Seconds to read what a snapshot rests on, no more. */
function readAll({ file, surveyId }: Numbers): number {
  const database = new SqliteFile(file, { readonly: true });
  const started = performance.now();
  let length = 0;
  const rows = database.prepare("select packed from responses where survey_id = ? order by id").raw();
  for (const [packed] of rows.iterate(surveyId) as IterableIterator<[string]>) length += packed.length;
  const took = (performance.now() - started) / 1000;
  database.close();
  if (length === 0) throw new Error("there was nothing to read");
  return took;
}

/** Seconds to compress the parts of a ZIP file once more. */
function recompress(zip: Buffer): number {
  const parts: Buffer[] = [];
  for (let at = zip.indexOf(ENTRY); at >= 0; at = zip.indexOf(ENTRY, at + 4)) {
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    if (zip.readUInt16LE(at + 8) !== DEFLATED) continue;
    parts.push(inflateRawSync(zip.subarray(start)));
  }
  const started = performance.now();
  for (const part of parts) deflateRawSync(part);
  return (performance.now() - started) / 1000;
}

const ENTRY = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const DEFLATED = 8;

async function timed(work: () => Promise<void>): Promise<Time> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { clock: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

function written(time: number): string {
  return `${time.toFixed(2)} s`;
}

/** For whoever shares the machine with others. */
function ofProcessor({ processor }: Time): string {
  return `${processor.toFixed(1)} s of processor`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
