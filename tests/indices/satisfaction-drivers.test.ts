import { expect, test } from "vitest";
import { NO_FILTER } from "~/indices/analysis-filter";
import { analysisGroup } from "~/indices/analysis-group";
import { factorReliability } from "~/indices/factor-reliability";
import { outcomeItems } from "~/indices/outcome-items";
import { satisfactionDrivers } from "~/indices/satisfaction-drivers";
import { alphaWithoutEach, cronbachAlpha } from "~/statistics/cronbach-alpha";
import { relativeWeights } from "~/statistics/relative-weights";
import { analysisOf, type Person } from "./support/analysis";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("F", "G"),
  items: [
    scaleItem("a", "F"),
    scaleItem("b", "F"),
    scaleItem("c", "F"),
    scaleItem("d", "G"),
    scaleItem("whole"),
    { code: "percent", type: "number", unit: "%", text: { vi: "Đáp ứng" } },
    { code: "age", type: "number", profile: true, unit: "%", text: { vi: "Tuổi" } },
    { code: "days", type: "number", unit: "ngày", text: { vi: "Số ngày" } },
  ],
});

/** People whose overall judgement follows F and hardly G. */
const level = (number: number) => 1 + (number % 5);
const answersOf = (at: number) => ({
  a: level(at),
  b: level(at + (at % 3 ? 0 : 1)),
  c: level(at),
  d: level(at * 3 + 1),
  whole: level(at),
});
const people = Array.from({ length: 60 }, (_, at): Person => ({ unit: "A", answers: answersOf(at) }));

function driversOf(persons: readonly Person[], minimum = 30) {
  const analysis = analysisOf(questionnaire, persons);
  const [outcome] = outcomeItems(questionnaire);
  if (!outcome) throw new Error("no outcome");
  return satisfactionDrivers(analysis.frame, analysisGroup(analysis, NO_FILTER), outcome, minimum);
}

test("an overall judgement stands outside the factors, on their scale or in per cent", () => {
  expect(outcomeItems(questionnaire).map(({ code }) => code)).toEqual(["whole", "percent"]);
  expect(outcomeItems(questionnaireOf({ factors: named("F"), items: [scaleItem("a", "F")] }))).toEqual([]);
});

test("weights are those of the persons' factor means, as shares of what is explained", () => {
  const found = driversOf(people);
  if (found.state !== "found") throw new Error(found.state);
  const answers = people.map((_, at) => answersOf(at));
  const expected = relativeWeights(
    [answers.map(({ a, b, c }) => (a + b + c) / 3), answers.map(({ d }) => d)],
    answers.map(({ whole }) => whole),
  );
  expect(found.drivers.map(({ code }) => code)).toEqual(["F", "G"]);
  expect(found.rSquared).toBeCloseTo(expected?.rSquared ?? 0, 12);
  expect(found.drivers[0]?.importance).toBeCloseTo((expected?.weights[0] ?? 0) / (expected?.rSquared ?? 1), 12);
  expect(found.drivers.reduce((sum, { importance }) => sum + importance, 0)).toBeCloseTo(1, 12);
  expect(found.drivers[0]).toMatchObject({ persons: 60 });
});

test("persons without the outcome or without any answer in a factor take no part, those with some answers do", () => {
  const { whole: _whole, ...unjudged } = answersOf(1);
  const { d: _d, ...half } = answersOf(2);
  const { b: _b, ...some } = answersOf(3);
  const more = [unjudged, half, { ...answersOf(4), d: 0 }, some].map((answers) => ({ unit: "A", answers }));
  expect(driversOf([...people, ...more])).toMatchObject({ state: "found", size: 61 });
});

test("too few complete persons are masked, none at all is told, and an outcome that does not vary explains nothing", () => {
  expect(driversOf(people, 61)).toEqual({ state: "masked" });
  expect(driversOf(people.slice(0, 20))).toEqual({ state: "masked" });
  const unjudged = people.map(({ unit, answers: { whole: _whole, ...answers } }) => ({ unit, answers }));
  expect(driversOf(unjudged)).toEqual({ state: "too-few" });
  const constant = people.map(({ unit, answers }) => ({ unit, answers: { ...answers, whole: 4 } }));
  expect(driversOf(constant)).toEqual({ state: "constant" });
});

test("a factor's α stands with its complete persons, without each item, and undefined for one item", () => {
  const analysis = analysisOf(questionnaire, people);
  const [first, second] = factorReliability(analysis.frame, analysisGroup(analysis, NO_FILTER), 10);
  const columns = (["a", "b", "c"] as const).map((code) => people.map((_, at) => answersOf(at)[code]));
  expect(first).toMatchObject({ code: "F", size: 60, alpha: cronbachAlpha(columns) });
  expect(first?.items.map(({ without }) => without)).toEqual(alphaWithoutEach(columns));
  expect(second).toMatchObject({ code: "G", size: 60, alpha: null, standardised: null });
  const few = analysisOf(questionnaire, people.slice(0, 20));
  expect(factorReliability(few.frame, analysisGroup(few, NO_FILTER), 10)[0]).toMatchObject({ size: null, alpha: null });
});
