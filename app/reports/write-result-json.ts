import { formatDay } from "~/i18n/dates";
import { PARTIAL_SCOPE_SENTENCE, SIMULATED_MARK } from "~/i18n/names";
import { BATCHES_NOTE } from "~/indices/published-batches";
import type { AnalysisResult } from "~/indices/result";
import { type FiguresSource, sourceText } from "./figures-source";
import { ALL_UNITS } from "./tables/measure-columns";

/** The document of `npm run analyze`, but that the number of all responses may be masked. */
export type ResultDocument = Omit<AnalysisResult, "responses"> & { responses: number | null };

/**
 * Figures as `hailong.result/1`: the same masked rows as every other file, units by their codes. What a reader has to know
 * of them (simulated, taken from which snapshot, of a part only) stands in `warnings`, the format's place for words.
 */
export function resultDocument(source: FiguresSource): ResultDocument {
  const unitOf = unitNames(source);
  const measures = source.results.measures.map((row) => ({ ...row, unit: unitOf(row.unit) }));
  return { ...headOf(source), measures };
}

/** All of it but the measures. */
function headOf(source: FiguresSource): Omit<ResultDocument, "measures"> {
  const { results } = source;
  const unitOf = unitNames(source);
  return {
    format: "hailong.result/1",
    questionnaire: { code: results.questionnaire.code, checksum: results.version.checksum },
    responses: results.responses,
    warnings: warningsOf(source),
    reliability: results.reliability.map((row) => ({ ...row, unit: unitOf(row.unit) })),
  };
}

function unitNames(source: FiguresSource): (key: string) => string {
  const codes = unitCodes(source);
  return (key) => codes.get(key) ?? key;
}

const ROWS_OF_A_PIECE = 500;

/**
 * The document as JSON, in pieces made as they are asked for: a thousand units have a hundred thousand rows.
 * @param words what else its readers have to know.
 */
export function* resultJson(source: FiguresSource, words: readonly string[] = []): Generator<string> {
  const { reliability, warnings, ...head } = headOf(source);
  yield `${JSON.stringify({ ...head, warnings: [...warnings, ...words] }).slice(0, -1)},"measures":[`;
  const { measures } = source.results;
  const unitOf = unitNames(source);
  for (let at = 0; at < measures.length; at += ROWS_OF_A_PIECE) {
    const rows = measures
      .slice(at, at + ROWS_OF_A_PIECE)
      .map((row) => JSON.stringify({ ...row, unit: unitOf(row.unit) }));
    yield `${at > 0 ? "," : ""}${rows.join(",")}`;
  }
  yield `],"reliability":${JSON.stringify(reliability)}}\n`;
}

/** Codes by key; a code that two units of the file bear names neither, so that their stable keys stand. */
function unitCodes({ results }: FiguresSource): Map<string, string> {
  const bearers = new Map<string, number>();
  for (const { code } of results.units) bearers.set(code, (bearers.get(code) ?? 0) + 1);
  const codes = results.units.flatMap(({ key, code }): [string, string][] =>
    bearers.get(code) === 1 && code !== ALL_UNITS ? [[key, code]] : [],
  );
  return new Map(codes);
}

function warningsOf(source: FiguresSource): string[] {
  const { results } = source;
  const taken = sourceText(source);
  return [
    ...(results.survey.simulated ? [`${SIMULATED_MARK}: không phải kết quả khảo sát thật.`] : []),
    ...(taken === null ? [`Số liệu tính đến ngày ${formatDay(results.asOf)}. ${BATCHES_NOTE}`] : [`Lấy từ ${taken}.`]),
    ...(results.scope === "part" ? [PARTIAL_SCOPE_SENTENCE] : []),
  ];
}
