import type { ReportDocument } from "./report-document";
import type { ReportFormat } from "./report-formats";
import { writeDocx } from "./write-docx.server";
import { writePdf } from "./write-pdf.server";

const WRITERS = { docx: writeDocx, pdf: writePdf } as const;

/** A report as a file to print or to sign. */
export function writeReport(document: ReportDocument, format: ReportFormat): Promise<Buffer> {
  return WRITERS[format](document);
}
