import type { ReportKind, ReportPeriod } from "~/snapshots/report-kinds";
import type { Database } from "~db/open-database.server";
import { finishedReport, type LoadedReport } from "./compose-report.server";
import type { MadeFile } from "./make-file.server";
import { isReportFormat, REPORT_FORMATS } from "./report-formats";
import { writeReport } from "./write-report.server";

/** A report as `report.docx` or `report.pdf`; null where there is no file of that name. */
export async function makeReportFile(database: Database, loaded: LoadedReport, file: string): Promise<MadeFile | null> {
  const format = file.replace(/^report\./, "");
  if (file !== `report.${format}` || !isReportFormat(format)) return null;
  const document = await finishedReport(database, loaded);
  const name = `bao-cao-${nameOf(loaded.report)}-${document.day}.${format}`;
  return { name, type: REPORT_FORMATS[format], body: await writeReport(document, format) };
}

const KINDS: Readonly<Record<ReportKind, string>> = {
  survey: "dot",
  unit: "don-vi-dot",
  task: "nhiem-vu",
  period: "dinh-ky",
  comparison: "so-sanh-dot",
};

const PERIODS: Readonly<Record<ReportPeriod, string>> = {
  "quarter-1": "quy-1",
  "6-months": "6-thang",
  "9-months": "9-thang",
  "12-months": "ca-nam",
};

/** What a report is about, as a part of the name of its file: "dinh-ky-2026-4-9-thang". */
function nameOf({ kind, subject, period }: Pick<LoadedReport["report"], "kind" | "subject" | "period">): string {
  const [, ...about] = subject.split("/");
  return [KINDS[kind], ...about.map((part) => (part === period ? PERIODS[period] : part))].join("-");
}
