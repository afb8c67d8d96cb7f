import { statSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
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
import { benchReportFiles, watched, watchedNote } from "./report-files";
import type { Row } from "./table";

const NOW = new Date("2026-07-01T03:00:00Z");
const TODAY = "2026-07-01";
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
  const load = loadavg()[0]?.toFixed(1);
  const database = openDatabase(`file:${numbers.file}`);
  try {
    const { viewer, surveyId } = numbers;
    const floor = readAll(numbers);
    let reportId: number | null = null;
    const program = (name: string) => join(root, "scripts", "serve", name);
    const settings = { ...SETTINGS, snapshotProgram: program("snapshot-worker.mjs") };
    const taking = await watched(async () => {
      reportId = await openSurveyReport(database, viewer, { surveyId, now: NOW, settings });
    });
    const rows: Row[] = [];
    // Archives take minutes: what has been measured is said at once.
    const tell = (...measured: Row[]) => {
      for (const { what, figure, note } of measured) console.error(`${what}: ${figure} (${note})`);
      rows.push(...measured);
    };
    const read = `load of the machine ${load}`;
    tell({ what: `${size} responses: bare read of every record`, figure: written(floor), note: read });
    tell({
      what: `${size} responses: snapshot of their figures`,
      figure: written(taking.seconds),
      ratio: taking.seconds / floor,
      note: `${numbers.unitIds.length} units, masked, hashed and stored in a thread; ${watchedNote(taking)}`,
    });
    for (const format of ["docx", "pdf"] as const) tell(await oneReport(database, numbers, reportId ?? 0, format));
    const snapshotId = await lastSnapshot(database, numbers, reportId ?? 0);
    tell(...(await benchReportFiles(database, numbers, { now: NOW, today: TODAY, settings })));
    const jobs = createUnitReportsJobs({
      folder: join(folder, "unit-reports"),
      program: program("unit-reports-worker.mjs"),
      now: () => new Date(),
    });
    for (const format of ["docx", "pdf"] as const) tell(await archive(database, jobs, numbers, { snapshotId, format }));
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
  let bytes = 0;
  const took = await watched(async () => {
    const ordered = await orderUnitReports(database, jobs, viewer, {
      survey: { id: surveyId, opensOn: "2026-01-01", sector: "health" },
      ...order,
    });
    if (ordered.kind !== "job") throw new Error("no archive was begun");
    const find = () => jobs.find(viewer.accountId, ordered.job.id);
    while (find()?.state === "running" || find()?.state === "waiting") await sleep(50);
    if (find()?.state !== "done") throw new Error(`the archive is ${find()?.state}`);
    bytes = statSync(ordered.job.file).size;
  });
  return {
    what: `${unitIds.length} unit reports in one ZIP, ${order.format}`,
    figure: written(took.seconds),
    note: `${megabytes(bytes)}; ${watchedNote(took)}`,
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
