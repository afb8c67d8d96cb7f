import SqliteFile from "better-sqlite3";
import { foldTallies } from "~/indices/fold-tallies.server";
import { readAnalysisRecords } from "~/indices/load-analysis.server";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { measureGroup } from "~/indices/measure-groups";
import { measureSurvey } from "~/indices/measure-survey.server";
import { recountTallies } from "~/indices/recount-tallies.server";
import { unitTable } from "~/indices/results-view";
import { measuresOf } from "~/indices/survey-results";
import { closeDatabase, type Database, openDatabase } from "~db/open-database.server";
import { findSurvey, listSurveyUnitIds } from "~db/repositories/surveys";
import { listUnits } from "~db/repositories/units";
import { insertMany } from "./million";
import { benchAnalyze } from "./numbers-analyze";
import { benchForm } from "./numbers-form";
import { type BenchSurvey, openSurvey, QUESTIONNAIRE } from "./prepare";
import type { Row } from "./table";

const UNITS = 1000;
export const SIZES = { whole: [100_000, 1_000_000], quick: [10_000, 100_000] } as const;
const SCREENS = 20;
const RUNS = 3;
const TIME_ZONE = "Asia/Ho_Chi_Minh";
const TODAY = "2026-07-01";

export interface Numbers {
  file: string;
  surveyId: number;
  viewer: BenchSurvey["viewer"];
  questionnaire: BenchSurvey["questionnaire"];
  unitIds: readonly number[];
}

/**
 * What figures of many responses cost, beside bare scans of the same run: pages from tallies, pages from records, a recount
 * and the public form during it, growth tenfold, and the analysis of a file. `quick`: a tenth of it.
 */
export async function benchNumbers(
  root: string,
  folder: string,
  survey: BenchSurvey,
  numbers: Numbers,
  quick: boolean,
): Promise<Row[]> {
  const rows: Row[] = [];
  const recounts: number[] = [];
  const sizes = quick ? SIZES.quick : SIZES.whole;
  for (const size of sizes) {
    const folding = await fillNumbers(numbers, size);
    rows.push({
      what: `${size} responses: folded into tallies`,
      figure: seconds(folding),
      note: "in batches of 5,000",
    });
    rows.push(...(await screens(numbers, size)));
    const { row, took } = await recount(numbers, size);
    rows.push(...row);
    recounts.push(took);
  }
  const [small = 1, large = 0] = recounts;
  const growth = large / small;
  rows.push({
    what: `recount, ${sizes[1]} beside ${sizes[0]} responses`,
    figure: `${growth.toFixed(1)} times`,
    target: { text: "≤ 10 times", met: growth <= 10 },
    note: "",
  });
  rows.push(await recordScreen(numbers, sizes[1]));
  rows.push(await benchForm(survey));
  rows.push(await benchAnalyze(root, folder, sizes[1]));
  return rows;
}

/** A survey at a thousand units, which responses are then stored to. */
export async function prepareNumbers({ file, viewer, questionnaire }: BenchSurvey): Promise<Numbers> {
  const database = openDatabase(`file:${file}`);
  const units = (await listUnits(database, viewer, { on: TODAY })).slice(0, UNITS);
  const unitIds = units.map(({ id }) => id);
  const { surveyId } = await openSurvey(database, viewer, QUESTIONNAIRE, unitIds);
  const surveyed = await listSurveyUnitIds(database, viewer, surveyId);
  closeDatabase(database);
  return { file, surveyId, viewer, questionnaire, unitIds: surveyed };
}

/** Stores what is missing of so many responses. @returns seconds to fold what was added. */
export async function fillNumbers(numbers: Numbers, size: number): Promise<number> {
  const database = openDatabase(`file:${numbers.file}`);
  const present = database.$client.prepare("select count(*) from responses").pluck().get() as number;
  insertMany(database, numbers, size - present);
  const started = performance.now();
  while ((await foldTallies(database, { timeZone: TIME_ZONE })) > 0);
  const took = (performance.now() - started) / 1000;
  database.$client.exec("analyze");
  closeDatabase(database);
  return took;
}

/** Figures of all units, each time from a connection of its own: nothing is kept in the process. */
async function screens(numbers: Numbers, size: number): Promise<Row[]> {
  const floors: number[] = [];
  for (let run = 0; run < SCREENS; run++) floors.push(scanTallies(numbers));
  const floor = percentile(floors, 0.95);
  const rows: Row[] = [
    {
      what: `${size} responses: bare scan of their tallies, p95`,
      figure: milliseconds(floor),
      note: `${numbers.unitIds.length} units`,
    },
  ];
  const works: [string, (database: Database) => Promise<unknown>][] = [
    [
      "sizes of every row of every unit, from tallies",
      async (one) => (await measureSurvey(one, toMeasure(numbers))).sizes,
    ],
    [
      "every figure of every unit, from tallies",
      async (one) => (await measureSurvey(one, toMeasure(numbers))).groups.flatMap(({ measures }) => measures),
    ],
    ["page of results with its table of units, masks among them", (one) => resultsPage(one, numbers)],
  ];
  for (const [what, work] of works) {
    const times: number[] = [];
    for (let run = 0; run <= SCREENS; run++) times.push(await withDatabase(numbers, (one) => timed(() => work(one))));
    // The first compiles what the others run.
    const p95 = percentile(times.slice(1), 0.95);
    rows.push({
      what: `${size} responses: ${what}, p95`,
      figure: milliseconds(p95),
      ratio: p95 / floor,
      target: { text: "< 100 ms", met: p95 < 100 },
      note: `median ${milliseconds(percentile(times.slice(1), 0.5))}`,
    });
  }
  return rows;
}

