import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskSmallCells } from "~/indices/mask-small-cells";
import { type GroupMeasures, measureGroups } from "~/indices/measure-groups";
import { createFrame } from "~/indices/response-frame";
import type { MeasureRow } from "~/indices/result";
import { withheldGroups } from "~/indices/withheld-groups";
import type { Answers } from "~/questionnaires/answers";
import { maskedWidths } from "../statistics/support/size-intervals";
import { publishedOf } from "./support/published-bounds";
import { findRow } from "./support/rows";
import { named, options, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("A", "B"),
  items: [
    scaleItem("a1", "A"),
    scaleItem("a2", "A"),
    scaleItem("b1", "B"),
    { code: "age", type: "single", profile: true, text: { vi: "Tuổi" }, options: options(1, 2) },
  ],
});

/** Units right below one another: `u1` and `u2` in branch `v`, the rest at the top. */
const TREE: Readonly<Record<string, readonly string[]>> = { "*": ["v", "u3", "u4"], v: ["u1", "u2"] };
const sums = Object.entries(TREE).map(([total, parts]) => ({ total, parts }));

function measure(persons: Readonly<Record<string, readonly Answers[]>>): GroupMeasures[] {
  const frame = createFrame(questionnaire);
  for (const [unit, answers] of Object.entries(persons)) for (const one of answers) frame.add(unit, one);
  const leaf = (key: string) => ({ key, unitKeys: [key] });
  return measureGroups({
    frame,
    groups: [{ key: "v", unitKeys: ["u1", "u2"] }, ...["u1", "u2", "u3", "u4"].map(leaf)],
  });
}

/** So many persons who answer everything, at levels that differ. */
const crowd = (persons: number): Answers[] =>
  Array.from({ length: persons }, (_, person) => ({
    ...{ a1: 1 + (person % 5), a2: 5 - (person % 5), b1: 1 + (person % 3), age: 1 + (person % 2) },
  }));

const stateOf = (groups: readonly GroupMeasures[]) =>
  Object.fromEntries(groups.map(({ unit, persons }) => [unit, persons]));

