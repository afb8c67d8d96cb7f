import { Document, Packer } from "docx";
import { reportSections } from "./docx/sections";
import { NUMBERING, STYLES } from "./docx/styles";
import { fixZipDates } from "./fix-zip-dates";
import { printable } from "./printable";
import type { ReportDocument } from "./report-document";

/**
 * A report as a Word file in the layout of NĐ 30/2020/NĐ-CP, Phụ lục I. The same report gives the same bytes: the file's
 * dates are the document's day.
 */
export async function writeDocx(report: ReportDocument): Promise<Buffer> {
  const file = new Document({
    title: printable(`${report.kind}: ${report.subject}`),
    creator: printable(report.letterhead.issuer),
    styles: STYLES,
    numbering: NUMBERING,
    sections: reportSections(report),
  });
  const properties = { path: "docProps/core.xml", data: coreProperties(report) };
  return fixZipDates(await Packer.toBuffer(file, false, [properties]), report.day);
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