function toMeasure({ surveyId, viewer, questionnaire, unitIds }: Numbers) {
  const unitKeys = new Map(unitIds.map((id) => [id, String(id)]));
  const groups = unitIds.map((id) => ({ key: String(id), unitKeys: [String(id)] }));
  return { surveyId, viewer, questionnaire, unitKeys, groups, since: null };
}

/** What the page of results reads: figures of all units together, and the first ones of each. */
async function resultsPage(database: Database, numbers: Numbers): Promise<unknown> {
  const results = await loadSurveyResults(database, request(numbers));
  if (!results) throw new Error("there are no results");
  const table = unitTable(results, { search: "", order: "tree", descending: false, page: 1 });
  return [table, measuresOf(results, "*")];
}

function request({ surveyId, viewer }: Numbers) {
  const minimums = { cell: 10, unit: 30 };
  return { viewer, surveyId, today: TODAY, timeZone: TIME_ZONE, province: "Tỉnh thử", minimums };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  if (!(await work())) throw new Error("there are no figures");
  return performance.now() - started;
}

function scanTallies({ file, surveyId }: Numbers): number {
  const database = new SqliteFile(file, { readonly: true });
  const started = performance.now();
  const rows = database.prepare("select unit_id, channel, sums, numbers from tallies where survey_id = ?").raw();
  const read = rows.all(surveyId).length;
  const took = performance.now() - started;
  database.close();
  if (read === 0) throw new Error("there are no tallies");
  return took;
}

async function recount(numbers: Numbers, size: number): Promise<{ row: Row[]; took: number }> {
  let [floor, took] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let tallies = 0;
  for (let run = 0; run < RUNS; run++) {
    floor = Math.min(floor, scanAndDecode(numbers));
    const used = process.cpuUsage();
    const found = await withDatabase(numbers, (one) => recountTallies(one, { timeZone: TIME_ZONE }));
    took = Math.min(took, processorSeconds(used));
    if (found.responses !== size || found.differences.length > 0) throw new Error("the tallies are not the recount");
    tallies = found.tallies;
  }
  const row: Row[] = [
    {
      what: `${size} responses: bare scan that decodes them`,
      figure: seconds(floor),
      note: "processor time, least of 3",
    },
    {
      what: `${size} responses: recount, compared with ${tallies} tallies`,
      figure: seconds(took),
      ratio: took / floor,
      target: { text: "≤ 2× and equal", met: took <= 2 * floor },
      note: "processor time, least of 3",
    },
  ];
  return { row, took };
}

/** Seconds to read what a recount reads and to take the answers of each record apart, no more. */
function scanAndDecode({ file }: Numbers): number {
  const database = new SqliteFile(file, { readonly: true });
  database.pragma("cache_size = -65536");
  const used = process.cpuUsage();
  const rows = database
    .prepare("select survey_id, unit_id, channel, counted, finished_at, packed from responses order by id")
    .raw()
    .iterate() as IterableIterator<[number, number, string, number, string, string]>;
  const answers = new Int8Array(1000);
  let sum = 0;
  for (const row of rows) {
    const packed = row[5];
    for (let at = 0; at < packed.length; at++) answers[at] = packed.charCodeAt(at) - 48;
    sum += answers[0] as number;
  }
  const took = processorSeconds(used);
  database.close();
  if (sum === 0) throw new Error("there was nothing to scan");
  return took;
}

/** Of the processor, since others may share the machine. */
function processorSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** What the analysts' room reads for a view that no tally holds, and the figures of all units together from it. */
async function recordScreen({ file, surveyId, viewer }: Numbers, size: number): Promise<Row> {
  const database = openDatabase(`file:${file}`);
  const survey = await findSurvey(database, viewer, surveyId, TODAY);
  if (!survey) throw new Error("there is no survey");
  const started = performance.now();
  const asked = { viewer, survey, asOf: TODAY, since: null, timeZone: TIME_ZONE };
  const { frame } = await readAnalysisRecords(database, asked);
  measureGroup({ frame, unit: "*", rows: null });
  const each = ((performance.now() - started) / size) * 10_000;
  closeDatabase(database);
  return {
    what: `${size} responses: measures from records, each 10,000`,
    figure: milliseconds(each),
    target: { text: "< 200 ms", met: each < 200 },
    note: "",
  };
}

async function withDatabase<T>({ file }: Numbers, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(`file:${file}`);
  try {
    return await work(database);
  } finally {
    closeDatabase(database);
  }
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.ceil(times.length * share) - 1] ?? 0;
}

function milliseconds(time: number): string {
  return `${time.toFixed(0)} ms`;
}

function seconds(time: number): string {
  return `${time.toFixed(2)} s`;
}
