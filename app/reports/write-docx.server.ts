import { Document, Packer } from "docx";
import PDFDocument from "pdfkit";
import { reportSections } from "./docx/sections";
import { NUMBERING, STYLES } from "./docx/styles";
import { drawCharts } from "./draw-charts.server";
import { fixZipDates } from "./fix-zip-dates";
import { mapTexts } from "./map-texts";
import { registerFonts } from "./pdf/fonts.server";
import { layOutBody } from "./pdf/lay-out";
import { printable } from "./printable";
import type { ReportDocument } from "./report-document";

/**
 * A report as a Word file in the layout of NĐ 30/2020/NĐ-CP, Phụ lục I. The same report gives the same bytes: the file's
 * dates are the document's day.
 */
export async function writeDocx(written: ReportDocument): Promise<Buffer> {
  const set = registerFonts(new PDFDocument({ autoFirstPage: false }));
  const report = mapTexts(written, set.plain);
  const charts = await drawCharts(report);
  const { contents, openers } = layOutBody(report, set, charts);
  const file = new Document({
    title: printable(`${report.kind}: ${report.subject}`),
    creator: printable(report.letterhead.issuer),
    styles: STYLES,
    numbering: NUMBERING,
    // The table of contents shows the pages at once, without asking to update fields.
    pageNumbers: () => ({ bookmarks: contentsPages(contents) }),
    sections: reportSections(report, { charts, openers }),
  });
  countBookmarks(file);
  const properties = { path: "docProps/core.xml", data: coreProperties(report) };
  return fixZipDates(await Packer.toBuffer(file, false, [properties]), report.day);
}

/**
 * Pages of headings by the bookmarks that the library gives them: those of the PDF, which is laid out by the same measures.
 * It is many times faster than the library's own layout of a Word file.
 */
function contentsPages(contents: readonly number[]): Map<string, string> {
  return new Map(contents.map((page, entry) => [`_Toc${entry + 1}`, String(page)]));
}

/** More headings than any report has. */
const MOST_HEADINGS = 2000;

/**
 * Numbers the bookmarks of headings from 1 in each file. The library counts them through all files that a process writes,
 * so that the same report would never give the same bytes again; it offers no other way in.
 */
function countBookmarks(file: Document): void {
  const ids: unknown = Reflect.get(file.Document.View.Body, "headingBookmarkIds");
  if (typeof ids !== "object" || ids === null) throw new Error("docx numbers bookmarks in another way now");
  Reflect.set(
    ids,
    "ids",
    Array.from({ length: MOST_HEADINGS }, (_, index) => index + 1),
  );
}

/** The file's properties, which docx itself would date with the clock. */
function coreProperties({ kind, subject, letterhead, day }: ReportDocument): string {
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(`${kind}: ${subject}`)}</dc:title><dc:creator>${escapeXml(letterhead.issuer)}</dc:creator>` +
    `<dc:language>vi-VN</dc:language>${date("created")}${date("modified")}</cp:coreProperties>`
  );
}

function escapeXml(text: string): string {
  return printable(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
