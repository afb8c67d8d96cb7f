import Ajv2020 from "ajv/dist/2020";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import type { SurveyResults } from "~/indices/survey-results";
import { resultJsonSchema, resultSchema } from "~/reports/result-schema";
import { measuresCsv } from "~/reports/write-csv";
import { resultJson } from "~/reports/write-result-json";
import { hospitals, sampleResults, seedQuestionnaire } from "./sample-results";

/** Pieces of a file together. */
const text = (pieces: Iterable<string>) => [...pieces].join("");

const checksum = "a".repeat(64);
const sample = sampleResults({
  questionnaire: seedQuestionnaire("inpatient-qd56"),
  units: hospitals().slice(0, 8),
  simulated: true,
});
const results: SurveyResults = { ...sample, version: { ...sample.version, checksum } };
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(resultJsonSchema());

it("is hailong.result/1 by its JSON Schema, read by somebody else's program", () => {
  const document = JSON.parse(text(resultJson({ results, snapshot: null })));
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(resultSchema.safeParse(document).success).toBe(true);
});

it("is refused by the schema with a key more, a share above 1 or a row that says why it is masked", () => {
  const document = JSON.parse(text(resultJson({ results, snapshot: null })));
  const [first, ...rest] = document.measures;
  expect(validate({ ...document, more: 1 })).toBe(false);
  expect(validate({ ...document, measures: [{ ...first, rate: 1.2 }, ...rest] })).toBe(false);
  expect(validate({ ...document, measures: [{ ...first, suppressed: "few" }, ...rest] })).toBe(false);
});

it("has the rows and masks of the CSV file, units by their codes", () => {
  const document = JSON.parse(text(resultJson({ results, snapshot: null })));
  const lines = parse(text(measuresCsv(results)), { bom: true, columns: true }) as Record<string, string>[];
  expect(document.measures).toHaveLength(lines.length);
  const number = (cell = "") => (cell === "" ? null : Number(cell));
  for (const [at, line] of lines.entries()) {
    const row = document.measures[at];
    expect([row.unit, row.level, row.code, row.suppressed ?? ""]).toEqual([
      line.unit_code,
      line.level,
      line.code,
      line.suppressed,
    ]);
    expect([row.n_persons, row.rate ?? null, row.mean ?? null]).toEqual([
      number(line.n_persons),
      number(line.rate),
      number(line.mean),
    ]);
  }
  expect(document.measures.some((row: { suppressed: string | null }) => row.suppressed === "masked")).toBe(true);
});

it("names its snapshot and says that it is simulated in its warnings", () => {
  const snapshot = { number: 2, kind: "final" as const, hash: "b".repeat(64) };
  const { warnings } = JSON.parse(text(resultJson({ results, snapshot })));
  expect(warnings[0]).toContain("SỐ LIỆU MÔ PHỎNG");
  expect(warnings[1]).toContain("bản chốt số liệu số 2");
  expect(warnings[1]).toContain("b".repeat(64));
});
