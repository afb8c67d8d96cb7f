import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg, holm } from "~/statistics/adjust-p-values";
import { binomialTest, binomialUpperTail } from "~/statistics/binomial-test";
import { alphaWithoutEach, cronbachAlpha, standardisedAlpha } from "~/statistics/cronbach-alpha";
import { differenceOfMeans, estimatedDifference } from "~/statistics/difference-of-means";
import { differenceOfProportions } from "~/statistics/difference-of-proportions";
import { importancePerformance } from "~/statistics/importance-performance";
import { meanEstimate } from "~/statistics/mean-estimate";
import { normalUpperTail } from "~/statistics/normal-tail";
import { rankIntervals, ranksOf } from "~/statistics/rank-intervals";
import { relativeWeights } from "~/statistics/relative-weights";

const GOLDEN = join(import.meta.dirname, "../golden/inference");
const read = (name: string): Record<string, string>[] => parse(readFileSync(join(GOLDEN, name)), { columns: true });
const expected = read("expected.csv");
const golden = (name: string) => expected.filter((row) => row.name === name).map(({ value }) => Number(value));
const attitude = read("attitude.csv");
const column = (name: string) => attitude.map((row) => Number(row[name]));
const items = Object.keys(attitude[0] ?? {}).map(column);

function expectClose(computed: readonly (number | null | undefined)[], wanted: readonly number[], places = 1e-9) {
  expect(computed).toHaveLength(wanted.length);
  for (const [at, value] of wanted.entries())
    expect(Math.abs((computed[at] ?? Number.NaN) - value), `${at}: ${computed[at]}`).toBeLessThan(places);
}

/** A chance in (0, 1) that is no subnormal number. */
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const proportion = fc.record({ proportion: share, size: fc.integer({ min: 1, max: 5000 }) });

describe("the normal tail", () => {
  it("agrees with R's pnorm far out too", () => {
    const tails = golden("normal upper tail");
    for (const [at, z] of golden("z").entries()) expect(normalUpperTail(z) / (tails[at] ?? 0)).toBeCloseTo(1, 12);
    expect(normalUpperTail(-1.96)).toBeCloseTo(1 - 0.024997895148220435, 14);
  });
});

describe("the difference of two proportions", () => {
  it("has Newcombe's interval: 56 of 70 against 48 of 80 (1998, Table II, method 10)", () => {
    const result = differenceOfProportions({ proportion: 56 / 70, size: 70 }, { proportion: 48 / 80, size: 80 });
    expect(result?.difference).toBeCloseTo(0.2, 12);
    expectClose(result?.interval ?? [], [0.0524, 0.3339], 5e-5);
  });

  it("is tested as its interval says, turns round with its sides and stays within −1 and 1", () => {
    fc.assert(
      fc.property(proportion, proportion, (a, b) => {
        const [one, other] = [differenceOfProportions(a, b), differenceOfProportions(b, a)];
        if (!one || !other) throw new Error("an empty base");
        expect(one.interval[0]).toBeCloseTo(-other.interval[1], 12);
        expect(one.pValue).toBeCloseTo(other.pValue, 12);
        expect(one.interval[0]).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(one.interval[1]).toBeLessThanOrEqual(1 + 1e-12);
        const withoutZero = one.interval[0] > 1e-9 || one.interval[1] < -1e-9;
        if (withoutZero) expect(one.pValue).toBeLessThanOrEqual(0.05 + 1e-9);
        const withZero = one.interval[0] < -1e-9 && one.interval[1] > 1e-9;
        if (withZero) expect(one.pValue).toBeGreaterThanOrEqual(0.05 - 1e-9);
      }),
    );
  });

  it("does not exist for an empty base", () => {
    expect(differenceOfProportions({ proportion: 0, size: 0 }, { proportion: 0.5, size: 9 })).toBeNull();
  });
});

