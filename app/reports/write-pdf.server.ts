import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { type DrawnCharts, drawCharts } from "./draw-charts.server";
import { KEPT_WITH_SIGNATURE, LANDSCAPE_TEXT, MARGINS, PAPER, PORTRAIT_TEXT } from "./page-layout";
import { blockBoxes } from "./pdf/block-boxes";
import { type Box, mm, type Tag, type Typesetter } from "./pdf/box";
import { drawSection } from "./pdf/draw-section.server";
import { registerFonts } from "./pdf/fonts.server";
import { annexHeading, closingBox, letterheadBoxes } from "./pdf/head-boxes";
import { paginate } from "./pdf/paginate";
import { createPen } from "./pdf/pen.server";
import { printable } from "./printable";
import type { Annex, ReportDocument } from "./report-document";

/** Pages of one orientation, numbered from 1: the report itself, an annex. */
export interface Section {
  landscape: boolean;
  /** Names an annex beside its page numbers, so that no number stands twice. */
  label: string | null;
  boxes: Box[];
}

/**
 * A report as PDF in the layout of NĐ 30/2020/NĐ-CP, Phụ lục I, as the Word file: fonts embedded, structure tagged, headings
 * as bookmarks. The same report gives the same bytes: the file's date is the document's day.
 */
export async function writePdf(report: ReportDocument): Promise<Buffer> {
  const document = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "vi-VN",
    displayTitle: true,
    info: {
      Title: printable(`${report.kind}: ${report.subject}`),
      Author: printable(report.letterhead.issuer.replace(/\n/g, " ")),
      Creator: "Hài Lòng",
      CreationDate: new Date(`${report.day}T00:00:00Z`),
    },
  });
  const charts = await drawCharts(report);
  const set = registerFonts(document);
  const pen = createPen(document);
  const root: Tag = { type: "Document", parent: null };
  const bytes = buffer(document);
  for (const section of sectionsOf(report, root, set, charts)) {
    const pages = paginate(section.boxes, textHeight(section.landscape));
    drawSection(document, pen, set, { ...section, pages, simulated: report.simulated });
  }
  document.end();
  return bytes;
}

function sectionsOf(report: ReportDocument, root: Tag, set: Typesetter, charts: DrawnCharts): Section[] {
  const frame = { width: mm(PORTRAIT_TEXT), height: textHeight(false), charts };
  const withSignature = report.body.length - KEPT_WITH_SIGNATURE;
  const main: Tag = { type: "Sect", parent: root };
  const boxes = [
    ...letterheadBoxes(report, main, set),
    ...report.body.flatMap((block, index, all) => {
      const introduces = block.kind === "paragraph" && all[index + 1]?.kind === "list";
      return blockBoxes(block, frame, main, set, introduces || index >= withSignature);
    }),
    closingBox(report.closing, main, set),
  ];
  return [
    { landscape: false, label: null, boxes },
    ...report.annexes.map((annex) => annexSection(annex, root, set, charts)),
  ];
}

function annexSection(annex: Annex, root: Tag, set: Typesetter, charts: DrawnCharts): Section {
  const landscape = !annex.portrait;
  const frame = { width: mm(landscape ? LANDSCAPE_TEXT : PORTRAIT_TEXT), height: textHeight(landscape), charts };
  const tag: Tag = { type: "Sect", parent: root };
  const body = annex.body.flatMap((block) => blockBoxes(block, frame, tag, set));
  return { landscape, label: annex.label, boxes: [annexHeading(annex, frame.width, tag, set), ...body] };
}

function textHeight(landscape: boolean): number {
  return mm((landscape ? PAPER.width : PAPER.height) - MARGINS.top - MARGINS.bottom);
}
