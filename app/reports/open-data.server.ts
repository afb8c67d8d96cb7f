import type { Readable } from "node:stream";
import { viResults } from "~/i18n/vi-results";
import type { PublishedSurvey } from "~/snapshots/published";
import type { FiguresSource } from "./figures-source";
import { XLSX_TYPE } from "./make-file.server";
import { streamPieces } from "./stream-pieces.server";
import type { StreamedTable } from "./tables/data-table";
import { codebookTable } from "./tables/describing-tables";
import { measureTable } from "./tables/result-tables";
import { csvPieces } from "./write-csv";
import { resultJson } from "./write-result-json";
import { streamTablesXlsx } from "./write-xlsx.server";

/** A file of published figures, as it is written: a thousand units have forty thousand lines. */
export interface OpenDataFile {
  name: string;
  type: string;
  body: Readable;
}

const CSV = "text/csv; charset=utf-8";

/**
 * A file of what stands published: `data.xlsx` every measure of every unit, with what its columns mean, for whoever has
 * Excel; `data.csv` the same lines for programs, `codebook.csv` what its columns and codes mean and on what terms it may be
 * used, `data.json` the same measures as hailong.result/1. Null where there is no file of that name.
 */
export function makeOpenData(published: PublishedSurvey, file: string, publicUrl: string): OpenDataFile | null {
  const { head, document } = published;
  const { results, takenOn: day } = document;
  const source: FiguresSource = {
    results,
    snapshot: { number: head.number, kind: document.kind, hash: head.hash },
  };
  const terms: Terms = {
    licence: viResults.licence(head.ownerName, head.title),
    address: `${publicUrl}/results/${head.surveyId}`,
  };
  const name = (kind: string) => `${kind}-dot-${head.surveyId}-ban-chot-${head.number}`;
  switch (file) {
    case "data.xlsx": {
      const { owner, simulated } = results.survey;
      const tables = [{ ...measureTable(results), name: SHEET }, codebook(source, terms, SHEET)];
      const body = streamTablesXlsx(tables, { day, author: owner.name, simulated });
      return { name: `${name("ket-qua")}.xlsx`, type: XLSX_TYPE, body };
    }
    case "data.csv":
      return { name: `${name("ket-qua")}.csv`, type: CSV, body: streamPieces(csvPieces(measureTable(results))) };
    case "codebook.csv":
      return { name: `${name("tu-dien-ma")}.csv`, type: CSV, body: streamPieces(csvPieces(codebook(source, terms))) };
    case "data.json": {
      // The format has one place for words, in which the terms of use follow what is said of the figures.
      const pieces = resultJson(source, [terms.licence, terms.address]);
      const type = "application/json; charset=utf-8";
      return { name: `${name("ket-qua")}.json`, type, body: streamPieces(pieces) };
    }
    default:
      return null;
  }
}

/** Name of the one sheet of figures. */
const SHEET = "Chỉ số";

/** On what terms the figures may be used, and where they stand. */
interface Terms {
  licence: string;
  address: string;
}

/** The codebook of the one table, with the terms of use before it. */
function codebook(source: FiguresSource, { licence, address }: Terms, called?: string): StreamedTable {
  const { name: own, columns } = measureTable(source.results);
  const name = called ?? own;
  const table = codebookTable(source, [{ name, columns }]);
  const line = (code: string, meaning: string) => {
    const cells = new Map([
      ["part", "công bố"],
      ["code", code],
      ["meaning", meaning],
    ]);
    return table.columns.map(({ key }) => cells.get(key) ?? null);
  };
  return { ...table, rows: [line("licence", licence), line("source", address), ...table.rows] };
}