describe("the difference of two means", () => {
  const withError = (values: number[]) => {
    const estimate = meanEstimate(values);
    const { mean = 0, standardError = 0 } = estimate ?? {};
    return { mean, standardError: standardError ?? 0, degreesOfFreedom: values.length - 1 };
  };

  it("agrees with R's t.test: Welch's, and paired", () => {
    const welch = differenceOfMeans(withError(column("rating").slice(0, 12)), withError(column("rating").slice(12)));
    expectClose([welch?.difference, ...(welch?.interval ?? []), welch?.pValue], golden("welch"));
    const paired = withError(column("rating").map((rating, at) => rating - (column("complaints")[at] ?? 0)));
    const result = estimatedDifference({ difference: paired.mean, ...paired });
    expectClose([result?.difference, ...(result?.interval ?? []), result?.pValue], golden("paired"));
  });

  it("without any error knows equal from unequal, and nothing without degrees of freedom", () => {
    const exact = (mean: number) => ({ mean, standardError: 0, degreesOfFreedom: 5 });
    expect(differenceOfMeans(exact(4), exact(4))).toMatchObject({ interval: [0, 0], pValue: 1 });
    expect(differenceOfMeans(exact(4), exact(3))).toMatchObject({ interval: [1, 1], pValue: 0 });
    expect(differenceOfMeans(exact(4), { mean: 3, standardError: 0, degreesOfFreedom: 0 })).toBeNull();
  });
});

describe("many comparisons in one table", () => {
  const p = golden("p");

  it("are adjusted as R's p.adjust does, after Holm and after Benjamini and Hochberg", () => {
    expectClose(holm(p), golden("holm"), 1e-12);
    expectClose(benjaminiHochberg(p), golden("benjamini hochberg"), 1e-12);
  });

  it("are adjusted upwards only, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 20 }), fc.nat(), (values, turn) => {
        for (const adjust of [holm, benjaminiHochberg]) {
          const adjusted = adjust(values);
          for (const [at, value] of values.entries()) expect(adjusted[at]).toBeGreaterThanOrEqual(value - 1e-15);
          const cut = turn % values.length;
          const turned = adjust([...values.slice(cut), ...values.slice(0, cut)]);
          expectClose(turned, [...adjusted.slice(cut), ...adjusted.slice(0, cut)], 1e-12);
        }
        for (const [at, value] of holm(values).entries())
          expect(value).toBeGreaterThanOrEqual((benjaminiHochberg(values)[at] ?? 0) - 1e-12);
      }),
    );
  });
});

describe("the binomial test", () => {
  it("agrees with R's binom.test and pbinom", () => {
    const cases = golden("binomial case");
    const twoSided = golden("binomial two-sided");
    const upper = golden("binomial upper");
    for (const [at, wanted] of twoSided.entries()) {
      const [successes = 0, size = 0, chance = 0] = cases.slice(3 * at, 3 * at + 3);
      expectClose([binomialTest(successes, size, chance)], [wanted]);
      expectClose([binomialUpperTail(successes, size, chance)], [upper[at] ?? 0]);
    }
  });

  it("refuses what is no count and no probability", () => {
    expect(() => binomialTest(3, 2, 0.5)).toThrow(RangeError);
    expect(() => binomialTest(1.5, 2, 0.5)).toThrow(RangeError);
    expect(() => binomialTest(1, 2, 1.5)).toThrow(RangeError);
  });
});

describe("Cronbach's α of R's attitude", () => {
  it("is the published one, standardised and with each item left out", () => {
    expectClose([cronbachAlpha(items)], golden("alpha"));
    expect(cronbachAlpha(items)).toBeCloseTo(0.8431428, 7);
    expectClose([standardisedAlpha(items)], golden("alpha standardised"));
    expect(standardisedAlpha(items)).toBeCloseTo(0.8390838, 7);
    expectClose(alphaWithoutEach(items), golden("alpha without each"));
    expectClose(alphaWithoutEach(items), [0.8098, 0.7969, 0.8278, 0.803, 0.7954, 0.8639, 0.8405], 5e-5);
  });

  it("has no standardised form where an item does not vary", () => {
    expect(
      standardisedAlpha([
        [1, 2, 3],
        [4, 4, 4],
      ]),
    ).toBeNull();
  });
});

