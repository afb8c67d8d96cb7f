import type { DrawnRows } from "~/surveys/draw-rows.server";
import { writeTableCsv } from "./write-csv";

/** Drawn rows as CSV, each with its number in the list. */
export function writeDrawnRowsCsv({ header, rows }: DrawnRows): string {
  const width = Math.max(header?.length ?? 0, ...rows.map(({ cells }) => cells.length));
  const names = ["so_dong", ...Array.from({ length: width }, (_, place) => header?.[place] || `cot_${place + 1}`)];
  return writeTableCsv({
    name: "drawn",
    columns: names.map((key) => ({ key, title: key, meaning: key, kind: "text", width: 20 })),
    rows: rows.map(({ number, cells }) => [number, ...Array.from({ length: width }, (_, place) => cells[place] ?? "")]),
  });
}
