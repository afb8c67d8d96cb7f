import { describe, expect, it } from "vitest";
import type { Answers } from "~/questionnaires/answers";
import { wilsonInterval } from "~/statistics/wilson-interval";
import { findRow, measureAll } from "./support/rows";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

/** Domain I has factors A (a1, a2) and B (b1); domain II has factor C (c1, c2, c3), whose c3 is reversed. */
function survey(rule: string, weights: Record<string, number> | null = null) {
  return questionnaireOf({
    domains: named("I", "II"),
    factors: [
      { code: "A", domain: "I", title: { vi: "A" } },
      { code: "B", domain: "I", title: { vi: "B" } },
      { code: "C", domain: "II", title: { vi: "C" } },
    ],
    items: [
      ...[scaleItem("a1", "A"), scaleItem("a2", "A"), scaleItem("b1", "B")],
      ...[scaleItem("c1", "C"), scaleItem("c2", "C"), scaleItem("c3", "C", { reverse: true })],
      scaleItem("u1"),
    ],
    index: { rule, weights },
  });
}

/** a1 3/4 satisfied, a2 1/2, b1 1/2, c1 4/4, c2 nobody, c3 mirrored 2/3. */
const PERSONS: Answers[] = [
  { a1: 5, a2: 5, b1: 4, c1: 4, c2: 0, c3: 1, u1: 1 },
  { a1: 4, a2: 2, b1: 1, c1: 5, c3: 2, u1: 2 },
  { a1: 4, b1: 0, c1: 4, c3: 5 },
  { a1: 2, c1: 5 },
];
const A1 = 3 / 4;
const A2 = 1 / 2;
const B1 = 1 / 2;
const C1 = 1;
const C3 = 2 / 3;

describe("the table of rules", () => {
  it("pools answers", () => {
    const group = measureAll(survey("pooled"), PERSONS);
    expect(findRow(group, "factor", "A").rate).toBeCloseTo(4 / 6, 15);
    expect(findRow(group, "domain", "I").rate).toBeCloseTo(5 / 8, 15);
    expect(findRow(group, "domain", "II").rate).toBeCloseTo(6 / 7, 15);
    expect(findRow(group, "overall")).toMatchObject({ rule: "pooled", k: 6, k_used: 5, rate: 11 / 15, n_persons: 4 });
  });

  it("averages items", () => {
    const group = measureAll(survey("mean-of-items"), PERSONS);
    expect(findRow(group, "factor", "A").rate).toBeCloseTo((A1 + A2) / 2, 15);
    expect(findRow(group, "domain", "I").rate).toBeCloseTo((A1 + A2 + B1) / 3, 15);
    expect(findRow(group, "factor", "C")).toMatchObject({ k: 3, k_used: 2 });
    expect(findRow(group, "overall").rate).toBeCloseTo((A1 + A2 + B1 + C1 + C3) / 5, 15);
    expect(findRow(group, "overall")).toMatchObject({ k: 6, k_used: 5 });
  });

  it("averages factors", () => {
    const group = measureAll(survey("mean-of-factors"), PERSONS);
    const [a, b, c] = [(A1 + A2) / 2, B1, (C1 + C3) / 2];
    expect(findRow(group, "factor", "C").rate).toBeCloseTo(c, 15);
    expect(findRow(group, "domain", "I").rate).toBeCloseTo((a + b) / 2, 15);
    expect(findRow(group, "domain", "I")).toMatchObject({ k: 2, k_used: 2 });
    expect(findRow(group, "overall").rate).toBeCloseTo((a + b + c) / 3, 15);
    expect(findRow(group, "overall")).toMatchObject({ k: 3, k_used: 3 });
  });

  it("weights domains", () => {
    const group = measureAll(survey("fixed-weights", { I: 0.8, II: 0.2 }), PERSONS);
    const [one, two] = [(A1 + A2 + B1) / 3, (C1 + C3) / 2];
    expect(findRow(group, "domain", "I").rate).toBeCloseTo(one, 15);
    expect(findRow(group, "overall").rate).toBeCloseTo(0.8 * one + 0.2 * two, 15);
    expect(findRow(group, "overall")).toMatchObject({ k: 2, k_used: 2 });
  });

  it("makes the weighted overall null when a domain is empty, and leaves it out elsewhere", () => {
    const onlyFirst = PERSONS.map(({ c1: _c1, c2: _c2, c3: _c3, ...rest }) => rest);
    const weighted = measureAll(survey("fixed-weights", { I: 1, II: 0 }), onlyFirst);
    expect(findRow(weighted, "overall")).toMatchObject({ rate: null, rate_se: null, rate_ci: null, mean: null });
    expect(findRow(weighted, "overall")).toMatchObject({ k: 2, k_used: 1, n_valid: 8, n_persons: 4 });
    expect(findRow(weighted, "domain", "I").rate).not.toBeNull();
    expect(findRow(weighted, "domain", "II")).toMatchObject({ rate: null, k: 3, k_used: 0, n_persons: 0 });
    const factors = measureAll(survey("mean-of-factors"), onlyFirst);
    expect(findRow(factors, "overall")).toMatchObject({ k: 3, k_used: 2, rate: ((A1 + A2) / 2 + B1) / 2 });
  });

  it("mirrors reversed items in every figure and says so", () => {
    const group = measureAll(survey("pooled"), PERSONS);
    const item = findRow(group, "item", "c3");
    expect(item).toMatchObject({ reversed: true, rate: 2 / 3, levels: { 0: 0, 1: 1, 2: 0, 3: 0, 4: 1, 5: 1 } });
    expect(item.mean).toBeCloseTo(10 / 3, 15);
    expect(findRow(group, "item", "c1")).not.toHaveProperty("reversed");
  });

  it("gives unscored items a row and no place in an index", () => {
    const group = measureAll(survey("pooled"), PERSONS);
    expect(findRow(group, "item", "u1")).toMatchObject({ n_valid: 2, rate: 0, mean: 1.5 });
    expect(findRow(group, "overall").n_asked).toBe(24);
  });

  it("has rows for items, factors, domains, overall and all-satisfied, in this order", () => {
    const { measures } = measureAll(survey("pooled"), PERSONS);
    expect(measures.map(({ level, code }) => `${level} ${code}`)).toEqual([
      ...["a1", "a2", "b1", "c1", "c2", "c3", "u1"].map((code) => `item ${code}`),
      ...["factor A", "factor B", "factor C", "domain I", "domain II", "overall *", "all-satisfied *"],
    ]);
  });

  it("has no index row without scored items, nor for a factor or domain without any", () => {
    const unscored = measureAll(questionnaireOf({ factors: named("A"), items: [scaleItem("u")] }), [{ u: 4 }]);
    expect(unscored.measures.map(({ level }) => level)).toEqual(["item"]);
    expect(unscored.reliability).toEqual([]);
    const partly = measureAll(
      questionnaireOf({ domains: named("I"), factors: named("A", "B"), items: [scaleItem("q", "B")] }),
      [{ q: 4 }],
    );
    expect(partly.measures.map(({ level, code }) => `${level} ${code}`)).toEqual([
      ...["item q", "factor B", "overall *", "all-satisfied *"],
    ]);
  });
});

