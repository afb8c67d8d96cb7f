import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { HEAD_COLUMNS, PORTRAIT_TEXT } from "../page-layout";
import { printable } from "../printable";
import type { Closing, ReportDocument } from "../report-document";
import { titleInLines } from "../title-in-lines";
import { twips } from "./styles";

/** Head and foot of an administrative document (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II and the form of Phụ lục III). */
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;

export function letterheadBlocks(document: ReportDocument): FileChild[] {
  const { letterhead } = document;
  const left = [
    ...(letterhead.superior === null ? [] : [line(letterhead.superior, 24)]),
    line(letterhead.issuer, 24, { bold: true }),
    rule(HEAD_COLUMNS.left, 26),
    line(letterhead.number, 26),
  ];
  const right = [
    line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, { bold: true }),
    line("Độc lập - Tự do - Hạnh phúc", 26, { bold: true }),
    rule(HEAD_COLUMNS.right, 58),
    line(letterhead.placeAndDay, 26, { italics: true }),
  ];
  return [twoColumns(left, right), ...titleBlocks(document)];
}

function titleBlocks({ kind, subject, marks, addressee, simulated }: ReportDocument): FileChild[] {
  return [
    line(kind, 28, { bold: true }, { before: 360 }),
    line(titleInLines(subject), 28, { bold: true }),
    rule(PORTRAIT_TEXT, 56),
    ...marks.map((mark, index) =>
      line(`(${mark})`, 26, simulated && index === 0 ? { bold: true } : { italics: true }, { before: 60 }),
    ),
    ...(addressee === undefined ? [] : [line(addressee, 28, {}, { before: 240 })]),
    new Paragraph({ style: "Letterhead", spacing: { after: 160 } }),
  ];
}

/** "Nơi nhận" to the left, authority and room for the signature to the right; the row stays on one page. */
export function closingBlocks({ recipients, signatory, signer }: Closing): FileChild[] {
  const left = [
    new Paragraph({
      style: "Recipients",
      children: [new TextRun({ text: "Nơi nhận:", bold: true, italics: true, size: 24 })],
    }),
    ...recipients.map((text) => new Paragraph({ style: "Recipients", children: [new TextRun(printable(text))] })),
  ];
  const right = [
    ...signatory.map((text) => line(text, 28, { bold: true })),
    line("", 28, {}, { before: 1200 }),
    line(signer || "[Họ và tên người ký]", 28, { bold: true }),
  ];
  return [new Paragraph({ style: "Letterhead", keepNext: true, spacing: { before: 240 } }), twoColumns(left, right)];
}

export function annexHeading(label: string, title: string, reference: string): FileChild[] {
  return [
    // One heading in two lines, so that the table of contents names the annex and not only its number.
    new Paragraph({
      style: "Heading1",
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0 },
      spacing: { before: 0, after: 0 },
      children: [
        new TextRun(printable(`${label} `)),
        new TextRun({ text: printable(title.toLocaleUpperCase("vi")), break: 1 }),
      ],
    }),
    line(reference, 28, { italics: true }),
    rule(PORTRAIT_TEXT, 50),
  ];
}

function line(
  text: string,
  size: number,
  run: { bold?: boolean; italics?: boolean } = {},
  spacing: { before?: number; after?: number } = {},
): Paragraph {
  return new Paragraph({
    style: "Letterhead",
    spacing: { before: 0, after: 0, ...spacing },
    children: printable(text)
      .split("\n")
      .map((part, index) => new TextRun({ text: part, size, ...run, ...(index > 0 ? { break: 1 } : {}) })),
  });
}

/** A centred line of `length` millimetres: the bottom border of an almost flat paragraph. */
function rule(columnWidth: number, length: number): Paragraph {
  const indent = twips((columnWidth - length) / 2);
  return new Paragraph({
    style: "Letterhead",
    indent: { left: indent, right: indent },
    spacing: { before: 0, after: 60, line: 60, lineRule: "exact" },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
  });
}

function twoColumns(left: Paragraph[], right: Paragraph[]): Table {
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({
      children,
      borders: NO_BORDERS,
      width: { size: twips(width), type: WidthType.DXA },
    });
  return new Table({
    borders: NO_BORDERS,
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0 },
    columnWidths: [twips(HEAD_COLUMNS.left), twips(HEAD_COLUMNS.right)],
    width: { size: twips(PORTRAIT_TEXT), type: WidthType.DXA },
    rows: [
      new TableRow({ cantSplit: true, children: [cell(left, HEAD_COLUMNS.left), cell(right, HEAD_COLUMNS.right)] }),
    ],
  });
}
