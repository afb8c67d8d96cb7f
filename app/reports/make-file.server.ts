import type { Readable } from "node:stream";
import type { SurveyResults } from "~/indices/survey-results";
import type { Sector } from "~/questionnaires/questionnaire-schema";
import { snapshotName } from "~/snapshots/snapshot";
import type { Database } from "~db/open-database.server";
import { findPlan } from "~db/repositories/reform-plans";
import type { ReportInput } from "./content/report-context";
import type { FiguresSource } from "./figures-source";
import { buildReport, issuerOf } from "./report-content";
import { REPORT_FORMATS } from "./report-formats";
import { resultJsonSchema } from "./result-schema";
import { streamText } from "./stream-text.server";
import { distributionCsv, measuresCsv, writeCodebookCsv } from "./write-csv";
import { writeReport } from "./write-report.server";
import { resultJson } from "./write-result-json";
import { streamXlsx } from "./write-xlsx.server";

/** A file to take away, complete or as it is written. */
export interface MadeFile {
  name: string;
  type: string;
  body: string | Uint8Array | Readable;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV = "text/csv; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/**
 * Makes one of the files of a survey's results (app/reports/survey-files.ts). All come from the same masked results.
 * Null where there is no file of that name.
 * @param source.day the day that the files bear, ISO, in TIME_ZONE.
 */
export async function makeFile(
  database: Database,
  source: FiguresSource & { day: string },
  file: string,
): Promise<MadeFile | null> {
  const { results, snapshot, day } = source;
  const from = snapshot ? `ban-chot-${snapshot.number}-${day}` : day;
  const name = (kind: string, extension: string) => `${kind}-dot-${results.survey.id}-${from}.${extension}`;
  switch (file) {
    case "report.docx":
    case "report.pdf": {
      const format = file === "report.pdf" ? "pdf" : "docx";
      const task = await taskOf(database, results);
      const named = snapshot && snapshotName(snapshot);
      const report = buildReport({ results, ...task, today: day, issuedBy: issuerOf(results), snapshot: named });
      return { name: name("bao-cao", format), type: REPORT_FORMATS[format], body: await writeReport(report, format) };
    }
    case "results.xlsx":
      return { name: name("ket-qua", "xlsx"), type: XLSX, body: streamXlsx(source, day) };
    case "results.csv":
      return { name: name("ket-qua", "csv"), type: CSV, body: streamText(measuresCsv(results)) };
    case "distribution.csv":
      return { name: name("phan-bo", "csv"), type: CSV, body: streamText(distributionCsv(results)) };
    case "codebook.csv":
      return { name: name("tu-dien-ma", "csv"), type: CSV, body: writeCodebookCsv(source) };
    case "results.json":
      return { name: name("ket-qua", "json"), type: JSON_TYPE, body: streamText(resultJson(source)) };
    case "results.schema.json":
      return { name: "hailong-result-1.schema.json", type: JSON_TYPE, body: JSON.stringify(resultJsonSchema()) };
    default:
      return null;
  }
}

/** The task of the year's plan that a survey of this sector serves, or none: another year's plan is no basis. */
export async function taskOf(database: Database, { survey, questionnaire }: SurveyResults): Promise<ServedTask> {
  return taskServed(database, { opensOn: survey.opensOn, sector: questionnaire.sector });
}

/** The task of a plan that a survey serves, with what the plan says of its origin. */
export type ServedTask = Pick<ReportInput, "task" | "planYear" | "planNote">;

/** The same by the survey's first day and its sector, where its results are not at hand. */
export async function taskServed(
  database: Database,
  { opensOn, sector }: { opensOn: string; sector: Sector },
): Promise<ServedTask> {
  const planYear = Number(opensOn.slice(0, 4));
  const plan = await findPlan(database, planYear);
  const task = plan?.tasks.find(({ survey_sector }) => survey_sector === sector) ?? null;
  return { task, planYear, planNote: plan?.note ?? null };
}
