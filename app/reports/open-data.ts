import { viResults } from "~/i18n/vi-results";
import type { PublishedSurvey } from "~/snapshots/published";
import type { FiguresSource } from "./figures-source";
import { codebookTable } from "./tables/describing-tables";
import { measureTable } from "./tables/result-tables";
import { writeTableCsv } from "./write-csv";
import { resultDocument } from "./write-result-json";

/** A file of published figures. */
export interface OpenDataFile {
  name: string;
  type: string;
  body: string;
}

const CSV = "text/csv; charset=utf-8";

/**
 * A file of what stands published: `data.csv` every measure of every unit, `codebook.csv` what its columns and codes mean
 * and on what terms it may be used, `data.json` the same measures as hailong.result/1. Null where there is no file of that
 * name.
 */
export function makeOpenData(published: PublishedSurvey, file: string, publicUrl: string): OpenDataFile | null {
  const { head, document } = published;
  const source: FiguresSource = {
    results: document.results,
    snapshot: { number: head.number, kind: document.kind, hash: head.hash },
  };
  const terms: Terms = {
    licence: viResults.licence(head.ownerName, head.title),
    address: `${publicUrl}/results/${head.surveyId}`,
  };
  const name = (kind: string) => `${kind}-dot-${head.surveyId}-ban-chot-${head.number}`;
  switch (file) {
    case "data.csv":
      return { name: `${name("ket-qua")}.csv`, type: CSV, body: writeTableCsv(measureTable(document.results)) };
    case "codebook.csv":
      return { name: `${name("tu-dien-ma")}.csv`, type: CSV, body: codebook(source, terms) };
    case "data.json":
      return { name: `${name("ket-qua")}.json`, type: "application/json; charset=utf-8", body: json(source, terms) };
    default:
      return null;
  }
}

/** On what terms the figures may be used, and where they stand. */
interface Terms {
  licence: string;
  address: string;
}

/** The codebook of the one table, with the terms of use before it. */
function codebook(source: FiguresSource, { licence, address }: Terms): string {
  const { name, columns } = measureTable(source.results);
  const table = codebookTable(source, [{ name, columns }]);
  const line = (code: string, meaning: string) => {
    const cells = new Map([
      ["part", "công bố"],
      ["code", code],
      ["meaning", meaning],
    ]);
    return table.columns.map(({ key }) => cells.get(key) ?? null);
  };
  return writeTableCsv({ ...table, rows: [line("licence", licence), line("source", address), ...table.rows] });
}

/** The format has one place for words, in which the terms of use follow what is said of the figures. */
function json(source: FiguresSource, { licence, address }: Terms): string {
  const document = resultDocument(source);
  return `${JSON.stringify({ ...document, warnings: [...document.warnings, licence, address] })}\n`;
}
