import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureGroup } from "~/indices/measure-groups";
import { createFrame } from "~/indices/response-frame";
import { anySurvey } from "./support/random-survey";
import { referenceMeasures } from "./support/reference-measures";

const TOLERANCE = 1e-12;

/** Fails with the path of the first figure that differs by more than rounding. */
function expectSameFigures(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === "number" && typeof actual === "number") {
    const allowed =
      Number.isInteger(expected) && path.includes(".n_") ? 0 : TOLERANCE * Math.max(1, Math.abs(expected));
    if (!(Math.abs(actual - expected) <= allowed)) throw new Error(`${path}: ${actual} instead of ${expected}`);
    return;
  }
  if (expected === null || typeof expected !== "object") {
    expect(actual, path).toBe(expected);
    return;
  }
  expect(Object.keys(actual ?? {}).sort(), path).toEqual(Object.keys(expected).sort());
  for (const [key, value] of Object.entries(expected))
    expectSameFigures((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
}

describe("the columnar measures", () => {
  it("agree with the formulas applied one answer at a time", () => {
    fc.assert(
      fc.property(anySurvey, ({ questionnaire, persons, packed }) => {
        const fromAnswers = createFrame(questionnaire, { capacity: 1 });
        for (const answers of persons) fromAnswers.add("U", answers);
        const fromRecords = createFrame(questionnaire, { capacity: 1 });
        for (const record of packed) fromRecords.addPacked("U", record);
        const group = measureGroup({ frame: fromAnswers, unit: "*", rows: null });
        expect(measureGroup({ frame: fromRecords, unit: "*", rows: null })).toEqual(group);
        const measured = group.measures.map(
          ({ unit: _unit, suppressed: _suppressed, reversed: _reversed, ...row }) => row,
        );
        const expected = referenceMeasures(questionnaire, persons);
        expect(measured.map(({ level, code }) => `${level} ${code}`)).toEqual(
          expected.map(({ level, code }) => `${level} ${code}`),
        );
        measured.forEach((row, index) => {
          expectSameFigures(row, expected[index], `${row.level} ${row.code}`);
        });
      }),
      { numRuns: 200 },
    );
  });
});
