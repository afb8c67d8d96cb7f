/**
 * A table of a file, described once and written as a sheet and as CSV alike, so that the two cannot disagree. Cells are
 * values, not texts: rounding and number formats are the writer's.
 */
export type CellValue = string | number | null;

/** `share` is 0–1 and shows as a percentage; `decimal` shows two digits, `error` four. */
export type DataKind = "text" | "count" | "share" | "decimal" | "error";

export interface DataColumn<Row> {
  /** Name for programs, one word: the heading of the CSV files. */
  key: string;
  /** Name for readers: the heading of the sheets. */
  title: string;
  /** What the column holds, for the codebook. */
  meaning: string;
  kind: DataKind;
  /** In characters. */
  width: number;
  value: (row: Row) => CellValue;
  /** What the sheets write in place of a code; the CSV files keep the code. */
  words?: Readonly<Record<string, string>>;
}

export type DataHeading = Omit<DataColumn<never>, "value">;

export interface DataTable {
  name: string;
  columns: DataHeading[];
  /** First and last key of the columns that stand on every page where a sheet is printed several pages wide. */
  repeats?: readonly [from: string, to: string];
  rows: CellValue[][];
}

/** A table whose rows are made one after another as they are written. */
export type StreamedTable = Omit<DataTable, "rows"> & { rows: Iterable<readonly CellValue[]> };

/** The same as `dataTable`, each row made when it is asked for. */
export function streamedTable<Row>(
  name: string,
  columns: readonly DataColumn<Row>[],
  rows: Iterable<Row>,
): StreamedTable {
  function* cells(): Generator<CellValue[]> {
    for (const row of rows) yield columns.map(({ value }) => value(row));
  }
  return { name, columns: columns.map(({ value: _value, ...heading }) => heading), rows: cells() };
}

export function dataTable<Row>(name: string, columns: readonly DataColumn<Row>[], rows: readonly Row[]): DataTable {
  return {
    name,
    columns: columns.map(({ value: _value, ...heading }) => heading),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

/** Columns given as tuples, the shape in which their lists read best. */
export function column<Row>(
  key: string,
  title: string,
  kind: DataKind,
  width: number,
  meaning: string,
  value: (row: Row) => CellValue,
  words?: Readonly<Record<string, string>>,
): DataColumn<Row> {
  return { key, title, kind, width, meaning, value, ...(words ? { words } : {}) };
}
