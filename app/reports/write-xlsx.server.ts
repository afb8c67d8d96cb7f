import { once } from "node:events";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import ExcelJS from "exceljs";
import { SIMULATED_MARK } from "~/i18n/names";
import { MASKED } from "~/indices/figures";
import type { FiguresSource } from "./figures-source";
import { printable } from "./printable";
import { rowHeight, wrappedLines } from "./row-height";
import { channelTable } from "./tables/channel-table";
import type { CellValue, DataKind, StreamedTable } from "./tables/data-table";
import { codebookTable, methodTable, sampleTable } from "./tables/describing-tables";
import { streamedDistribution } from "./tables/distribution-table";
import { respondentTable } from "./tables/respondent-table";
import { factorTable, indexTable, itemTable, measureTable, reliabilityTable } from "./tables/result-tables";

/** How a workbook is dated (ISO), whose it is, and whether its figures are simulated. */
export interface WorkbookHead {
  day: string;
  author: string;
  simulated: boolean;
}

/** Sheets in the order in which they stand in the workbook, each made when it is asked for. */
export function* workbookTables(source: FiguresSource): Generator<StreamedTable> {
  const { results } = source;
  const makers = [
    ...[indexTable, factorTable, itemTable, streamedDistribution],
    ...[sampleTable, respondentTable, channelTable, reliabilityTable],
  ];
  const headings = { ...results, measures: [] };
  for (const make of makers) yield make(results);
  yield methodTable(source);
  yield codebookTable(
    source,
    [...makers, measureTable].map((make) => make(headings)),
  );
}

/** The results as a workbook with real numbers: the same results and day give the same bytes. */
export function streamXlsx(source: FiguresSource, day: string): Readable {
  const { owner, simulated } = source.results.survey;
  return streamTablesXlsx(workbookTables(source), { day, author: owner.name, simulated });
}

/** Tables as the sheets of a workbook, in the name of a body, whole. */
export async function writeTablesXlsx(tables: Iterable<StreamedTable>, head: WorkbookHead): Promise<Buffer> {
  return buffer(streamTablesXlsx(tables, head));
}

/** The same as it is written: no more of it stands in memory than its reader has not yet taken. */
export function streamTablesXlsx(tables: Iterable<StreamedTable>, head: WorkbookHead): Readable {
  const stream = new PassThrough();
  writeWorkbook(stream, tables, head).catch((error: Error) => stream.destroy(error));
  return stream;
}

async function writeWorkbook(stream: PassThrough, tables: Iterable<StreamedTable>, head: WorkbookHead): Promise<void> {
  const created = new Date(`${head.day}T00:00:00Z`);
  const author = printable(head.author);
  const options = {
    stream,
    useStyles: true,
    useSharedStrings: false,
    created,
    creator: author,
    lastModifiedBy: author,
  };
  const workbook = new DatedWriter(options) as unknown as WorkbookWriter;
  for (const table of tables) await writeSheet(workbook, table, head.simulated);
  await workbook.commit();
}

type WorkbookWriter = ExcelJS.stream.xlsx.WorkbookWriter;

/** What exceljs does not tell of itself: the day it was given, the packer, and the making of the first part. */
interface Insides {
  created: Date;
  zip: { append: (part: unknown, entry: object) => unknown };
  addThemes(): unknown;
}

const UndatedWriter = ExcelJS.stream.xlsx.WorkbookWriter as unknown as new (options: object) => Insides;

/** Every part of the file bears the day of its figures, not the minute of its writing; exceljs has no setting for it. */
class DatedWriter extends UndatedWriter {
  override addThemes(): unknown {
    const append = this.zip.append.bind(this.zip);
    this.zip.append = (part, entry) => append(part, { ...entry, date: this.created });
    return super.addThemes();
  }
}

/** Waits until what was written of a sheet has been packed: exceljs keeps all that it is given. */
async function packed(sheet: ExcelJS.Worksheet): Promise<void> {
  const { stream } = sheet as unknown as { stream: { pipes: Writable[] } };
  for (const pipe of stream.pipes) if (pipe.writableNeedDrain && !pipe.destroyed) await once(pipe, "drain");
}

const FORMATS: Readonly<Record<DataKind, string>> = {
  text: "General",
  count: "#,##0",
  share: "0.00%",
  decimal: "0.00",
  error: "0.0000",
};

/** Named on every cell: a font without a name shows in whatever the program falls back to. */
const FONT = { name: "Calibri", size: 11 } as const;

/** Characters that the filter's button and the bold type take from a heading. */
const FILTER_BUTTON = 3;

/** The number of the paper size in the file format; so many characters of a line are readable on it, made smaller at most. */
const A4 = 9;
const PAGE_CHARACTERS = 260;
/** Percent at which a sheet that is several pages wide is printed: letters of seven points. */
const SCALE_ACROSS = 60;

/** Cells between two pauses in which the server answers others: some milliseconds. */
const CELLS_AT_A_TIME = 1000;

