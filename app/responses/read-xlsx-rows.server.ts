import ExcelJS from "exceljs";
import { cellProblem, UnreadableResponsesFile, WHOLE_ROW } from "./read-responses-file-problem";
import type { CsvRow } from "./read-responses-file-records.server";

const ROWS_IN_BATCH = 500;

/** What exceljs keeps of a workbook beside its sheets; its types leave it out. */
interface WorkbookParts {
  sharedStrings?: unknown[];
  styles?: unknown;
  properties?: unknown;
  workbookRels?: { Id: string; Target: string }[];
  model?: { sheets?: { id: number; name: string; rId: string; state?: string }[] };
}

type Reader = ExcelJS.stream.xlsx.WorkbookReader & WorkbookParts;

/**
 * Rows of the first visible sheet of a workbook in batches, cells as the text that a CSV file would have: dates as ISO
 * days and times, formulas as their results. The file is gone through twice, since a workbook may keep its texts, its
 * formats and the beginning of its calendar (1900 or 1904) behind the sheets that need them.
 */
export async function* readXlsxRows(path: string): AsyncGenerator<CsvRow[]> {
  try {
    yield* rowsOf(path);
  } catch (error) {
    if (error instanceof UnreadableResponsesFile) throw error;
    throw unreadable("tệp XLSX hỏng hoặc không phải bảng tính; mở bằng Excel rồi lưu lại dạng .xlsx");
  }
}

async function* rowsOf(path: string): AsyncGenerator<CsvRow[]> {
  const parts = await readParts(path);
  const wanted = (parts.model?.sheets ?? []).find(({ state }) => state === undefined || state === "visible");
  const reader = readerOf(path, { worksheets: "emit", sharedStrings: "ignore", styles: "ignore" });
  Object.assign(reader, parts, { sharedStrings: parts.sharedStrings ?? [] });
  for await (const sheet of reader) {
    if (wanted && (sheet as unknown as { name?: string }).name !== wanted.name) continue;
    yield* rowsOfSheet(sheet);
    return;
  }
  throw unreadable("tệp XLSX không có trang tính nào đọc được");
}

async function readParts(path: string): Promise<WorkbookParts> {
  const reader = readerOf(path, { worksheets: "ignore", sharedStrings: "cache", styles: "cache" });
  // A reader that seems to know these puts no sheet aside in a temporary file, which it would take away while still opening it.
  Object.assign(reader, { sharedStrings: [], workbookRels: [], model: {} });
  for await (const _sheet of reader) {
    // Sheets are not handed out; going through the file fills in the parts.
  }
  const { sharedStrings = [], styles, properties, workbookRels = [], model = {} } = reader;
  return { sharedStrings, styles, properties, workbookRels, model };
}

function readerOf(path: string, options: Partial<ExcelJS.stream.xlsx.WorkbookStreamReaderOptions>): Reader {
  return new ExcelJS.stream.xlsx.WorkbookReader(path, {
    entries: "ignore",
    hyperlinks: "ignore",
    ...options,
  }) as Reader;
}

async function* rowsOfSheet(sheet: AsyncIterable<ExcelJS.Row>): AsyncGenerator<CsvRow[]> {
  let batch: CsvRow[] = [];
  let width: number | null = null;
  for await (const row of sheet) {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: false }, ({ value }, column) => {
      while (cells.length < column - 1) cells.push("");
      cells.push(textOf(value));
    });
    while (cells.length > 0 && cells.at(-1)?.trim() === "") cells.pop();
    if (cells.length === 0) continue;
    // A sheet has no cells behind the last one filled in; the header says how many there are.
    width ??= cells.length;
    while (cells.length < width) cells.push("");
    batch.push({ cells, line: row.number });
    if (batch.length < ROWS_IN_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A cell as a CSV file would write it. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  if (value instanceof Date) return wallClock(value);
  if ("richText" in value) return value.richText.map(({ text }) => text ?? "").join("");
  if ("text" in value) return textOf(value.text as ExcelJS.CellValue);
  if ("error" in value) return value.error;
  if ("result" in value) return textOf(value.result as ExcelJS.CellValue);
  return "";
}

/** A sheet's dates have no zone: what its reader sees on the clock is what is meant. */
function wallClock(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day = "", time = ""] = date.toISOString().slice(0, 19).split("T");
  return time === "00:00:00" ? day : `${day}T${time}`;
}

function unreadable(reason: string): UnreadableResponsesFile {
  return new UnreadableResponsesFile(cellProblem(1, WHOLE_ROW, "", reason));
}
