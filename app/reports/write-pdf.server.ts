import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { drawCharts } from "./draw-charts.server";
import { mapTexts } from "./map-texts";
import { drawSection } from "./pdf/draw-section.server";
import { registerFonts } from "./pdf/fonts.server";
import { type LaidSection, layOutAnnex, layOutBody } from "./pdf/lay-out";
import { createPen } from "./pdf/pen.server";
import { printable } from "./printable";
import type { ReportDocument } from "./report-document";

/**
 * A report as PDF in the layout of NĐ 30/2020/NĐ-CP, Phụ lục I, as the Word file: fonts embedded, structure tagged, headings
 * as bookmarks. The same report gives the same bytes: the file's date is the document's day.
 */
export async function writePdf(written: ReportDocument): Promise<Buffer> {
  const document = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "vi-VN",
    displayTitle: true,
    info: {
      Title: printable(`${written.kind}: ${written.subject}`),
      Author: printable(written.letterhead.issuer.replace(/\n/g, " ")),
      Creator: "Hài Lòng",
      CreationDate: new Date(`${written.day}T00:00:00Z`),
    },
  });
  const set = registerFonts(document);
  const report = mapTexts(written, set.plain);
  const charts = await drawCharts(report);
  const pen = createPen(document);
  const bytes = buffer(document);
  const draw = (section: LaidSection) => drawSection(document, pen, set, { ...section, simulated: report.simulated });
  draw(layOutBody(report, set, charts).section);
  for (const annex of report.annexes) draw(layOutAnnex(annex, set, charts));
  document.end();
  return bytes;
}
