import { describe, expect, it } from "vitest";
import { effectiveSize } from "~/statistics/effective-size";
import { meanEstimate, meanEstimateOfCounts } from "~/statistics/mean-estimate";
import { meanInterval } from "~/statistics/mean-interval";
import { NORMAL_QUANTILE_975 } from "~/statistics/normal-quantile";
import { personStandardError } from "~/statistics/person-standard-error";
import { proportionStandardError } from "~/statistics/proportion-standard-error";
import { studentQuantile } from "~/statistics/student-quantile";
import { studentQuantile975 } from "~/statistics/student-quantile-975";
import { wilsonInterval } from "~/statistics/wilson-interval";

describe("Wilson interval", () => {
  // Newcombe (1998), Statistics in Medicine 17:857-872, method 3, to the digits printed there.
  it.each([
    [81, 263, 0.255289, 0.36621, 6],
    [0, 20, 0, 0.161125, 6],
    [10, 10, 0.722467, 1, 6],
    [15, 148, 0.0624, 0.1605, 4],
    [1, 29, 0.0061, 0.1718, 4],
  ])("gives the published limits for %i of %i", (count, size, lower, upper, digits) => {
    const interval = wilsonInterval({ proportion: count / size, size });
    expect(interval?.[0]).toBeCloseTo(lower, digits);
    expect(interval?.[1]).toBeCloseTo(upper, digits);
  });

  it("is exactly 0 and exactly 1 at the ends", () => {
    for (const size of [1, 3, 7, 20, 263, 100_003, 12.34]) {
      expect(wilsonInterval({ proportion: 0, size })?.[0]).toBe(0);
      expect(wilsonInterval({ proportion: 1, size })?.[1]).toBe(1);
    }
  });

  it("is symmetric under exchanging satisfied and not", () => {
    for (const [count, size] of [
      [3, 11],
      [81, 263],
      [0, 5],
      [17, 22.5],
    ] as const) {
      const interval = wilsonInterval({ proportion: count / size, size });
      const mirrored = wilsonInterval({ proportion: 1 - count / size, size });
      expect(interval?.[0]).toBeCloseTo(1 - (mirrored?.[1] ?? Number.NaN), 14);
      expect(interval?.[1]).toBeCloseTo(1 - (mirrored?.[0] ?? Number.NaN), 14);
    }
  });

  it("is absent on an empty base", () => {
    expect(wilsonInterval({ proportion: 0, size: 0 })).toBeNull();
    expect(wilsonInterval({ proportion: Number.NaN, size: Number.NaN })).toBeNull();
  });
});

describe("Student t quantile", () => {
  // R 4.2.2, qt(p, df), 17 digits.
  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.3026527297494619],
    [0.975, 3, 3.1824463052837078],
    [0.975, 4.5, 2.6589123472044025],
    [0.975, 7, 2.3646242515927844],
    [0.975, 29, 2.0452296421327034],
    [0.975, 99, 1.9842169515864172],
    [0.975, 100, 1.9839715185235516],
    [0.975, 262, 1.9690597152565394],
    [0.975, 12345, 1.9601561676005668],
    [0.975, 1e6, 1.9599663568141066],
    [0.6, 3, 0.27667066233268983],
    [0.999, 30, 3.3851848668293054],
    [0.999999, 4.5, 31.081356582949851],
    [0.999, 1e5, 3.0903138094272373],
  ])("qt(%d, %d)", (probability, degreesOfFreedom, expected) => {
    expect(Math.abs(studentQuantile(probability, degreesOfFreedom) / expected - 1)).toBeLessThan(1e-10);
    expect(studentQuantile(1 - probability, degreesOfFreedom) / -expected).toBeCloseTo(1, 8);
    if (probability === 0.975)
      expect(Math.abs(studentQuantile975(degreesOfFreedom) / expected - 1)).toBeLessThan(1e-12);
  });

  it("agrees with the printed tables to their three decimals", () => {
    const printed = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
    printed.forEach((value, index) => {
      expect(studentQuantile975(index + 1)).toBeCloseTo(value, 3);
    });
    expect(studentQuantile975(60)).toBeCloseTo(2.0, 3);
    expect(studentQuantile975(120)).toBeCloseTo(1.98, 3);
  });

  it("passes from one method to the other without a step, and down to the normal quantile", () => {
    expect(studentQuantile975(100)).toBeCloseTo(studentQuantile(0.975, 100), 11);
    for (let df = 1; df < 400; df++) expect(studentQuantile975(df)).toBeGreaterThan(studentQuantile975(df + 1));
    expect(studentQuantile975(1e12)).toBeCloseTo(NORMAL_QUANTILE_975, 11);
  });

  it("refuses what is no probability and no degrees of freedom", () => {
    expect(() => studentQuantile(1, 5)).toThrow(RangeError);
    expect(() => studentQuantile(0.5, 0)).toThrow(RangeError);
    expect(studentQuantile(0.5, 5)).toBe(0);
  });
});

describe("mean", () => {
  const scores = [5, 4, 4, 3, 5, 2, 4, 4, 5, 1];

  it("has the t interval computed by hand", () => {
    const estimate = meanEstimate(scores);
    expect(estimate?.mean).toBeCloseTo(3.7, 12);
    expect((estimate?.standardError ?? Number.NaN) * Math.sqrt(10)).toBeCloseTo(1.337493, 5);
    const interval = estimate && meanInterval({ ...estimate, degreesOfFreedom: 9 });
    expect(interval?.[0]).toBeCloseTo(2.743215, 6);
    expect(interval?.[1]).toBeCloseTo(4.656785, 6);
  });

  it("is the same from frequencies", () => {
    const estimate = meanEstimateOfCounts([1, 2, 3, 4, 5], [1, 1, 1, 4, 3]);
    expect(estimate?.mean).toBeCloseTo(3.7, 12);
    expect(estimate?.standardError).toBeCloseTo(meanEstimate(scores)?.standardError ?? Number.NaN, 14);
  });

  it("is absent on an empty base and has no error for one person", () => {
    expect(meanEstimate([])).toBeNull();
    expect(meanEstimateOfCounts([1, 2], [0, 0])).toBeNull();
    expect(meanEstimate([4])).toEqual({ size: 1, mean: 4, standardError: null });
    expect(meanInterval({ mean: 4, standardError: null, degreesOfFreedom: 0 })).toBeNull();
  });
});

describe("standard errors and effective size", () => {
  it("follow the classical formula where each person answers once", () => {
    const standardError = proportionStandardError({ proportion: 0.3, size: 50 });
    expect(standardError).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 49), 15);
    expect(effectiveSize({ proportion: 0.3, standardError, persons: 50 })).toBeCloseTo(50, 10);
  });

  it("fall back to the number of persons where the error says nothing", () => {
    expect(effectiveSize({ proportion: 1, standardError: 0, persons: 12 })).toBe(12);
    expect(effectiveSize({ proportion: 0.5, standardError: null, persons: 1 })).toBe(1);
    expect(proportionStandardError({ proportion: 1, size: 1 })).toBeNull();
  });

  it("take rounding noise for zero and nothing else", () => {
    expect(personStandardError({ persons: 1, squares: 0, negligible: 0 })).toBeNull();
    expect(personStandardError({ persons: 10, squares: 1e-40, negligible: 1e-30 })).toBe(0);
    expect(personStandardError({ persons: 10, squares: 0.09, negligible: 1e-30 })).toBeCloseTo(Math.sqrt(0.1), 15);
  });
});
