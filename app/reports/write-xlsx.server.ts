import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import ExcelJS from "exceljs";
import { SIMULATED_MARK } from "~/i18n/names";
import { MASKED } from "~/indices/figures";
import type { SurveyResults } from "~/indices/survey-results";
import { fixZipDates } from "./fix-zip-dates";
import { printable } from "./printable";
import { rowHeight, wrappedLines } from "./row-height";
import type { CellValue, DataKind, DataTable } from "./tables/data-table";
import { codebookTable, methodTable, sampleTable } from "./tables/describing-tables";
import { distributionTable } from "./tables/distribution-table";
import { indexTable, itemTable, measureTable, reliabilityTable } from "./tables/result-tables";

/** Sheets in the order in which they stand in the workbook. */
export function workbookTables(results: SurveyResults): DataTable[] {
  const tables = [
    indexTable(results),
    itemTable(results),
    distributionTable(results),
    sampleTable(results),
    reliabilityTable(results),
  ];
  const coded = [...tables, measureTable({ ...results, measures: [] })];
  return [...tables, methodTable(results), codebookTable(results, coded)];
}

/**
 * The results as a workbook with real numbers, rows written as they come. `day` (ISO) dates the file, so that the same
 * results give the same bytes.
 */
export async function writeXlsx(results: SurveyResults, day: string): Promise<Buffer> {
  const { owner, simulated } = results.survey;
  return writeTablesXlsx(workbookTables(results), { day, author: owner.name, simulated });
}

/** Tables as the sheets of a workbook, in the name of a body. */
export async function writeTablesXlsx(
  tables: readonly DataTable[],
  { day, author: named, simulated }: { day: string; author: string; simulated: boolean },
): Promise<Buffer> {
  const stream = new PassThrough();
  const file = buffer(stream);
  const created = new Date(`${day}T00:00:00Z`);
  const author = printable(named);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  Object.assign(workbook, { created, modified: created, creator: author, lastModifiedBy: author });
  for (const table of tables) await writeSheet(workbook, table, simulated);
  await workbook.commit();
  return fixZipDates(await file, day);
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

/** Paper sizes by their numbers in the file format; a page's width holds this many characters at a readable size. */
const A4 = 9;
// exceljs writes any number; its list of names merely leaves A3 out.
const A3 = 8 as ExcelJS.PaperSize;
const A4_CHARACTERS = 260;

/** Rows between two pauses in which the server answers others. */
const ROWS_AT_A_TIME = 500;

/** Under a banner when the figures are simulated: header row, frozen and filtered, then the rows. */
async function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  table: DataTable,
  simulated: boolean,
): Promise<void> {
  const headerRow = simulated ? 2 : 1;
  const sheet = workbook.addWorksheet(table.name, {
    views: [{ state: "frozen", ySplit: headerRow }],
    pageSetup: {
      paperSize: widthOf(table) > A4_CHARACTERS ? A3 : A4,
      margins: { left: 0.3, right: 0.3, top: 0.6, bottom: 0.5, header: 0.3, footer: 0.3 },
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${headerRow}`,
    },
    ...(simulated ? { headerFooter: { oddHeader: `&C&"Times New Roman,Bold"${SIMULATED_MARK}` } } : {}),
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
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: headerRow + Math.max(1, table.rows.length), column: table.columns.length },
  };
  const suppressed = table.columns.findIndex(({ key }) => key === "suppressed");
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_AT_A_TIME === 0) await setImmediate();
    const mask = row[suppressed] == null ? null : MASKED;
    const shown = row.map((value, at) => inWords(table, at, isFigure(table, at) ? (value ?? mask) : value));
    const written = sheet.addRow(shown.map(cellOf));
    const lines = linesOfRow(table, shown);
    if (lines > 1) written.height = rowHeight(lines);
    written.commit();
  }
  sheet.commit();
}

function widthOf({ columns }: DataTable): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** Readers get words where the CSV files carry a code. */
function inWords({ columns }: DataTable, at: number, value: CellValue): CellValue {
  return typeof value === "string" ? (columns[at]?.words?.[value] ?? value) : value;
}

/** Texts wrap where there is room for a few words; codes stay on one line. */
function wraps(kind: DataKind, width: number): boolean {
  return kind === "text" && width >= 17;
}

function linesOfRow({ columns }: DataTable, row: readonly CellValue[]): number {
  const lines = columns.map(({ kind, width }, at) => {
    const value = row[at];
    return typeof value === "string" && wraps(kind, width) ? wrappedLines(value, width) : 1;
  });
  return Math.max(...lines);
}

/** A masked figure says the one word in its own cell too, so that an empty cell always means an empty base. */
function isFigure(table: DataTable, index: number): boolean {
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

function writeHeader(sheet: ExcelJS.Worksheet, { columns }: DataTable): void {
  const row = sheet.addRow(columns.map(({ title }) => printable(title)));
  row.font = { ...FONT, bold: true };
  row.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
  row.height = rowHeight(Math.max(...columns.map(({ title, width }) => wrappedLines(title, width - FILTER_BUTTON))));
  row.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE7ECF2" } };
  row.commit();
}
