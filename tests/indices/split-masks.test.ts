import fc from "fast-check";
import { expect, it } from "vitest";
import { splitMasks } from "~/indices/split-masks";
import { branchSums, withheldGroups } from "~/indices/withheld-groups";
import { Published } from "./support/published-bounds";

const UNITS = [
  ...[
    { key: "v", parentKey: null },
    { key: "u1", parentKey: "v" },
    { key: "u2", parentKey: "v" },
  ],
  ...[
    { key: "u3", parentKey: null },
    { key: "u4", parentKey: null },
  ],
];
const LEAVES = ["u1", "u2", "u3", "u4"];
const VALUES = [1, 2, 3];
const MINIMUMS = { cell: 10, unit: 30 };

const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 29 }), fc.integer({ min: 30, max: 120 }));
const table = fc.record(Object.fromEntries(LEAVES.map((key) => [key, fc.tuple(size, size, size)])));

/** What is published of units × values: persons of units that are not withheld, and of the cells that are not masked. */
function published(leaves: Readonly<Record<string, readonly number[]>>): Published {
  const of = (keys: readonly string[]) =>
    new Map(VALUES.map((value, at) => [value, keys.reduce((sum, key) => sum + (leaves[key]?.[at] ?? 0), 0)]));
  const counts = new Map([
    ...[["*", of(LEAVES)] as const, ["v", of(["u1", "u2"])] as const],
    ...LEAVES.map((key) => [key, of([key])] as const),
  ]);
  const whole = (key: string) => [...(counts.get(key)?.values() ?? [])].reduce((sum, one) => sum + one, 0);
  const persons = new Map([...counts.keys()].map((key) => [key, whole(key)]));
  const sums = branchSums(UNITS);
  const withheld = withheldGroups({ persons, sums, minimum: MINIMUMS.unit });
  const isHidden = splitMasks({
    ...{ units: UNITS, withheld, minimums: MINIMUMS, dimensions: [{ values: VALUES.length }] },
    counts: new Map([...counts].map(([key, own]) => [key, Float64Array.of(whole(key), ...own.values())])),
  });
  const told = new Published();
  for (const key of counts.keys()) {
    told.say(key, whole(key), !withheld.has(key));
    for (const value of VALUES) {
      const persons = counts.get(key)?.get(value) ?? 0;
      // A unit that is withheld as a whole shows no part either, not even that there is nobody.
      told.say(`${key}=${value}`, persons, !isHidden(key, [value]) && !(withheld.has(key) && persons > 0));
      if (persons > 0 && persons < MINIMUMS.unit) expect(isHidden(key, [value]), `${key}=${value}`).toBe(true);
    }
    told.sum(
      key,
      VALUES.map((value) => `${key}=${value}`),
    );
  }
  for (const { total, parts } of sums) {
    told.sum(total, parts);
    for (const value of VALUES)
      told.sum(
        `${total}=${value}`,
        parts.map((part) => `${part}=${value}`),
      );
  }
  return told;
}

it("leaves every masked cell of units × answers an interval as wide as the minimum, all margins being told", () => {
  fc.assert(
    fc.property(table, (leaves) => {
      for (const [name, width] of published(leaves).widths(Number.POSITIVE_INFINITY))
        expect(width, name).toBeGreaterThan(10 - 1e-5);
    }),
    { numRuns: 300 },
  );
});
