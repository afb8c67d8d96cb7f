import { describe, expect, it } from "vitest";
import type { Answers } from "~/questionnaires/answers";
import { findRow, measureAll } from "./support/rows";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

/** The toy data of the method: four persons, six items, 0 = không sử dụng. */
const TOY = [
  [4, 5, 4, 5, 4, 4],
  [5, 5, 5, 5, 5, 0],
  [3, 4, 4, 0, 5, 4],
  [2, 3, 4, 4, 1, 3],
];
const ITEMS = ["q1", "q2", "q3", "q4", "q5", "q6"];

function persons(rows: number[][]): Answers[] {
  return rows.map((row) => Object.fromEntries(row.map((value, index) => [`q${index + 1}`, value])));
}

function sixItems(rule: string) {
  return questionnaireOf({
    factors: named("A"),
    items: ITEMS.map((code) => scaleItem(code, "A")),
    index: { rule },
  });
}

describe("formula traps", () => {
  const pooled = measureAll(sixItems("pooled"), persons(TOY));
  const overall = findRow(pooled, "overall");

  it("counts 22 valid answers, not 24", () => {
    expect(overall).toMatchObject({ n_asked: 24, n_valid: 22, n_excluded: 2, n_missing: 0, n_persons: 4 });
  });

  it("leaves 0 = không sử dụng out of the mean of answers", () => {
    expect(overall.mean).toBe(4);
  });

  it("tỷ lệ hài lòng chung is pooled satisfied answers over pooled valid answers", () => {
    expect(overall.rate).toBe(17 / 22);
  });

  it("mean of item rates is another measure with its own rule", () => {
    const row = findRow(measureAll(sixItems("mean-of-items"), persons(TOY)), "overall");
    expect(row.rate).toBeCloseTo(7 / 9, 12);
    expect(row.rate).not.toBeCloseTo(17 / 22, 3);
  });

  it("hài lòng toàn diện counts persons and ignores 0", () => {
    expect(findRow(pooled, "all-satisfied")).toMatchObject({ rate: 0.5, n_valid: 4, n_persons: 4, n_asked: 4 });
  });

  it("has the base of each item, not the number of persons", () => {
    expect(ITEMS.map((code) => findRow(pooled, "item", code).n_valid)).toEqual([4, 4, 4, 3, 4, 3]);
  });

  it("gives rate 0 where all answer 3", () => {
    const row = findRow(measureAll(sixItems("pooled"), persons([[3, 3, 3, 3, 3, 3]])), "overall");
    expect(row).toMatchObject({ rate: 0, mean: 3 });
  });

  it("keeps a person with only zeros out of every denominator", () => {
    const withZeros = measureAll(sixItems("pooled"), persons([...TOY, [0, 0, 0, 0, 0, 0]]));
    expect(findRow(withZeros, "overall")).toMatchObject({ n_valid: 22, n_persons: 4, rate: 17 / 22, mean: 4 });
    expect(findRow(withZeros, "overall").rate_se).toBe(overall.rate_se);
    expect(findRow(withZeros, "all-satisfied")).toMatchObject({ rate: 0.5, n_valid: 4, n_excluded: 1, n_asked: 5 });
    expect(withZeros.persons).toBe(5);
  });

  it("is absent, never 0 and never NaN, where nobody answered", () => {
    const nobody = measureAll(sixItems("pooled"), []);
    for (const row of nobody.measures) {
      expect(row).toMatchObject({
        n_valid: 0,
        n_persons: 0,
        rate: null,
        rate_se: null,
        rate_ci: null,
        suppressed: null,
      });
      expect(JSON.stringify(row)).not.toContain("NaN");
    }
    expect(nobody.reliability).toEqual([{ unit: "*", factor: "A", k: 6, n: 0, alpha: null }]);
  });
});
