import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { analysisResult } from "~/indices/analysis-result";
import { createFrame } from "~/indices/response-frame";
import type { AnalysisResult } from "~/indices/result";
import { INDEX_RULES } from "~/questionnaires/questionnaire";
import { type IndexRule, parseQuestionnaire } from "~/questionnaires/questionnaire-schema";
import { openResponsesFile } from "~/responses/read-responses-file.server";

/** Golden numbers by R and its survey package; how they were made stands beside them. */
const FOLDER = new URL("../golden/statistics/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");
const EXPECTED = read("expected.csv")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [rule = "", unit = "", level = "", code = "", figure = "", value = ""] = line.split(",");
    return { rule, unit, level, code, figure, value: Number(value) };
  });

async function analyse(rule: IndexRule): Promise<AnalysisResult> {
  const document = JSON.parse(read("questionnaire.json"));
  const weights = rule === "fixed-weights" ? { I: 0.7, II: 0.3 } : null;
  const parsed = parseQuestionnaire({ ...document, index: { rule, weights } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { questionnaire } = parsed;
  const opened = await openResponsesFile({ source: text(read("responses.csv")), questionnaire });
  if (!opened.ok) throw new Error("golden responses do not open");
  const frame = createFrame(questionnaire);
  for await (const batch of opened.file.rows())
    for (const row of batch) if (row.ok) frame.add(row.record.unitCode, row.record.answers);
  return analysisResult({ frame, checksum: "", warnings: [], minCell: 0 });
}

async function* text(content: string): AsyncGenerator<string> {
  yield content;
}

describe.each(INDEX_RULES)("under %s every figure agrees with R", (rule) => {
  let result: AnalysisResult;
  beforeAll(async () => {
    result = await analyse(rule);
  });
  const expected = EXPECTED.filter((row) => row.rule === rule || row.rule === "any");

  it.each(["*", "u1", "u2"])("in unit %s", (unit) => {
    const rows = expected.filter((row) => row.unit === unit);
    expect(rows.length).toBeGreaterThan(100);
    for (const { level, code, figure, value } of rows) {
      const actual = figureOf(result, { unit, level, code }, figure);
      expect(Math.abs(actual - value), `${level} ${code} ${figure}: ${actual}, R says ${value}`).toBeLessThan(1e-9);
    }
  });
});

function figureOf(
  result: AnalysisResult,
  place: { unit: string; level: string; code: string },
  figure: string,
): number {
  const row =
    place.level === "reliability"
      ? result.reliability.find(({ unit, factor }) => unit === place.unit && factor === place.code)
      : result.measures.find((row) => row.unit === place.unit && row.level === place.level && row.code === place.code);
  const [name = "", end] = figure.split(".");
  const value = (row as unknown as Record<string, unknown>)[name];
  return Number(end === undefined ? value : (value as number[])[Number(end)]);
}
