import SqliteFile from "better-sqlite3";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { closeDatabase, openDatabase } from "~db/open-database.server";
import { addResponses, type BenchSurvey } from "./prepare";
import type { Row } from "./table";

const RESPONSES = 100_000;
const RUNS = 3;

/** Seconds for the results of a survey by unit, item, factor and domain, beside a bare scan of the same rows. */
export async function benchNumbers(survey: BenchSurvey): Promise<Row[]> {
  const database = openDatabase(`file:${survey.file}`);
  await addResponses(database, survey, RESPONSES);
  closeDatabase(database);
  const scan = await fastest(async () => scanBare(survey));
  const results = await fastest(() => computeResults(survey));
  return [
    { what: `${RESPONSES} responses, bare better-sqlite3 scan`, figure: `${scan.toFixed(3)} s`, note: "" },
    {
      what: `results of ${RESPONSES} responses over ${survey.points.length} units`,
      figure: `${results.toFixed(3)} s`,
      note: `${survey.questionnaire.items.length} items`,
      ratio: results / scan,
    },
  ];
}

/** Seconds of the fastest run: the others had something else on the machine in them. */
async function fastest(work: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    await work();
    best = Math.min(best, (performance.now() - started) / 1000);
  }
  return best;
}

function scanBare({ file, surveyId }: BenchSurvey): void {
  const database = new SqliteFile(file);
  const rows = database
    .prepare("select unit_id, channel, packed from responses where survey_id = ?")
    .raw()
    .iterate(surveyId) as IterableIterator<[number, string, string]>;
  let characters = 0;
  for (const [, , packed] of rows) characters += packed.length;
  database.close();
  if (characters === 0) throw new Error("there was nothing to scan");
}

/** A connection of its own for each run: results are kept in memory by connection. */
async function computeResults({ file, surveyId, viewer }: BenchSurvey): Promise<void> {
  const database = openDatabase(`file:${file}`);
  const results = await loadSurveyResults(database, {
    viewer,
    surveyId,
    today: new Date().toISOString().slice(0, 10),
    timeZone: "Asia/Ho_Chi_Minh",
    province: "Tỉnh thử",
    minimums: { cell: 10, unit: 30 },
  });
  closeDatabase(database);
  if ((results?.responses ?? 0) < RESPONSES) throw new Error("the results lack responses");
}
