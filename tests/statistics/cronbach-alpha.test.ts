import { describe, expect, it } from "vitest";
import { cronbachAlpha, cronbachAlphaOfSums } from "~/statistics/cronbach-alpha";

/** R's `attitude` (Chatterjee and Price), shipped with R: 30 departments × 7 items. */
const ATTITUDE: Record<string, number[]> = {
  rating: [
    43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85,
    82,
  ],
  complaints: [
    51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37, 54, 77, 75, 57, 85,
    82,
  ],
  privileges: [
    30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54, 50, 64, 65, 46, 68, 33, 52, 52, 42, 42, 66, 58, 44, 71,
    39,
  ],
  learning: [
    39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75, 57, 54, 34, 62, 50, 58, 48, 63, 74, 45, 71,
    59,
  ],
  raises: [
    61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66, 63, 50, 66, 88, 80, 51, 77,
    64,
  ],
  critical: [
    92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77, 54, 79, 80, 85, 78, 64, 80, 80, 57, 75, 76, 78, 83, 74,
    78,
  ],
  advance: [
    45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60, 46, 52, 33, 41, 37, 49, 33, 72, 49, 38, 55,
    39,
  ],
};

describe("Cronbach's alpha", () => {
  it("gives the published value of R's attitude data", () => {
    expect(cronbachAlpha(Object.values(ATTITUDE))).toBeCloseTo(0.8431428, 7);
  });

  it.each([
    ["rating", 0.8098],
    ["complaints", 0.7969],
    ["privileges", 0.8278],
    ["learning", 0.803],
    ["raises", 0.7954],
    ["critical", 0.8639],
    ["advance", 0.8405],
  ])("gives the published value without %s", (dropped, expected) => {
    const rest = Object.entries(ATTITUDE).filter(([name]) => name !== dropped);
    expect(cronbachAlpha(rest.map(([, answers]) => answers))).toBeCloseTo(expected, 4);
  });

  it("may be negative", () => {
    expect(
      cronbachAlpha([
        [1, 2, 3, 4],
        [4, 3, 1, 2],
      ]),
    ).toBeLessThan(0);
  });

  it("is undefined for one item, one person or totals that do not vary", () => {
    expect(cronbachAlpha([])).toBeNull();
    expect(cronbachAlpha([[1, 2, 3]])).toBeNull();
    expect(cronbachAlpha([[1], [2]])).toBeNull();
    expect(
      cronbachAlpha([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toBeNull();
    expect(
      cronbachAlpha([
        [0.1, 0.1, 0.1],
        [0.2, 0.2, 0.2],
      ]),
    ).toBeNull();
  });
});

describe("α from sums", () => {
  it("is α of the answers", () => {
    for (const items of [Object.values(ATTITUDE), Object.values(ATTITUDE).slice(0, 2)]) {
      const persons = items[0]?.length ?? 0;
      const totals = Array.from({ length: persons }, (_, person) =>
        items.reduce((sum, answers) => sum + (answers[person] ?? 0), 0),
      );
      const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
      const squaresOf = (values: readonly number[]) => sumOf(values.map((value) => value * value));
      const sums = { persons, totalSquares: squaresOf(totals), sums: items.map(sumOf), squares: items.map(squaresOf) };
      expect(cronbachAlphaOfSums(sums)).toBeCloseTo(cronbachAlpha(items) ?? Number.NaN, 12);
    }
    expect(cronbachAlphaOfSums({ persons: 1, totalSquares: 4, sums: [1, 1], squares: [1, 1] })).toBeNull();
    expect(cronbachAlphaOfSums({ persons: 2, totalSquares: 8, sums: [2, 2], squares: [2, 2] })).toBeNull();
  });
});
