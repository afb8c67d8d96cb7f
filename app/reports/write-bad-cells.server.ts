import { Readable } from "node:stream";
import type { CellProblem } from "~/responses/read-responses-file-problem";
import { writeTableCsv } from "./write-csv";

const COLUMNS = [
  { key: "line", title: "Dòng", meaning: "Dòng của tệp, tiêu đề là dòng 1", kind: "count", width: 8 },
  { key: "column", title: "Cột", meaning: "Tên cột", kind: "text", width: 20 },
  { key: "value", title: "Giá trị", meaning: "Giá trị trong tệp", kind: "text", width: 40 },
  { key: "reason", title: "Lý do", meaning: "Vì sao không nhận", kind: "text", width: 60 },
] as const;

/** Bad cells of a file as CSV, written as they are read. */
export function streamBadCells(lists: Iterable<CellProblem[]>): Readable {
  return Readable.from(
    (function* () {
      let first = true;
      for (const cells of lists) {
        const rows = cells.map(({ line, column, value, reason }) => [line, column, value, reason]);
        const text = writeTableCsv({ name: "bad", columns: [...COLUMNS], rows });
        // The header and the byte order mark stand once.
        yield first ? text : text.slice(text.indexOf("\r\n") + 2);
        first = false;
      }
    })(),
    { objectMode: true },
  ).map((text: string) => Buffer.from(text, "utf8"));
}
