import type { Readable } from "node:stream";
import type { FiledComment, FiledComments } from "~/comments/load-released-comments.server";
import { SIMULATED_MARK } from "~/i18n/names";
import { streamPieces } from "./stream-pieces.server";
import { type CellValue, column, type DataColumn, type StreamedTable, streamedTable } from "./tables/data-table";
import { csvPieces } from "./write-csv";
import { streamTablesXlsx, type WorkbookHead } from "./write-xlsx.server";

const COLUMNS: readonly DataColumn<FiledComment>[] = [
  column(
    "unit_code",
    "Mã đơn vị",
    "text",
    12,
    "Đơn vị ít người viết được gộp vào cấp trên.",
    ({ unitCode }) => unitCode,
  ),
  column("unit_name", "Đơn vị", "text", 38, "Tên đơn vị.", ({ unitName }) => unitName),
  column("field", "Mã câu hỏi", "text", 12, "Mã câu hỏi.", ({ field }) => field),
  column("question", "Câu hỏi", "text", 40, "Câu hỏi.", ({ question }) => question),
  column("text", "Ý kiến", "text", 90, "Ý kiến đã che số điện thoại, thư điện tử, số giấy tờ.", ({ text }) => text),
];

/** A sheet of Excel holds 1,048,576 rows; banner and header stand above. */
const ROWS_OF_A_SHEET = 1_048_570;

/** Comments as a workbook, as many sheets as they need, written as they are read. */
export function streamCommentsXlsx(
  comments: FiledComments,
  head: WorkbookHead,
  rowsOfASheet = ROWS_OF_A_SHEET,
): Readable {
  return streamTablesXlsx(sheetsOf(comments, rowsOfASheet), head);
}

function* sheetsOf({ total, read }: FiledComments, rowsOfASheet: number): Generator<StreamedTable> {
  const columns = COLUMNS.map(({ value: _value, ...heading }) => heading);
  const source = read()[Symbol.iterator]();
  const sheets = Math.max(1, Math.ceil(total / rowsOfASheet));
  for (let sheet = 1; sheet <= sheets; sheet++) {
    const name = sheet === 1 ? "Ý kiến" : `Ý kiến (${sheet})`;
    yield { name, columns, rows: rowsOf(source, rowsOfASheet) };
  }
}

function* rowsOf(source: Iterator<FiledComment>, most: number): Generator<CellValue[]> {
  for (let row = 0; row < most; row++) {
    const next = source.next();
    if (next.done) return;
    yield COLUMNS.map(({ value }) => value(next.value));
  }
}

/** The same as CSV, written as they are read. */
export function streamCommentsCsv(comments: FiledComments, simulated: boolean): Readable {
  const columns = simulated ? [...COLUMNS, SIMULATED] : COLUMNS;
  return streamPieces(csvPieces(streamedTable("comments", columns, comments.read())));
}

const SIMULATED = column<FiledComment>("simulated", SIMULATED_MARK, "text", 20, SIMULATED_MARK, () => SIMULATED_MARK);
