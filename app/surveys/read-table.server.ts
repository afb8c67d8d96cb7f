import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";

/** A row of a table with the line or sheet row it stands in, from 1. */
export interface TableRow {
  line: number;
  cells: string[];
}

export type TableReading = { ok: true; rows: TableRow[] } | { ok: false; message: string };

/** Bytes that a packed sheet may hold when unpacked: a small file must not become a giant one. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** Rows of a CSV or XLSX file (its first sheet), or of cells pasted from a sheet; empty rows are left out. */
export async function readTable(source: { name: string; bytes: Uint8Array } | { text: string }): Promise<TableReading> {
  if ("text" in source) return readCsv(source.text);
  const { name, bytes } = source;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(Buffer.from(bytes));
  if (/\.xlsx?$/iu.test(name))
    return { ok: false, message: "Tệp không phải XLSX: mở bằng Excel rồi lưu lại dạng .xlsx hoặc CSV UTF-8" };
  try {
    return readCsv(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, message: "Tệp CSV không phải UTF-8: trong Excel chọn “Lưu dưới dạng”, loại “CSV UTF-8”" };
  }
}

function readCsv(text: string): TableReading {
  const content = text.replace(/^\uFEFF/u, "");
  const first = content.split(/[\r\n]/u).find((line) => line.trim() !== "") ?? "";
  const delimiter = ["\t", ";", ","].find((mark) => first.includes(mark)) ?? ",";
  try {
    const records = parse(content, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const rows = records.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }));
    return { ok: true, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")) };
  } catch {
    return { ok: false, message: "Không đọc được bảng: có dấu ngoặc kép mở mà không đóng" };
  }
}

async function readXlsx(file: Buffer): Promise<TableReading> {
  if (unpackedSize(file) > MOST_UNPACKED)
    return { ok: false, message: "Tệp XLSX quá lớn khi mở ra: chỉ giữ những cột cần thiết" };
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(file as unknown as ArrayBuffer);
  } catch {
    return { ok: false, message: "Không mở được tệp XLSX: mở bằng Excel rồi lưu lại" };
  }
  const rows: TableRow[] = [];
  workbook.worksheets[0]?.eachRow((row, line) => {
    const cells: string[] = [];
    for (let column = 1; column <= row.cellCount; column++) cells.push(cellText(row.getCell(column)));
    if (cells.some((cell) => cell !== "")) rows.push({ line, cells });
  });
  return { ok: true, rows };
}

/** What the cell holds rather than how it is shown, so that 36525 stays so whatever its format. */
function cellText({ value, text }: ExcelJS.Cell): string {
  const held = typeof value === "object" && value !== null && "result" in value ? value.result : value;
  if (typeof held === "number") return String(held);
  // A sheet's dates have no zone: the day that its reader sees is meant, written as everywhere in files.
  if (held instanceof Date) return Number.isNaN(held.getTime()) ? "" : held.toISOString().slice(0, 10);
  return typeof text === "string" ? text.trim() : "";
}

/** Bytes of all entries unpacked, as the ZIP directory tells (APPNOTE.TXT 6.3.10, 4.3.12); infinite where it is damaged. */
function unpackedSize(zip: Buffer): number {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length) return 0;
  let total = 0;
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (entry + 46 > zip.length) return Number.POSITIVE_INFINITY;
    total += zip.readUInt32LE(entry + 24);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return total;
}