describe("masking beside sums", () => {
  it("masks with a small unit the next smallest of its branch, with everything in it", () => {
    const groups = measure({ u1: crowd(4), u2: crowd(60), u3: crowd(70), u4: crowd(80) });
    const masked = maskSmallCells({ questionnaire, groups, sums, minCell: 10, minUnit: 30, minSame: 30 });
    expect(stateOf(masked)).toEqual({ "*": 214, v: 64, u1: null, u2: null, u3: 70, u4: 80 });
    const [small, cover] = ["u1", "u2"].map((key) => masked.find(({ unit }) => unit === key));
    // Nothing in a row says which of the two is the small one.
    const unnamed = (rows: readonly MeasureRow[] = []) => rows.map((row) => ({ ...row, unit: "" }));
    expect(unnamed(cover?.measures)).toEqual(unnamed(small?.measures));
  });

  it("masks an item of another unit, and with it what would tell the items of both, where only the item is small", () => {
    const few = crowd(60).map((person, at) => (at < 4 ? person : { ...person, a2: undefined }));
    const groups = measure({ u1: few as Answers[], u2: crowd(60), u3: crowd(70), u4: crowd(80) });
    const masked = maskSmallCells({ questionnaire, groups, sums, minCell: 10, minUnit: 30, minSame: 30 });
    const isMasked = (unit: string, code: string) => {
      const group = masked.find((one) => one.unit === unit);
      return findRow(group ?? { measures: [] }, "item", code).suppressed === "masked";
    };
    // Everybody of the second unit answered both items: its factor, 120 answers of 60 persons, would tell each of them.
    expect(["a1", "a2", "b1"].map((code) => isMasked("u1", code))).toEqual([true, true, true]);
    expect(["a1", "a2", "b1"].map((code) => isMasked("u2", code))).toEqual([true, true, true]);
    expect(["v", "u3", "u4", "*"].some((unit) => isMasked(unit, "a2"))).toBe(false);
    const without = masked.filter((group) => findRow(group, "overall").suppressed).map(({ unit }) => unit);
    expect(without).toEqual(["u1", "u2"]);
  });

  it("masks answers about respondents of another unit with those of one, and nothing else of it", () => {
    const old = crowd(60).map((person, at) => ({ ...person, age: at < 3 ? 2 : 1 }));
    const groups = measure({ u1: old, u2: crowd(60), u3: crowd(70), u4: crowd(80) });
    const masked = maskSmallCells({ questionnaire, groups, sums, minCell: 10, minUnit: 30, minSame: 30 });
    for (const { unit, measures } of masked) {
      const hidden = measures.flatMap(({ code, suppressed }) => (suppressed ? code : []));
      expect(hidden).toEqual(unit === "u1" || unit === "u2" ? ["age"] : []);
    }
  });

  it("counts persons of a branch beyond its units as a group of its own", () => {
    const persons = new Map(Object.entries({ "*": 100, a: 40, b: 57 }));
    const withheld = withheldGroups({ persons, sums: [{ total: "*", parts: ["a", "b"] }], minimum: 10 });
    // The three left over follow from 100 − 40 − 57.
    expect([...withheld]).toEqual(["a"]);
  });

  it("masks a row whose answers are all at one level below the minimum for that, not above it", () => {
    const satisfied = (persons: number) => crowd(persons).map((person) => ({ ...person, b1: 5 }));
    const all = { u1: satisfied(35), u2: crowd(60), u3: crowd(70), u4: crowd(80) };
    const groups = measure(all);
    const masked = (minSame: number) =>
      maskSmallCells({ questionnaire, groups, sums, minCell: 10, minUnit: 30, minSame }).filter(
        (group) => findRow(group, "item", "b1").suppressed,
      );
    expect(masked(30)).toEqual([]);
    expect(masked(Number.POSITIVE_INFINITY).map(({ unit }) => unit)).toContain("u1");
    expect(masked(Number.POSITIVE_INFINITY).length).toBeGreaterThan(1);
  });

  it("tells no masked number by what it cannot exceed: persons of its factor, those who answered every item", () => {
    const few = crowd(60).map((person, at) => (at < 4 ? person : { ...person, a2: undefined }));
    const groups = measure({ u1: few as Answers[], u2: crowd(60), u3: crowd(70), u4: crowd(80) });
    const masked = maskSmallCells({ questionnaire, groups, sums, minCell: 10, minUnit: 30, minSame: 30 });
    for (const [name, width] of publishedOf(questionnaire, groups, masked, sums).widths(10))
      expect(width, name).toBeGreaterThan(10 - 1e-5);
  });

  it("leaves every masked number of persons an interval as wide as the minimum", () => {
    const person = fc.record({
      ...{ a1: fc.constantFrom(1, 5, 0), a2: fc.constantFrom(2, 4), b1: fc.constantFrom(3, undefined) },
      age: fc.constantFrom(1, 2),
    });
    const unit = fc.tuple(fc.array(person, { maxLength: 30 }), fc.nat({ max: 60 }));
    const answers = fc.record({ u1: unit, u2: unit, u3: unit, u4: unit });
    fc.assert(
      fc.property(answers, (given) => {
        const persons = Object.fromEntries(
          Object.entries(given).map(([key, [few, many]]) => [key, [...(few as Answers[]), ...crowd(many)]]),
        );
        const groups = measure(persons);
        const masked = maskSmallCells({ questionnaire, groups, sums, minCell: 10, minUnit: 30, minSame: 10 });
        expectNothingRecovered(groups, masked);
        for (const [name, width] of publishedOf(questionnaire, groups, masked, sums).widths(10))
          expect(width, name).toBeGreaterThan(10 - 1e-5);
      }),
      { numRuns: 60 },
    );
  });
});

/** All that is published in numbers of persons and answers, as one system: units beside branches, items in indices. */
function expectNothingRecovered(before: readonly GroupMeasures[], after: readonly GroupMeasures[]): void {
  const sizes: number[] = [];
  const masked = new Set<number>();
  const position = new Map<string, number>();
  const zero = new Set<number>();
  before.forEach((group, at) => {
    group.measures.forEach((row, index) => {
      const cell = sizes.push(row.n_valid ?? 0) - 1;
      position.set(`${group.unit}/${row.level}/${row.code}`, cell);
      if (after[at]?.measures[index]?.suppressed) (row.n_valid === 0 ? zero : masked).add(cell);
    });
  });
  const at = (unit: string, level: string, code: string) => position.get(`${unit}/${level}/${code}`) as number;
  const relations = before[0]?.measures.flatMap(({ level, code }) =>
    sums.map(({ total, parts }) => ({
      total: at(total, level, code),
      parts: parts.map((part) => at(part, level, code)),
    })),
  );
  const within = before.flatMap(({ unit }) => [
    { total: at(unit, "factor", "A"), parts: [at(unit, "item", "a1"), at(unit, "item", "a2")] },
    { total: at(unit, "factor", "B"), parts: [at(unit, "item", "b1")] },
    { total: at(unit, "overall", "*"), parts: [at(unit, "factor", "A"), at(unit, "factor", "B")] },
  ]);
  const system = { sizes, relations: [...(relations ?? []), ...within] };
  for (const [cell, width] of maskedWidths(system, masked)) {
    const name = [...position].find(([, found]) => found === cell)?.[0];
    expect(width, name).toBeGreaterThan(10 - 1e-5);
  }
}
