import { expect, test } from "vitest";
import { NO_FILTER } from "~/indices/analysis-filter";
import { heatRows } from "~/indices/heat-table";
import { endsOfRanking, rankChoices, rankText, rankUnits, readRankBy } from "~/indices/rank-units";
import { analysisOf, many, unitRow } from "./support/analysis";
import { named, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({ factors: named("F"), items: [scaleItem("a", "F")] });
const unit = (key: string, satisfied: number, others: number) => [
  ...many(satisfied, key, { a: 5 }),
  ...many(others, key, { a: 1 }),
];
const people = [
  ...unit("high", 390, 10),
  ...unit("equal1", 30, 20),
  ...unit("equal2", 30, 20),
  ...unit("low", 10, 290),
  ...unit("small", 20, 0),
];
const ranking = (of: typeof results) => rankUnits(of, heatRows(of, NO_FILTER));
const units = ["low", "equal2", "equal1", "high", "small", "none"].map((key) => unitRow(key));
const results = analysisOf(questionnaire, people, { units }).results;

test("units stand by rate with the ranks that chance could have given them; equal rates share a rank", () => {
  const { ranked } = ranking(results);
  expect(ranked.map(({ unit: one, rank }) => [one.key, rank])).toEqual([
    ["high", 1],
    ["equal1", 2],
    ["equal2", 2],
    ["low", 4],
  ]);
  expect(ranked.map(({ interval }) => interval)).toEqual([
    [1, 1],
    [2, 3],
    [2, 3],
    [4, 4],
  ]);
});

test("a withheld unit has no rank, and ranks are the same whatever it has", () => {
  const { masked, empty, ranked } = ranking(results);
  expect(masked.map(({ key }) => key)).toEqual(["small"]);
  expect(empty.map(({ key }) => key)).toEqual(["none"]);
  const turned = [...people.slice(0, -20), ...unit("small", 0, 20)];
  expect(ranking(analysisOf(questionnaire, turned, { units }).results).ranked).toEqual(ranked);
});

test("the same survey always has the same intervals, and a subtree ranks its own units", () => {
  expect(ranking(results)).toEqual(ranking(results));
  const { ranked } = rankUnits(results, heatRows(results, { unit: "low", kind: null }));
  expect(ranked.map(({ unit: one, rank, interval }) => [one.key, rank, interval])).toEqual([["low", 1, [1, 1]]]);
});

test("units are ranked by a factor or an item that the address names, and by the overall index otherwise", () => {
  const two = questionnaireOf({ factors: named("F", "G"), items: [scaleItem("a", "F"), scaleItem("b", "G")] });
  const person = (key: string, count: number, a: number, b: number) => many(count, key, { a, b });
  const answers = [...person("one", 100, 5, 1), ...person("other", 100, 1, 5)];
  const { results: of } = analysisOf(two, answers, { units: ["one", "other"].map((key) => unitRow(key)) });
  const first = (by: string) => {
    const { by: read, unknown } = readRankBy(new URLSearchParams({ by }), two);
    const rows = heatRows(of, NO_FILTER, read.level === "item" ? read.code : null);
    return [unknown, rankUnits(of, rows, read).ranked[0]?.unit.key];
  };
  expect(rankChoices(two).map(rankText)).toEqual(["f.F", "f.G", "i.a", "i.b"]);
  expect([first("f.F"), first("f.G"), first("i.a"), first("i.b")]).toEqual([
    [false, "one"],
    [false, "other"],
    [false, "one"],
    [false, "other"],
  ]);
  expect([first("i.zz")[0], first("")[0]]).toEqual([true, false]);
});

test("who is last is sure only where no other's interval of ranks reaches the end", () => {
  const { ranked } = ranking(results);
  expect(endsOfRanking(ranked)).toMatchObject({
    top: { units: ["Đơn vị high"], rivals: [] },
    bottom: { units: ["Đơn vị low"], rivals: [] },
  });
  const close = [...unit("one", 60, 40), ...unit("other", 58, 42)];
  const of = analysisOf(questionnaire, close, { units: ["one", "other"].map((key) => unitRow(key)) }).results;
  expect(endsOfRanking(ranking(of).ranked)).toMatchObject({
    top: { units: ["Đơn vị one"], rivals: ["Đơn vị other"] },
    bottom: { units: ["Đơn vị other"], rivals: ["Đơn vị one"] },
  });
  expect(endsOfRanking(ranked.slice(0, 1))).toBeNull();
  expect(endsOfRanking(ranked.slice(1, 3))).toBeNull();
});
