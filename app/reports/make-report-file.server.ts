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
  const name = `bao-cao-${loaded.report.subject.replace(/\//g, "-")}-${document.day}.${format}`;
  return { name, type: REPORT_FORMATS[format], body: await writeReport(document, format) };
}
