import { stringify } from "csv-stringify/sync";
import type { SurveyResults } from "~/indices/survey-results";
import type { FiguresSource } from "./figures-source";
import { printable } from "./printable";
import type { CellValue, DataTable } from "./tables/data-table";
import { codebookTable } from "./tables/describing-tables";
import { distributionTable } from "./tables/distribution-table";
import { measureTable } from "./tables/result-tables";

/**
 * Tables as CSV: UTF-8 with a byte order mark (so that Excel reads Vietnamese), comma, decimal point, numbers unrounded.
 * A masked figure is empty, and the column `suppressed` says why.
 */
export function writeMeasuresCsv(results: SurveyResults): string {
  return writeTableCsv(measureTable(results));
}

/** Counts of every value of every closed question by unit, in long form. */
export function writeDistributionCsv(results: SurveyResults): string {
  return writeTableCsv(distributionTable(results));
}

/** What every code and column of the two other files means. */
export function writeCodebookCsv(source: FiguresSource): string {
  const headings = { ...source.results, measures: [] };
  const tables = [measureTable(headings), distributionTable(headings)].map(({ name, columns }) => ({ name, columns }));
  return writeTableCsv(codebookTable(source, tables));
}

export function writeTableCsv({ columns, rows }: DataTable): string {
  return writeRowsCsv(
    columns.map(({ key }) => key),
    rows,
  );
}

/** Rows under the names of their columns, no cell of which a spreadsheet takes for a formula. */
export function writeRowsCsv(columns: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  const records = [columns, ...rows.map((row) => row.map(field))];
  return stringify(records, { bom: true, record_delimiter: "\r\n" });
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