describe("relative weights", () => {
  it("agree with Johnson's formula in R and add up to R²", () => {
    const result = relativeWeights(items.slice(1), column("rating"));
    expectClose(result?.weights ?? [], golden("relative weights"));
    expectClose([result?.rSquared], golden("r squared"));
    expect(result?.size).toBe(30);
  });

  it("are shared between two predictors that say the same, and never negative", () => {
    const [rating, complaints] = [column("rating"), column("complaints")];
    const twice = relativeWeights([complaints, complaints, column("learning")], rating);
    expect(twice?.weights[0]).toBeCloseTo(twice?.weights[1] ?? 9, 9);
    const cells = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4)), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(cells, (rows) => {
        const of = (at: number) => rows.map((row) => row[at] ?? 0);
        const result = relativeWeights([of(0), of(1), of(2)], of(3));
        if (result === null) return;
        expect(Math.min(...result.weights)).toBeGreaterThanOrEqual(0);
        expect(result.rSquared).toBeLessThanOrEqual(1 + 1e-9);
        const reversed = relativeWeights([of(2), of(1), of(0)], of(3));
        expectClose(reversed?.weights ?? [], [...result.weights].reverse(), 1e-7);
      }),
    );
  });

  it("do not exist for an outcome that does not vary, or too few persons", () => {
    expect(relativeWeights([[1, 2, 3, 4]], [5, 5, 5, 5])).toBeNull();
    expect(relativeWeights([[1, 2]], [5, 4])).toBeNull();
  });
});

describe("the importance–performance map", () => {
  it("is cut at the grand means, with ties on the side of keeping", () => {
    const cross = [
      { importance: 0.3, performance: 0.9 },
      { importance: 0.3, performance: 0.5 },
      { importance: 0.1, performance: 0.9 },
      { importance: 0.1, performance: 0.5 },
      { importance: 0.2, performance: 0.7 },
    ];
    const map = importancePerformance(cross);
    expect(map.quadrants).toEqual(["keep", "improve", "maintain", "low-priority", "keep"]);
    expectClose([map.importance, map.performance], [0.2, 0.7], 1e-12);
  });

  it("keeps everything where all are alike", () => {
    const alike = Array.from({ length: 7 }, () => ({ importance: 0.1, performance: 0.83 }));
    expect(new Set(importancePerformance(alike).quadrants)).toEqual(new Set(["keep"]));
  });
});

describe("ranks", () => {
  const seed = [20261122, 5, 1] as const;

  it("share the best place where estimates are equal", () => {
    expect(ranksOf([0.7, 0.9, 0.7, 0.5])).toEqual([2, 1, 2, 4]);
  });

  it("are certain without error, open with much of it, and the same for the same seed", () => {
    const sure = [0.9, 0.8, 0.7].map((estimate) => ({ estimate, standardError: 0 }));
    expect(rankIntervals(sure, { seed }).map(({ interval }) => interval)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const vague = [0.71, 0.7, 0.69].map((estimate) => ({ estimate, standardError: 0.2 }));
    expect(rankIntervals(vague, { seed })).toEqual(rankIntervals(vague, { seed }));
    for (const { interval } of rankIntervals(vague, { seed })) expect(interval).toEqual([1, 3]);
  });

  it("of two estimates turn over as often as their difference is below 0", () => {
    // P(N(0.02, 0.01·√2) < 0) = Φ(−√2) = 7.86 %: beyond 2.5 %; with 0.04 it is 0.23 %.
    const pair = (gap: number) => [
      { estimate: 0.8 + gap, standardError: 0.01 },
      { estimate: 0.8, standardError: 0.01 },
    ];
    expect(rankIntervals(pair(0.02), { seed }).map(({ interval }) => interval)).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(rankIntervals(pair(0.04), { seed }).map(({ interval }) => interval)).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});
