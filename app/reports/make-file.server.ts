import type { Readable } from "node:stream";
import type { FiguresSource } from "./figures-source";
import { resultJsonSchema } from "./result-schema";
import { streamPieces } from "./stream-pieces.server";
import { distributionCsv, measuresCsv, writeCodebookCsv } from "./write-csv";
import { resultJson } from "./write-result-json";
import { streamXlsx } from "./write-xlsx.server";

/** A file to take away, complete or as it is written. */
export interface MadeFile {
  name: string;
  type: string;
  body: string | Uint8Array | Readable;
}

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV = "text/csv; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/**
 * Makes one of the files of a survey's results (app/reports/survey-files.ts). All come from the same masked results.
 * Null where there is no file of that name.
 * @param source.day the day that the files bear, ISO, in TIME_ZONE.
 */
export function makeFile(source: FiguresSource & { day: string }, file: string): MadeFile | null {
  const { results, snapshot, day } = source;
  const from = snapshot ? `ban-chot-${snapshot.number}-${day}` : day;
  const name = (kind: string, extension: string) => `${kind}-dot-${results.survey.id}-${from}.${extension}`;
  switch (file) {
    case "results.xlsx":
      return { name: name("ket-qua", "xlsx"), type: XLSX_TYPE, body: streamXlsx(source, day) };
    case "results.csv":
      return { name: name("ket-qua", "csv"), type: CSV, body: streamPieces(measuresCsv(results)) };
    case "distribution.csv":
      return { name: name("phan-bo", "csv"), type: CSV, body: streamPieces(distributionCsv(results)) };
    case "codebook.csv":
      return { name: name("tu-dien-ma", "csv"), type: CSV, body: writeCodebookCsv(source) };
    case "results.json":
      return { name: name("ket-qua", "json"), type: JSON_TYPE, body: streamPieces(resultJson(source)) };
    case "results.schema.json":
      return { name: "hailong-result-1.schema.json", type: JSON_TYPE, body: JSON.stringify(resultJsonSchema()) };
    default:
      return null;
  }
}
