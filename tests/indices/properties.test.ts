import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureGroups } from "~/indices/measure-groups";
import { createFrame } from "~/indices/response-frame";
import type { MeasureRow } from "~/indices/result";
import type { Answers } from "~/questionnaires/answers";
import { anySurvey } from "./support/random-survey";
import { findRow, measureAll } from "./support/rows";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const COUNTS = ["n_asked", "n_valid", "n_excluded", "n_missing", "n_persons"] as const;

function expectClose(actual: unknown, expected: unknown): void {
  if (typeof actual === "number" && typeof expected === "number")
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(expected)));
  else if (actual !== null && typeof actual === "object")
    for (const key of Object.keys(actual))
      expectClose((actual as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key]);
  else expect(actual).toEqual(expected);
}

describe("measures of any survey", () => {
  it("do not depend on the order of the responses", () => {
    const shuffled = anySurvey.chain((survey) =>
      fc
        .shuffledSubarray([...survey.persons], { minLength: survey.persons.length, maxLength: survey.persons.length })
        .map((persons) => ({ ...survey, shuffled: persons })),
    );
    fc.assert(
      fc.property(shuffled, ({ questionnaire, persons, shuffled }) => {
        const before = measureAll(questionnaire, persons);
        const after = measureAll(questionnaire, shuffled);
        after.measures.forEach((row, index) => {
          expectClose(row, before.measures[index]);
        });
        expect(after.persons).toBe(before.persons);
      }),
      { numRuns: 60 },
    );
  });

  it("add up when groups are merged, and an overlapping group is the same rows again", () => {
    fc.assert(
      fc.property(anySurvey, fc.nat(5), ({ questionnaire, persons }, salt) => {
        const frame = createFrame(questionnaire);
        persons.forEach((answers, index) => {
          frame.add(`u${(index * 7 + salt) % 3}`, answers);
        });
        const units = ["u0", "u1", "u2"];
        const [total, u0, u1, u2, u01, all] = measureGroups({
          frame,
          groups: [
            ...units.map((key) => ({ key, unitKeys: [key] })),
            { key: "branch", unitKeys: ["u0", "u1", "u0", "không có"] },
            { key: "*", unitKeys: units },
          ],
        });
        total?.measures.forEach((row, index) => {
          for (const count of COUNTS) {
            const parts = [u0, u1].map((group) => group?.measures[index]?.[count] ?? Number.NaN);
            expect(u01?.measures[index]?.[count]).toBe((parts[0] ?? 0) + (parts[1] ?? 0));
            expect(row[count]).toBe((parts[0] ?? 0) + (parts[1] ?? 0) + (u2?.measures[index]?.[count] ?? Number.NaN));
          }
          for (const level of Object.keys(row.levels ?? {}))
            expect(u01?.measures[index]?.levels?.[level]).toBe(
              (u0?.measures[index]?.levels?.[level] ?? 0) + (u1?.measures[index]?.levels?.[level] ?? 0),
            );
          expectClose(all?.measures[index], row);
        });
        expect(all?.persons).toBe(total?.persons);
      }),
      { numRuns: 60 },
    );
  });

  it("keep the count identity, the bounds and never show NaN", () => {
    fc.assert(
      fc.property(anySurvey, ({ questionnaire, persons }) => {
        for (const row of measureAll(questionnaire, persons).measures) {
          const { n_asked, n_valid, n_excluded, n_missing, n_persons } = row as unknown as Record<string, number>;
          expect(n_asked).toBe((n_valid ?? 0) + (n_excluded ?? 0) + (n_missing ?? 0));
          expect(n_persons).toBeLessThanOrEqual(persons.length);
          expect(n_persons === 0).toBe(n_valid === 0);
          expectWithinBounds(row);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function expectWithinBounds(row: MeasureRow): void {
  const figures = [row.rate, ...(row.rate_ci ?? []), ...Object.values(row.shares ?? {})];
  for (const figure of figures) {
    if (figure === null || figure === undefined) continue;
    expect(figure).toBeGreaterThanOrEqual(0);
    expect(figure).toBeLessThanOrEqual(1 + 1e-15);
  }
  if (typeof row.rate === "number" && row.rate_ci) {
    expect(row.rate_ci[0]).toBeLessThanOrEqual(row.rate + 1e-12);
    expect(row.rate_ci[1]).toBeGreaterThanOrEqual(row.rate - 1e-12);
  }
  const errors = [row.rate_se, row.mean_se, ...Object.values(row.share_ses ?? {})];
  for (const error of errors) if (typeof error === "number") expect(error).toBeGreaterThanOrEqual(0);
  const numbers = JSON.stringify(Object.values(row), (_, value) => (Number.isNaN(value) ? "NaN" : value));
  expect(numbers).not.toContain("NaN");
  if (row.n_persons !== null && row.n_persons < 2)
    expect([row.rate_se ?? null, row.mean_se ?? null, row.mean_ci ?? null]).toEqual([null, null, null]);
}

describe("an index of one item", () => {
  const anyLevels = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 2, maxLength: 60 });
  const weights: Record<string, Record<string, number>> = { "fixed-weights": { I: 1 } };

  it.each(["pooled", "mean-of-items", "mean-of-factors", "fixed-weights"])("is the item under %s", (rule) => {
    const questionnaire = questionnaireOf({
      domains: named("I"),
      factors: [{ code: "A", domain: "I", title: { vi: "A" } }],
      items: [scaleItem("q", "A")],
      index: { rule, weights: weights[rule] ?? null },
    });
    fc.assert(
      fc.property(anyLevels, (levels) => {
        const persons: Answers[] = levels.map((level) => (level === null ? {} : { q: level }));
        const group = measureAll(questionnaire, persons);
        const item = findRow(group, "item", "q");
        for (const row of [findRow(group, "factor", "A"), findRow(group, "domain", "I"), findRow(group, "overall")])
          for (const figure of ["rate", "rate_se", "rate_ci", "mean", "mean_se", "mean_ci"] as const)
            expectClose(row[figure], item[figure]);
        const { rate, rate_se, n_valid } = item;
        if (typeof rate === "number" && n_valid !== null && n_valid > 1)
          expect(rate_se).toBeCloseTo(Math.sqrt((rate * (1 - rate)) / (n_valid - 1)), 12);
      }),
      { numRuns: 80 },
    );
  });
});
