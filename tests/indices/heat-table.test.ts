import { expect, test } from "vitest";
import { NO_FILTER } from "~/indices/analysis-filter";
import { colourCuts, colourOf, heatRows, orderHeatRows, readHeatOrder, splitHeatRows } from "~/indices/heat-table";
import { analysisOf, many, unitRow } from "./support/analysis";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("F", "G"),
  items: [scaleItem("a", "F"), scaleItem("b", "G")],
});
const persons = [
  ...many(50, "A", { a: 5, b: 1 }),
  ...many(60, "B", { a: 2, b: 5 }),
  ...many(12, "small", { a: 5, b: 5 }),
];

const keys = (rows: readonly { unit: { key: string } }[]) => rows.map(({ unit }) => unit.key);

test("units stand with the figures of the results page, masks included", () => {
  const rows = heatRows(analysisOf(questionnaire, persons).results, NO_FILTER);
  expect(rows.map(({ overall, factors }) => [overall?.rate, ...factors.map((row) => row?.rate)])).toEqual([
    [0.5, 1, 0],
    [0.5, 0, 1],
    [null, null, null],
  ]);
});

test("any column orders them; a masked unit stands last either way", () => {
  const rows = heatRows(analysisOf(questionnaire, persons).results, NO_FILTER);
  const by = (sort: string) =>
    keys(orderHeatRows(rows, readHeatOrder(new URLSearchParams({ sort }), questionnaire), questionnaire, "rate"));
  expect(by("-f.F")).toEqual(["A", "B", "small"]);
  expect(by("f.F")).toEqual(["B", "A", "small"]);
  expect(by("-persons")).toEqual(["B", "A", "small"]);
  expect(by("khong-co")).toEqual(["A", "B", "small"]);
});

test("a subtree and a kind leave rows out", () => {
  const units = [
    unitRow("huyen", { surveyed: false, kind: "district" }),
    unitRow("A", { parentKey: "huyen", depth: 1 }),
    unitRow("B", { kind: "hospital" }),
  ];
  const { results } = analysisOf(questionnaire, persons.slice(0, 110), { units });
  expect(keys(heatRows(results, { unit: "huyen", kind: null }))).toEqual(["huyen", "A"]);
  expect(keys(heatRows(results, { unit: null, kind: "hospital" }))).toEqual(["B"]);
});

test("by channel, units of too few are withheld together with another, since all add up to the group", () => {
  const paper = [
    ...many(80, "A", { a: 5, b: 5 }, "paper"),
    ...many(70, "B", { a: 5, b: 5 }, "paper"),
    ...many(15, "C", { a: 5, b: 5 }, "paper"),
    ...["A", "B", "C"].flatMap((unit) => many(90, unit, { a: 1, b: 1 })),
  ];
  const rows = splitHeatRows(analysisOf(questionnaire, paper), { ...NO_FILTER, channel: "paper" });
  expect(rows.map(({ persons: count, overall }) => [count, overall?.rate])).toEqual([
    [80, 1],
    [null, null],
    [null, null],
  ]);
});

test("colours change at stated figures", () => {
  const cuts = colourCuts(questionnaire, "rate");
  expect([0.59, 0.6, 0.7, 0.85, 0.9, 1].map((rate) => colourOf(rate, cuts))).toEqual([1, 2, 3, 4, 5, 5]);
  expect(colourCuts(questionnaire, "mean")).toEqual([3, 3.5, 4, 4.5]);
  expect(colourOf(null, cuts)).toBeNull();
});
