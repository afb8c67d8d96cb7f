import type { Database } from "~db/open-database.server";
import { finishedReport, type LoadedReport } from "./compose-report.server";
import type { MadeFile } from "./make-file.server";
import { writeDocx } from "./write-docx.server";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A report as `report.docx`; null where there is no file of that name. */
export async function makeReportFile(database: Database, loaded: LoadedReport, file: string): Promise<MadeFile | null> {
  if (file !== "report.docx") return null;
  const document = await finishedReport(database, loaded);
  const name = `bao-cao-${loaded.report.subject.replace(/\//g, "-")}-${document.day}.docx`;
  return { name, type: DOCX, body: await writeDocx(document) };
}
