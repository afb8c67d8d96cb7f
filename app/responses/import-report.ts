import type { CellProblem } from "./read-responses-file-problem";

/** One row of a file in words, as its officer looks it over before it is taken. */
export interface PreviewRow {
  line: number;
  unitName: string;
  channel: string;
  day: string | null;
  answers: { question: string; answer: string }[];
}

/** What reading a file of responses found. */
export interface ImportReport {
  /** Why the file cannot be read at all, with the columns that it has and those that mean nothing; null: it was read. */
  failure: { problems: CellProblem[]; found: string[]; unknown?: string[] | undefined } | null;
  /** Columns that were understood, in file order. */
  columns: string[];
  /** Item codes that have no column. */
  notAsked: string[];
  warnings: string[];
  preview: PreviewRow[];
  rows: number;
  good: number;
  /** Rows that cannot be taken. */
  bad: number;
  /** Good rows whose response is there already. */
  known: number;
}

/** Rows shown in words. */
export const PREVIEW_ROWS = 10;
/** Bad cells shown on the page; all are in the file to take away. */
export const BAD_CELLS_SHOWN = 200;
/** More rows are too many for one transaction beside citizens' answers. */
export const MOST_ROWS = 200_000;
/** Bytes of an uploaded file. */
export const MOST_BYTES = 100 * 1024 * 1024;
/** Days for which an unfinished upload and the list of bad rows are kept. */
export const DAYS_KEPT = 7;
