import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  achievedMargin,
  clusterDesignEffect,
  cochranSize,
  personsToAsk,
  slovinSize,
  stratifiedMargin,
  underDesign,
  wholeForms,
} from "~/statistics/sample-size";

const population = fc.integer({ min: 2, max: 5_000_000 });
const margin = fc.double({ min: 0.005, max: 0.2, noNaN: true });
const proportion = fc.double({ min: 0.05, max: 0.95, noNaN: true });

describe("size of a sample", () => {
  // domain/statistics.md, "Sample size".
  it("gives the figures of the guideline", () => {
    expect(slovinSize({ population: 1000, margin: 0.05 })).toBeCloseTo(285.71, 2);
    expect(wholeForms(slovinSize({ population: 1000, margin: 0.05 }))).toBe(286);
    expect(cochranSize({ population: 1000, margin: 0.05, proportion: 0.5 })).toBeCloseTo(277.73, 2);
    expect(wholeForms(cochranSize({ population: 1000, margin: 0.05, proportion: 0.5 }))).toBe(278);
    expect(cochranSize({ population: null, margin: 0.05, proportion: 0.5, z: 1.96 })).toBeCloseTo(384.16, 10);
    expect(wholeForms(cochranSize({ population: null, margin: 0.05, proportion: 0.5 }))).toBe(385);
  });

  it("of clusters follows 1 + (m − 1)ρ", () => {
    expect(clusterDesignEffect({ perCluster: 31, correlation: 0.1 })).toBeCloseTo(4, 12);
    expect(clusterDesignEffect({ perCluster: 1, correlation: 0.3 })).toBe(1);
    expect(clusterDesignEffect({ perCluster: 10, correlation: -0.05 })).toBe(1);
    expect(underDesign(277.73, 2, 1000)).toBeCloseTo(555.46, 10);
    expect(underDesign(277.73, 4, 1000)).toBe(1000);
  });

  it("is rounded up as a number of forms, whole sizes stay", () => {
    expect([384.16, 384, 200.0000000001, 0].map(wholeForms)).toEqual([385, 384, 200, 0]);
    expect(wholeForms(slovinSize({ population: 400, margin: 0.05 }))).toBe(200);
    expect(personsToAsk(286, 0.8, 1000)).toBe(358);
    expect(personsToAsk(286, 0.2, 1000)).toBe(1000);
    expect(personsToAsk(278, 1, null)).toBe(278);
  });

  it("is nobody of nobody and everybody of one", () => {
    expect(slovinSize({ population: 0, margin: 0.05 })).toBe(0);
    expect(cochranSize({ population: 0, margin: 0.05, proportion: 0.5 })).toBe(0);
    expect(cochranSize({ population: 1, margin: 0.05, proportion: 0.5 })).toBe(1);
  });

  it("never exceeds the population, grows with it and shrinks with the margin", () => {
    fc.assert(
      fc.property(population, margin, proportion, (one, e, p) => {
        const size = cochranSize({ population: one, margin: e, proportion: p });
        expect(size).toBeLessThanOrEqual(one);
        expect(cochranSize({ population: one + 1000, margin: e, proportion: p })).toBeGreaterThanOrEqual(size - 1e-9);
        expect(cochranSize({ population: one, margin: e * 1.1, proportion: p })).toBeLessThanOrEqual(size);
        expect(slovinSize({ population: one, margin: e })).toBeLessThanOrEqual(one);
        expect(underDesign(size, 2, one)).toBeLessThanOrEqual(one);
      }),
    );
  });

  it("reaches its margin: the half-width of what Cochran asks for is the one asked for", () => {
    fc.assert(
      fc.property(population, margin, proportion, (one, e, p) => {
        const size = cochranSize({ population: one, margin: e, proportion: p });
        fc.pre(size < one);
        expect(achievedMargin({ size, population: one, proportion: p })).toBeCloseTo(e, 9);
        // Under a design effect the whole number of forms is on the safe side.
        const forms = wholeForms(underDesign(size, 1.7, one));
        expect(achievedMargin({ size: forms, population: one, proportion: p, designEffect: 1.7 })).toBeLessThanOrEqual(
          e + 1e-9,
        );
      }),
    );
    expect(achievedMargin({ size: 560, population: null, designEffect: 2 })).toBeCloseTo(0.0586, 4);
    expect(achievedMargin({ size: 50, population: 50 })).toBe(0);
    expect(achievedMargin({ size: 0, population: 50 })).toBeNull();
  });

  it("of the whole is that of its one part, and narrower than that of alike parts by the root of their number", () => {
    const part = { population: 1000, size: 278 };
    const one = achievedMargin(part) ?? 0;
    expect(stratifiedMargin([part])).toBeCloseTo(one, 12);
    expect(stratifiedMargin([part, part, part, part])).toBeCloseTo(one / 2, 12);
    expect(stratifiedMargin([part, { population: 0, size: 0 }])).toBeCloseTo(one, 12);
    expect(stratifiedMargin([part, { population: 10, size: 0 }])).toBeNull();
    expect(stratifiedMargin([{ population: 10, size: 10 }])).toBe(0);
    expect(stratifiedMargin([])).toBeNull();
  });
});
