import { expect, test } from "vitest";
import { NO_FILTER } from "~/indices/analysis-filter";
import { compareGroups } from "~/indices/compare-groups";
import { verdictOn } from "~/indices/compare-rows";
import { comparedGroups, REST, readComparedPair } from "~/indices/compared-groups";
import type { MeasureRow } from "~/indices/result";
import { holm } from "~/statistics/adjust-p-values";
import { differenceOfProportions } from "~/statistics/difference-of-proportions";
import { analysisOf, many, unitRow } from "./support/analysis";
import { findRow, measureAll } from "./support/rows";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("F", "G"),
  items: [scaleItem("a", "F"), scaleItem("b", "G")],
});
const answers = (satisfied: number, others: number) => [
  ...Array.from({ length: satisfied }, () => ({ a: 5, b: 4 })),
  ...Array.from({ length: others }, () => ({ a: 2, b: 4 })),
];
const first = measureAll(questionnaire, answers(56, 14)).measures;
const second = measureAll(questionnaire, answers(48, 32)).measures;

test("an item's rates differ by Newcombe's interval, as he published it", () => {
  const line = compareGroups(questionnaire, { first, second }, "rate").find(({ code }) => code === "a");
  expect(line?.difference?.difference).toBeCloseTo(0.2, 12);
  expect(line?.difference?.interval[0]).toBeCloseTo(0.0524, 4);
  expect(line?.difference?.interval[1]).toBeCloseTo(0.3339, 4);
});

test("verdicts go by the p-values adjusted over all lines of the table", () => {
  const lines = compareGroups(questionnaire, { first, second }, "rate");
  expect(lines.map(({ level, code }) => `${level} ${code}`)).toEqual([
    ...["overall *", "factor F", "factor G", "item a", "item b"],
  ]);
  const adjusted = holm(lines.map(({ difference }) => difference?.pValue ?? Number.NaN));
  expect(lines.map(({ difference }) => difference?.adjusted)).toEqual(adjusted);
  const plain = differenceOfProportions({ proportion: 56 / 70, size: 70 }, { proportion: 48 / 80, size: 80 });
  const item = lines.find(({ code }) => code === "a");
  expect(item?.difference?.adjusted).toBeGreaterThan(plain?.pValue ?? 1);
  expect(lines.find(({ code }) => code === "b")).toMatchObject({
    difference: { adjusted: 1, verdict: "undecided" },
  });
  const turned = compareGroups(questionnaire, { first: second, second: first }, "rate");
  expect(item?.difference?.verdict).toBe("higher");
  expect(turned.find(({ code }) => code === "a")?.difference?.verdict).toBe("lower");
});

test("a difference of 0, or one at the bound, is never spoken of", () => {
  const found = { difference: 0.1, interval: [0, 0.2] as const, pValue: 0.01 };
  expect(verdictOn(found, 0.049)).toBe("higher");
  expect(verdictOn(found, 0.05)).toBe("undecided");
  expect(verdictOn({ ...found, difference: -0.1 }, 0.001)).toBe("lower");
  expect(verdictOn({ ...found, difference: 0 }, 0.001)).toBe("undecided");
});

test("means are compared by Welch's t", () => {
  const line = compareGroups(questionnaire, { first, second }, "mean").find(({ code }) => code === "a");
  const [one, other] = [first, second].map((measures) => findRow({ measures }, "item", "a"));
  expect(line?.difference?.difference).toBeCloseTo((one?.mean ?? 0) - (other?.mean ?? 0), 12);
  expect(line?.difference?.verdict).toBe("higher");
});

test("a line masked on one side is masked on both and tests nothing", () => {
  const hide = (row: MeasureRow): MeasureRow =>
    row.code === "a" ? { ...row, rate: null, n_persons: null, suppressed: "masked" } : row;
  const line = compareGroups(questionnaire, { first: first.map(hide), second }, "rate").find(
    ({ code }) => code === "a",
  );
  expect(line).toMatchObject({ difference: null, first: { suppressed: "masked" } });
  expect(line?.second).toMatchObject({ suppressed: "masked", n_persons: null });
  expect(line?.second?.rate).toBeUndefined();
});

const satisfied = { a: 5, b: 5 };
const people = [...many(50, "A", satisfied), ...many(40, "B", { a: 1, b: 1 }), ...many(12, "small", satisfied)];
const noFilter = NO_FILTER;

test("a unit is compared with the rest, which never holds it", () => {
  const compared = comparedGroups(analysisOf(questionnaire, people), { first: "A", second: REST }, noFilter);
  expect(compared).toMatchObject({ state: "compared", first: { persons: 50 }, second: { persons: 52 } });
  if (compared.state !== "compared") return;
  expect(findRow(compared.second, "overall").rate).toBeCloseTo(12 / 52, 12);
});

test("what shares persons, is masked or empty is not compared, and the reason is told", () => {
  const units = [
    unitRow("huyen", { surveyed: false }),
    unitRow("A", { parentKey: "huyen", depth: 1 }),
    unitRow("B"),
    unitRow("small"),
    unitRow("none"),
  ];
  const analysis = analysisOf(questionnaire, people, { units });
  const reason = (a: string, b: string) => {
    const compared = comparedGroups(analysis, { first: a, second: b }, noFilter);
    return compared.state === "refused" ? compared.reason : compared.state;
  };
  expect(reason("A", "A")).toBe("same");
  expect(reason("A", "huyen")).toBe("inside");
  expect(reason("A", "small")).toBe("masked");
  expect(reason("small", REST)).toBe("masked");
  expect(reason("A", "none")).toBe("empty");
  expect(reason("A", "B")).toBe("compared");
  const alone = analysisOf(questionnaire, people.slice(0, 50));
  expect(comparedGroups(alone, { first: "A", second: REST }, noFilter)).toEqual({
    state: "refused",
    reason: "no-rest",
  });
  expect(
    comparedGroups(
      analysisOf(questionnaire, [...many(50, "A", satisfied), ...many(20, "B", satisfied)]),
      { first: "A", second: REST },
      noFilter,
    ),
  ).toEqual({ state: "refused", reason: "masked" });
});

test("the address names the pair; what is no unit is said to be unknown", () => {
  const units = [{ key: "A" }, { key: "B" }];
  const read = (text: string) => readComparedPair(new URLSearchParams(text), units);
  expect(read("a=A&b=rest")).toEqual({ pair: { first: "A", second: REST }, unknown: false });
  expect(read("a=A&b=X")).toEqual({ pair: { first: "A", second: null }, unknown: true });
  expect(read("")).toEqual({ pair: { first: null, second: null }, unknown: false });
});
