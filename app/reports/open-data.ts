import { SIMULATED_MARK } from "~/i18n/names";
import { viResults } from "~/i18n/vi-results";
import type { PublishedSurvey } from "~/snapshots/published";
import { codebookTable } from "./tables/describing-tables";
import { measureTable } from "./tables/result-tables";
import { writeMeasuresCsv, writeTableCsv } from "./write-csv";

/** A file of published figures. */
export interface OpenDataFile {
  name: string;
  type: string;
  body: string;
}

const CSV = "text/csv; charset=utf-8";

/**
 * A file of what stands published: `data.csv` every measure of every unit, `codebook.csv` what its columns and codes mean and on what
 * terms it may be used, `data.json` the same measures as hailong.result/1. Null where there is no file of that name.
 */
export function makeOpenData(published: PublishedSurvey, file: string, publicUrl: string): OpenDataFile | null {
  const { head, document } = published;
  const name = (kind: string) => `${kind}-dot-${head.surveyId}-ban-${head.number}`;
  switch (file) {
    case "data.csv":
      return { name: `${name("ket-qua")}.csv`, type: CSV, body: writeMeasuresCsv(document.results) };
    case "codebook.csv":
      return { name: `${name("tu-dien-ma")}.csv`, type: CSV, body: codebook(published, publicUrl) };
    case "data.json":
      return { name: `${name("ket-qua")}.json`, type: "application/json", body: resultJson(published, publicUrl) };
    default:
      return null;
  }
}

/** The codebook of the one table, with the terms of use before it. */
function codebook(published: PublishedSurvey, publicUrl: string): string {
  const { results } = published.document;
  const { name, columns } = measureTable(results);
  const table = codebookTable(results, [{ name, columns }]);
  const { licence, source } = terms(published, publicUrl);
  const line = (code: string, meaning: string) =>
    table.columns.map(
      ({ key }) =>
        new Map([
          ["part", "công bố"],
          ["code", code],
          ["meaning", meaning],
        ]).get(key) ?? null,
    );
  return writeTableCsv({ ...table, rows: [line("licence", licence), line("source", source), ...table.rows] });
}

function resultJson(published: PublishedSurvey, publicUrl: string): string {
  const { head, document } = published;
  const { survey, questionnaire, version, responses, measures, reliability, units, minimums } = document.results;
  return `${JSON.stringify({
    format: "hailong.result/1",
    questionnaire: { code: questionnaire.code, checksum: version.checksum },
    responses,
    warnings: survey.simulated ? [SIMULATED_MARK] : [],
    measures,
    reliability,
    publication: {
      ...terms(published, publicUrl),
      survey: { id: survey.id, title: survey.title, opens_on: survey.opensOn, closes_on: survey.closesOn },
      ...{ owner: survey.owner.name, basis: survey.basis, minimums },
      snapshot: { number: head.number, sha256: head.hash, taken_on: head.takenOn },
      published_on: head.publishedOn,
    },
    units: units.map(({ key, code, name, place, parentKey, surveyed }) => ({
      ...{ key, code, name, place, parent: parentKey, surveyed },
    })),
  })}\n`;
}

function terms({ head }: PublishedSurvey, publicUrl: string) {
  return {
    source: `${publicUrl}/results/${head.surveyId}`,
    licence: viResults.licence(head.ownerName, head.title),
    simulated: head.simulated,
  };
}
