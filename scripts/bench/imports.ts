import { rmSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import SqliteFile from "better-sqlite3";
import { receiveUpload } from "~/http/receive-upload.server";
import { createImportJobs, type ImportJobs } from "~/responses/import-jobs.server";
import { MOST_BYTES } from "~/responses/import-report";
import { beginImport, decideImport, viewImport } from "~/responses/manage-imports.server";
import { closeDatabase, type Database, openDatabase } from "~db/open-database.server";
import { importFile } from "./import-file";
import type { BenchSurvey } from "./prepare";
import type { Row } from "./table";

const RESPONSES = 100_000;
const MOST_SECONDS = 60;
const TIME_ZONE = "Asia/Ho_Chi_Minh";

/** Seconds for a file of 100,000 responses from its upload until it is stored, beside a bare loop that inserts the same rows. */
export async function benchImport(root: string, folder: string, survey: BenchSurvey): Promise<Row[]> {
  const database = openDatabase(`file:${survey.file}`);
  const program = join(root, "scripts", "serve", "import-worker.mjs");
  const jobs = createImportJobs({ database, program, timeZone: TIME_ZONE, now: () => new Date() });
  const content = importFile(survey.questionnaire, unitCodes(database, survey), RESPONSES);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const importId = await upload(database, jobs, survey, content);
  const received = performance.now();
  await waitFor(database, jobs, survey, importId, "checked");
  const checked = performance.now();
  const { viewer, surveyId } = survey;
  await decideImport(database, jobs, viewer, { surveyId, importId, decision: "store", now: new Date() });
  await waitFor(database, jobs, survey, importId, "stored");
  const stored = performance.now();
  delay.disable();
  const floor = insertBare(database, importId, join(folder, "bare-import.db"));
  closeDatabase(database);
  const seconds = (stored - started) / 1000;
  const part = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  return [
    { what: `${RESPONSES} rows, bare better-sqlite3 insert loop`, figure: `${floor.toFixed(2)} s`, note: "" },
    {
      what: `import of ${RESPONSES} rows, ${survey.questionnaire.items.length} items`,
      figure: `${seconds.toFixed(1)} s`,
      ratio: seconds / floor,
      target: { text: `< ${MOST_SECONDS} s`, met: seconds < MOST_SECONDS },
      note: `upload ${part(started, received)}, check ${part(received, checked)}, store ${part(checked, stored)}; ${Math.round(content.length / 1e6)} MB; the server waits ≤ ${Math.round(delay.percentile(99) / 1e6)} ms meanwhile (99 of 100)`,
    },
  ];
}

function unitCodes(database: Database, { points }: BenchSurvey): string[] {
  const find = database.$client
    .prepare("select code from unit_versions where unit_id = ? order by valid_from desc limit 1")
    .pluck();
  return [...new Set(points.map(({ unitId }) => find.get(unitId) as string))];
}

async function upload(database: Database, jobs: ImportJobs, survey: BenchSurvey, content: string): Promise<number> {
  const body = new FormData();
  body.set("file", new File([content], "bench.csv", { type: "text/csv" }));
  const request = new Request("http://localhost/", { method: "POST", body });
  const { file } = await receiveUpload(request, { folder: jobs.folder(), field: "file", limit: MOST_BYTES });
  if (!file) throw new Error("the upload did not arrive");
  const { viewer, surveyId } = survey;
  const sent = { surveyId, upload: file, provenance: "Đo tốc độ", now: new Date() };
  const importId = await beginImport(database, jobs, viewer, sent);
  if (importId === null) throw new Error("the survey takes no files");
  return importId;
}

async function waitFor(
  database: Database,
  jobs: ImportJobs,
  { viewer, surveyId }: BenchSurvey,
  importId: number,
  state: "checked" | "stored",
): Promise<void> {
  while (jobs.progress(importId)) await sleep(20);
  const file = (await viewImport(database, jobs, viewer, { surveyId, importId }))?.file;
  if (file?.state !== state || file.good !== RESPONSES) throw new Error(`the file is ${JSON.stringify(file)}`);
}

/** Seconds to insert what the import stored, rows and texts, into a bare file of the same columns in one transaction. */
function insertBare(database: Database, importId: number, path: string): number {
  const own = database.$client.prepare(
    `select response_id, survey_id, unit_id, channel, language, started_at, finished_at, received_at, import_id, packed,
       flags, counted from responses where import_id = ? order by id`,
  );
  const rows = own.raw().all(importId) as unknown[][];
  const texts = database.$client
    .prepare(
      "select response_sequence, field, text from response_texts join responses on id = response_sequence where import_id = ?",
    )
    .raw()
    .all(importId) as unknown[][];
  const file = new SqliteFile(path);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "cache_size = -65536"]) file.pragma(pragma);
  file.exec(`create table responses (id integer primary key autoincrement, response_id text not null unique, survey_id integer,
      unit_id integer, channel text, language text, started_at text, finished_at text, received_at text, import_id integer,
      packed text, flags text, counted integer);
    create index responses_survey on responses (survey_id, unit_id);
    create table response_texts (response_sequence integer, field text, text text, primary key (response_sequence, field))`);
  const insert = file.prepare(
    `insert into responses (response_id, survey_id, unit_id, channel, language, started_at, finished_at, received_at,
       import_id, packed, flags, counted) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertText = file.prepare("insert into response_texts values (?, ?, ?)");
  const started = performance.now();
  file.transaction(() => {
    for (const row of rows) insert.run(row);
    for (const text of texts) insertText.run(text);
  })();
  const seconds = (performance.now() - started) / 1000;
  file.close();
  rmSync(path, { force: true });
  if (rows.length !== RESPONSES) throw new Error("the import lacks rows");
  return seconds;
}
