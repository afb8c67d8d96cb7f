import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeSmallUnits } from "~/units/merge-small-units";

const parents = new Map<string, string | null>([
  ["tỉnh", null],
  ["sở", "tỉnh"],
  ["a", "sở"],
  ["b", "sở"],
  ["c", "sở"],
  ["xã", "tỉnh"],
]);
const merged = (counts: Record<string, number>, minimum = 30) =>
  mergeSmallUnits({ counts: new Map(Object.entries(counts)), parents, minimum });

it("leaves units of enough records alone and puts small ones together under the unit above them", () => {
  expect(merged({ a: 40, b: 20, c: 15, xã: 30 })).toEqual(
    new Map([
      ["a", "a"],
      ["xã", "xã"],
      ["b", "sở"],
      ["c", "sở"],
    ]),
  );
});

it("goes on upwards, and at the top takes the smallest other group with it", () => {
  const groups = merged({ a: 40, b: 20, xã: 200 });
  expect(groups?.get("b")).toBe("tỉnh");
  expect(groups?.get("a")).toBe("tỉnh");
  expect(groups?.get("xã")).toBe("xã");
});

it("gives nothing where all together are too few", () => {
  expect(merged({ a: 10, xã: 19 })).toBeNull();
  expect(merged({})).toBeNull();
});

it("leaves no group of fewer than the minimum and loses nobody, whatever the counts", () => {
  const counts = fc.dictionary(fc.constantFrom("tỉnh", "sở", "a", "b", "c", "xã"), fc.nat(80));
  fc.assert(
    fc.property(counts, (given) => {
      const groups = merged(given);
      const total = Object.values(given).reduce((sum, count) => sum + count, 0);
      if (!groups) {
        expect(total).toBeLessThan(30);
        return;
      }
      const sizes = new Map<string, number>();
      for (const [unit, group] of groups) sizes.set(group, (sizes.get(group) ?? 0) + (given[unit] ?? 0));
      expect([...sizes.values()].every((size) => size >= 30)).toBe(true);
      expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBe(total);
    }),
  );
});