/** On A4 in landscape, one page wide where that is readable; else several, each with what a line is about and the header. */
function pageSetupOf(table: StreamedTable, headerRow: number): Partial<ExcelJS.PageSetup> {
  const page = {
    paperSize: A4,
    orientation: "landscape" as const,
    margins: { left: 0.3, right: 0.3, top: 0.6, bottom: 0.5, header: 0.3, footer: 0.3 },
    printTitlesRow: `1:${headerRow}`,
  };
  if (widthOf(table) <= PAGE_CHARACTERS) return { ...page, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  const [from, to] = (table.repeats ?? []).map((key) =>
    columnLetter(table.columns.findIndex((one) => one.key === key)),
  );
  const repeated = from && to ? { printTitlesColumn: `${from}:${to}` } : {};
  // Of the banner a second page across would show half a sentence; the mark stands in its header.
  const printTitlesRow = `${headerRow}:${headerRow}`;
  return { ...page, printTitlesRow, ...repeated, fitToPage: false, scale: SCALE_ACROSS, pageOrder: "overThenDown" };
}

/** Letter of one of the first 26 columns. */
function columnLetter(position: number): string {
  return String.fromCharCode("A".charCodeAt(0) + position);
}

/** Under a banner when the figures are simulated: header row, frozen and filtered, then the rows. */
async function writeSheet(workbook: WorkbookWriter, table: StreamedTable, simulated: boolean): Promise<void> {
  const headerRow = simulated ? 2 : 1;
  const sheet = workbook.addWorksheet(table.name, {
    views: [{ state: "frozen", ySplit: headerRow }],
    pageSetup: pageSetupOf(table, headerRow),
    headerFooter: {
      ...(simulated ? { oddHeader: `&C&"Times New Roman,Bold"${SIMULATED_MARK}` } : {}),
      oddFooter: "&L&A&RTrang &P/&N",
    },
  });
  sheet.columns = table.columns.map(({ kind, width }) => ({
    width,
    style: {
      numFmt: FORMATS[kind],
      font: FONT,
      alignment: {
        vertical: "top",
        horizontal: kind === "text" ? "left" : "right",
        wrapText: wraps(kind, width),
        // The words for a withheld figure stand in columns wide enough for figures.
        shrinkToFit: kind !== "text",
      },
    },
  }));
  if (simulated) writeBanner(sheet);
  writeHeader(sheet, table);
  const suppressed = table.columns.findIndex(({ key }) => key === "suppressed");
  const rowsAtATime = Math.max(1, Math.floor(CELLS_AT_A_TIME / table.columns.length));
  let count = 0;
  for (const row of table.rows) {
    if (count++ % rowsAtATime === 0) {
      await setImmediate();
      await packed(sheet);
    }
    const mask = row[suppressed] == null ? null : MASKED;
    const shown = row.map((value, at) => inWords(table, at, isFigure(table, at) ? (value ?? mask) : value));
    const written = sheet.addRow(shown.map(cellOf));
    const lines = linesOfRow(table, shown);
    if (lines > 1) written.height = rowHeight(lines);
    written.commit();
  }
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: headerRow + Math.max(1, count), column: table.columns.length },
  };
  sheet.commit();
}

function widthOf({ columns }: StreamedTable): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** Readers get words where the CSV files carry a code. */
function inWords({ columns }: StreamedTable, at: number, value: CellValue): CellValue {
  return typeof value === "string" ? (columns[at]?.words?.[value] ?? value) : value;
}

/** Texts wrap where there is room for a few words; codes stay on one line. */
function wraps(kind: DataKind, width: number): boolean {
  return kind === "text" && width >= 17;
}

function linesOfRow({ columns }: StreamedTable, row: readonly CellValue[]): number {
  const lines = columns.map(({ kind, width }, at) => {
    const value = row[at];
    return typeof value === "string" && wraps(kind, width) ? wrappedLines(value, width) : 1;
  });
  return Math.max(...lines);
}

/** A masked figure says the one word in its own cell too, so that an empty cell always means an empty base. */
function isFigure(table: StreamedTable, index: number): boolean {
  return table.columns[index]?.kind !== "text";
}

/** exceljs writes a string as text whatever it begins with; only an object could become a formula. */
function cellOf(value: CellValue): CellValue {
  return typeof value === "string" ? printable(value) : value;
}

function writeBanner(sheet: ExcelJS.Worksheet): void {
  const row = sheet.addRow([`${SIMULATED_MARK} – không phải kết quả khảo sát thật`]);
  row.font = { ...FONT, bold: true, size: 14, color: { argb: "FFC00000" } };
  row.getCell(1).alignment = { wrapText: false, horizontal: "left" };
  row.commit();
}

function writeHeader(sheet: ExcelJS.Worksheet, { columns }: StreamedTable): void {
  const row = sheet.addRow(columns.map(({ title }) => printable(title)));
  row.font = { ...FONT, bold: true };
  row.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
  row.height = rowHeight(Math.max(...columns.map(({ title, width }) => wrappedLines(title, width - FILTER_BUTTON))));
  row.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE7ECF2" } };
  row.commit();
}
