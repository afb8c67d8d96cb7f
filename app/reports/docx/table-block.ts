import {
  AlignmentType,
  type FileChild,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { HEADER_ROW, ROWS_TOGETHER } from "../page-layout";
import { printable } from "../printable";
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from "../report-document";
import { captionRuns } from "./captions";
import { twips } from "./styles";

/** A native table: its header repeats on every page, no row breaks across pages, notes stand beneath it. */
export function tableBlock(table: ReportTable, textWidth: number, pageBreakBefore: boolean): FileChild[] {
  const widths = columnWidths(table.columns, textWidth);
  const rows = [
    ...table.header.map((cells, index) => headerRow(table, cells, index, widths)),
    ...table.rows.map((row, index) => bodyRow(row, table.columns, widths, staysWithNext(table, index))),
  ];
  return [
    new Paragraph({ style: "TableCaption", pageBreakBefore, children: captionRuns(table.caption) }),
    new Table({
      rows,
      columnWidths: widths,
      width: { size: total(widths), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    }),
    ...notes(table.notes),
  ];
}

/** Rows of a short table stay together, and the last rows of any with its notes, so that neither stands alone. */
function staysWithNext({ rows, notes: texts }: ReportTable, index: number): boolean {
  const last = rows.length - 1;
  if (index === last) return texts.length > 0;
  return rows.length <= ROWS_TOGETHER || (texts.length > 0 && index === last - 1);
}

/** Notes stay together; without any, a flat paragraph keeps the next block off the table. */
function notes(texts: readonly string[]): Paragraph[] {
  if (texts.length === 0)
    return [new Paragraph({ style: "TableNote", spacing: { before: 0, after: 0, line: 160, lineRule: "exact" } })];
  return texts.map((text, index) => {
    const last = index === texts.length - 1;
    const spacing = { before: 40, after: last ? 160 : 0 };
    return new Paragraph({
      style: "TableNote",
      keepNext: !last,
      keepLines: true,
      spacing,
      children: [new TextRun(printable(text))],
    });
  });
}

const CELL_MARGIN = twips(0.8);
const HEADER_SHADE = "EDEDED";

/** Widths in twips that fill the text's width exactly, whatever the column widths add up to. */
function columnWidths(columns: readonly ReportColumn[], textWidth: number): number[] {
  const scale = twips(textWidth) / columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => Math.floor(width * scale));
}

function headerRow(
  table: ReportTable,
  cells: readonly ReportCell[],
  index: number,
  widths: readonly number[],
): TableRow {
  let column = index === 0 ? 0 : spannedColumns(table.header.slice(0, index));
  const children = cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = total(widths.slice(column, column + span));
    column += span;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      columnSpan: span,
      rowSpan: cell.rows ?? 1,
      shading: { type: ShadingType.CLEAR, fill: HEADER_SHADE, color: "auto" },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [cellParagraph(cell.text, AlignmentType.CENTER, true, true)],
    });
  });
  const height = table.header.length > 1 ? { height: { value: twips(HEADER_ROW), rule: HeightRule.ATLEAST } } : {};
  return new TableRow({ children, tableHeader: true, cantSplit: true, ...height });
}

/** Columns at the left that cells of the rows above reach down through. */
function spannedColumns(above: readonly (readonly ReportCell[])[]): number {
  return above.flat().reduce((sum, cell) => sum + ((cell.rows ?? 1) > 1 ? (cell.span ?? 1) : 0), 0);
}

const ALIGNMENTS = {
  text: AlignmentType.LEFT,
  code: AlignmentType.CENTER,
  number: AlignmentType.RIGHT,
} as const;

function bodyRow(
  row: ReportRow,
  columns: readonly ReportColumn[],
  widths: readonly number[],
  together: boolean,
): TableRow {
  let column = 0;
  const children = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const kind = span > 1 && column > 0 ? "code" : (columns[column]?.kind ?? "text");
    const width = total(widths.slice(column, column + span));
    column += span;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      columnSpan: span,
      verticalAlign: VerticalAlignTable.CENTER,
      children: [cellParagraph(cell.text, ALIGNMENTS[kind], row.strong ?? false, together || row.cells.length === 1)],
    });
  });
  return new TableRow({ children, cantSplit: true });
}

function cellParagraph(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  bold: boolean,
  keepNext: boolean,
): Paragraph {
  const runs = printable(text)
    .split("\n")
    .map((line, index) => new TextRun({ text: line, ...(bold && { bold }), ...(index > 0 && { break: 1 }) }));
  // What is not so is left unsaid: "not bold" in each of ten thousand cells is half of the file.
  return new Paragraph({ style: "TableText", alignment, ...(keepNext && { keepNext }), children: runs });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
