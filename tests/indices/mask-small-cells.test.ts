import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskSmallCells } from "~/indices/mask-small-cells";
import type { MeasureRow } from "~/indices/result";
import { anySurvey } from "./support/random-survey";
import { findRow, measureAll } from "./support/rows";
import { named, options, questionnaireOf, scaleItem } from "./support/small-questionnaire";

const questionnaire = questionnaireOf({
  factors: named("A", "B"),
  items: [scaleItem("a1", "A"), scaleItem("a2", "A", { reverse: true }), scaleItem("b1", "B")],
});
const FIGURES = ["n_asked", "n_valid", "n_excluded", "n_missing", "n_persons", "levels", "k_used"].concat([
  "rate",
  "rate_se",
  "rate_ci",
  "mean",
  "mean_se",
  "mean_ci",
  "shares",
  "share_ses",
]);

/** 12 persons answer a1, 4 of them a2, nobody b1. */
function twelvePersons() {
  return measureAll(
    questionnaire,
    Array.from({ length: 12 }, (_, index) => (index < 4 ? { a1: 5, a2: 1 + (index % 2) } : { a1: 2 })),
  );
}

describe("masking of small cells", () => {
  it("withholds a row of fewer persons and keeps its place, not a row of none", () => {
    const before = twelvePersons();
    const [group] = maskSmallCells({ questionnaire, groups: [before], minCell: 10 });
    if (!group) throw new Error("no group");
    expect(group.measures.map(({ level, code }) => `${level} ${code}`)).toEqual(
      before.measures.map(({ level, code }) => `${level} ${code}`),
    );
    expect(findRow(group, "item", "a2")).toEqual({
      ...{ unit: "*", level: "item", code: "a2", n_asked: null, n_valid: null, n_excluded: null, n_missing: null },
      ...{ n_persons: null, levels: null, reversed: true, rate: null, rate_se: null, rate_ci: null },
      ...{ mean: null, mean_se: null, mean_ci: null, suppressed: "masked" },
    });
    // What is left of the factor when the others are taken off would tell a2: the next smallest is masked with it.
    expect(findRow(group, "item", "a1").suppressed).toBe("masked");
    // 16 answers of 12 persons: a1 has at most 12 of them and a2 at least 4, which is not wide enough.
    expect(findRow(group, "factor", "A").suppressed).toBe("masked");
    expect(findRow(group, "all-satisfied")).toEqual(findRow(before, "all-satisfied"));
    expect(findRow(group, "item", "b1")).toMatchObject({ n_valid: 0, n_missing: 12, suppressed: null });
    expect(findRow(group, "factor", "B")).toMatchObject({ rule: "pooled", k: 1, k_used: 0, suppressed: null });
    expect(group.reliability).toEqual([
      { unit: "*", factor: "A", k: 2, n: null, alpha: null },
      { unit: "*", factor: "B", k: 1, n: 0, alpha: null },
    ]);
    expect(group.persons).toBe(12);
  });

  it("withholds everything of a group below the minimum, rows of nobody too", () => {
    for (const minima of [{ minCell: 13 }, { minCell: 3, minUnit: 30 }]) {
      const [group] = maskSmallCells({ questionnaire, groups: [twelvePersons()], ...minima });
      expect(group?.persons).toBeNull();
      for (const row of group?.measures ?? []) expectNothingLeft(row);
      expect(group?.reliability.every(({ n, alpha }) => n === null && alpha === null)).toBe(true);
      expect(findRow(group ?? { measures: [] }, "factor", "A")).toMatchObject({ rule: "pooled", k: 2, k_used: null });
    }
  });

  it("shows a group exactly at the minimum, one of nobody, and everything at 0", () => {
    const groups = [twelvePersons()];
    expect(maskSmallCells({ questionnaire, groups, minCell: 4, minUnit: 12 })).toEqual(groups);
    expect(maskSmallCells({ questionnaire, groups, minCell: 0 })).toEqual(groups);
    const nobody = [measureAll(questionnaire, [])];
    expect(maskSmallCells({ questionnaire, groups: nobody, minCell: 10, minUnit: 30 })).toEqual(nobody);
  });

  it("masks a question about the respondent as a whole where one of its answers is a small group", () => {
    const profiled = questionnaireOf({
      factors: named("A"),
      items: [
        scaleItem("a1", "A"),
        { code: "age", type: "single", profile: true, text: { vi: "Tuổi" }, options: options(1, 2, 3) },
        { code: "job", type: "multiple", profile: true, text: { vi: "Nghề" }, options: options(1, 2) },
        { code: "sex", type: "single", profile: true, text: { vi: "Giới" }, options: options(1, 2) },
        { code: "wish", type: "single", text: { vi: "Mong muốn" }, options: options(1, 2) },
      ],
    });
    // 20 persons: 1 in the third group of age, 3 with the second job, 10 of either sex, 2 with a wish.
    const persons = Array.from({ length: 20 }, (_, index) => ({
      ...{ a1: index < 3 ? 1 : 5, age: index === 0 ? 3 : 1 + (index % 2), job: index < 3 ? [1, 2] : [1] },
      ...{ sex: 1 + (index % 2), wish: index < 2 ? 2 : 1 },
    }));
    const before = measureAll(profiled, persons);
    const [group] = maskSmallCells({ questionnaire: profiled, groups: [before], minCell: 10 });
    if (!group) throw new Error("no group");
    expectNothingLeft(findRow(group, "item", "age"));
    expectNothingLeft(findRow(group, "item", "job"));
    for (const open of ["sex", "wish", "a1"])
      expect(findRow(group, "item", open)).toEqual(findRow(before, "item", open));
    expect(maskSmallCells({ questionnaire: profiled, groups: [before], minCell: 0 })).toEqual([before]);
  });

  it("leaves no trace of the answers in a masked row", () => {
    fc.assert(
      fc.property(anySurvey, fc.integer({ min: 1, max: 30 }), ({ questionnaire, persons }, minCell) => {
        const before = measureAll(questionnaire, persons);
        const empty = measureAll(questionnaire, []);
        const [masked] = maskSmallCells({ questionnaire, groups: [before], minCell });
        masked?.measures.forEach((row, index) => {
          if (row.suppressed === null) {
            expect(row).toBe(before.measures[index]);
            return;
          }
          expectNothingLeft(row);
          const keys = (entry: MeasureRow | undefined) => Object.keys(entry ?? {});
          expect(keys(row)).toEqual(keys(empty.measures[index]));
        });
      }),
      { numRuns: 100 },
    );
  });
});

function expectNothingLeft(row: MeasureRow): void {
  expect(row.suppressed).toBe("masked");
  for (const figure of FIGURES) expect((row as unknown as Record<string, unknown>)[figure] ?? null).toBeNull();
}
