import { stringify } from "csv-stringify/sync";
import type { SurveyResults } from "~/indices/survey-results";
import type { FiguresSource } from "./figures-source";
import { printable } from "./printable";
import type { CellValue, StreamedTable } from "./tables/data-table";
import { codebookTable } from "./tables/describing-tables";
import { streamedDistribution } from "./tables/distribution-table";
import { measureTable } from "./tables/result-tables";

/**
 * Tables as CSV: UTF-8 with a byte order mark (so that Excel reads Vietnamese), comma, decimal point, numbers unrounded.
 * A masked figure is empty, and the column `suppressed` says why.
 */
export function measuresCsv(results: SurveyResults): Iterable<string> {
  return csvPieces(measureTable(results));
}

/** Counts of every value of every closed question by unit, in long form. */
export function distributionCsv(results: SurveyResults): Iterable<string> {
  return csvPieces(streamedDistribution(results));
}

/** What every code and column of the two other files means. */
export function writeCodebookCsv(source: FiguresSource): string {
  const headings = { ...source.results, measures: [] };
  const tables = [measureTable(headings), streamedDistribution(headings)].map(({ name, columns }) => ({
    name,
    columns,
  }));
  return writeTableCsv(codebookTable(source, tables));
}

export function writeTableCsv(table: StreamedTable): string {
  return [...csvPieces(table)].join("");
}

const ROWS_OF_A_PIECE = 500;

/** A table as pieces of a CSV file, made as they are asked for. */
export function* csvPieces({ columns, rows }: StreamedTable): Generator<string> {
  const names = columns.map(({ key }) => key);
  yield writeRowsCsv(names, []);
  let piece: string[][] = [];
  for (const row of rows) {
    if (piece.push(row.map(field)) < ROWS_OF_A_PIECE) continue;
    yield stringify(piece, FORMAT);
    piece = [];
  }
  if (piece.length > 0) yield stringify(piece, FORMAT);
}

const FORMAT = { record_delimiter: "\r\n" };

/** Rows under the names of their columns, no cell of which a spreadsheet takes for a formula. */
export function writeRowsCsv(columns: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  const records = [columns, ...rows.map((row) => row.map(field))];
  return stringify(records, { ...FORMAT, bom: true });
}

function field(value: CellValue): string {
  if (typeof value === "number") return String(value);
  return value === null ? "" : withoutFormula(printable(value));
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"). A lone `*`,
 * `-` or `+` computes nothing and stays.
 */
function withoutFormula(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]./su.test(text) ? `'${text}` : text;
}