describe("the error of an index", () => {
  it("is exactly 0 where every person gives the same mix, and the interval then counts persons", () => {
    const questionnaire = questionnaireOf({
      factors: named("A"),
      items: ["x", "y", "z"].map((code) => scaleItem(code, "A")),
    });
    const persons = Array.from({ length: 7 }, (_, index) => ({
      x: index % 3 === 0 ? 5 : 2,
      y: index % 3 === 1 ? 5 : 2,
      z: index % 3 === 2 ? 5 : 2,
    }));
    for (const rule of ["pooled", "mean-of-items"] as const) {
      const group = measureAll({ ...questionnaire, index: { rule, weights: null } }, persons);
      const overall = findRow(group, "overall");
      expect(overall).toMatchObject({ rate_se: 0, mean_se: 0 });
      expect(overall.rate_ci).toEqual(wilsonInterval({ proportion: 1 / 3, size: 7 }));
    }
  });

  it("is wider than the error of as many independent answers where answers of a person agree", () => {
    const items = Array.from({ length: 10 }, (_, index) => scaleItem(`q${index}`, "A"));
    const persons = Array.from({ length: 60 }, (_, person) =>
      Object.fromEntries(items.map(({ code }) => [code, person % 3 === 0 ? 2 : 5])),
    );
    const overall = findRow(measureAll(questionnaireOf({ factors: named("A"), items }), persons), "overall");
    expect(overall).toMatchObject({ n_valid: 600, n_persons: 60 });
    expect(overall.rate_se).toBeCloseTo(Math.sqrt((2 / 3) * (1 / 3) * (1 / 59)), 12);
  });

  it("is absent for one person", () => {
    const questionnaire = questionnaireOf({ factors: named("A"), items: [scaleItem("q", "A"), scaleItem("r", "A")] });
    const overall = findRow(measureAll(questionnaire, [{ q: 5, r: 2 }]), "overall");
    expect(overall).toMatchObject({ rate: 0.5, rate_se: null, mean: 3.5, mean_se: null, mean_ci: null });
    expect(overall.rate_ci).toEqual(wilsonInterval({ proportion: 0.5, size: 1 }));
  });
});
