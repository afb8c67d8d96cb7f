import type { SurveyResults } from "~/indices/survey-results";
import type { Database } from "~db/open-database.server";
import { findPlan } from "~db/repositories/reform-plans";
import type { ReformTask } from "./reform-plan";
import { buildReport, issuerOf } from "./report-content";
import { writeCodebookCsv, writeDistributionCsv, writeMeasuresCsv } from "./write-csv";
import { writeDocx } from "./write-docx.server";
import { writeXlsx } from "./write-xlsx.server";

/** A file to take away, complete. */
export interface MadeFile {
  name: string;
  type: string;
  body: string | Uint8Array;
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV = "text/csv; charset=utf-8";

/**
 * Makes one of the files of a survey's results: `report.docx`, `results.xlsx`, `results.csv`, `distribution.csv`,
 * `codebook.csv`. All come from the same masked results. Null where there is no file of that name.
 * @param today the day of the document, ISO, in TIME_ZONE.
 */
export async function makeFile(
  database: Database,
  results: SurveyResults,
  { file, today }: { file: string; today: string },
): Promise<MadeFile | null> {
  const name = (kind: string, extension: string) => `${kind}-dot-${results.survey.id}-${today}.${extension}`;
  switch (file) {
    case "report.docx": {
      const { task, planYear, planNote } = await taskOf(database, results);
      const issuedBy = issuerOf(results);
      const report = buildReport({ results, task, planYear, planNote, today, issuedBy, snapshot: null });
      return { name: name("bao-cao", "docx"), type: DOCX, body: await writeDocx(report) };
    }
    case "results.xlsx":
      return { name: name("ket-qua", "xlsx"), type: XLSX, body: await writeXlsx(results, today) };
    case "results.csv":
      return { name: name("ket-qua", "csv"), type: CSV, body: writeMeasuresCsv(results) };
    case "distribution.csv":
      return { name: name("phan-bo", "csv"), type: CSV, body: writeDistributionCsv(results) };
    case "codebook.csv":
      return { name: name("tu-dien-ma", "csv"), type: CSV, body: writeCodebookCsv(results) };
    default:
      return null;
  }
}

/** The task of the year's plan that a survey of this sector serves, or none: another year's plan is no basis. */
export async function taskOf(
  database: Database,
  { survey, questionnaire }: SurveyResults,
): Promise<{ task: ReformTask | null; planYear: number; planNote: string | null }> {
  const year = Number(survey.opensOn.slice(0, 4));
  const plan = await findPlan(database, year);
  const task = plan?.tasks.find(({ survey_sector }) => survey_sector === questionnaire.sector) ?? null;
  return { task, planYear: year, planNote: plan?.note ?? null };
}
