import fc from "fast-check";
import { expect, it } from "vitest";
import { type PointCount, withheldPoints } from "~/indices/withheld-points";
import { maskedWidths } from "../statistics/support/size-intervals";

const of = (unitKey: string, ...responses: number[]): PointCount[] =>
  responses.map((count, at) => ({ unitKey, point: unitKey.length * 100 + at, responses: count }));
const told = () => true;

it("withholds a small point with the next of its unit, and every point of a withheld unit", () => {
  const counts = [...of("a", 37, 3, 50), ...of("bb", 60, 60)];
  expect([...withheldPoints(counts, { isTold: told, minimum: 10 })].sort()).toEqual([100, 101]);
  expect([...withheldPoints(counts, { isTold: (unit) => unit === "a", minimum: 10 })].sort()).toEqual([
    100, 101, 200, 201,
  ]);
});

it("leaves the number of every withheld point an interval as wide as the minimum, its unit's number being told", () => {
  const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 60 }));
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), fc.nat({ max: 12 }), (sizes, elsewhere) => {
      const whole = sizes.reduce((sum, one) => sum + one, 0) + elsewhere;
      fc.pre(whole >= 10);
      const counts = [...of("a", ...sizes), { unitKey: "a", point: null, responses: elsewhere }];
      const withheld = withheldPoints(counts, { isTold: told, minimum: 10 });
      const masked = new Set(sizes.flatMap((one, at) => (one > 0 && withheld.has(100 + at) ? at : [])));
      for (const [at, one] of sizes.entries()) if (one > 0 && one < 10) expect(masked).toContain(at);
      const parts = [...sizes.keys(), sizes.length];
      const system = { sizes: [...sizes, elsewhere, whole], relations: [{ total: sizes.length + 1, parts }] };
      const unknown = new Set([...masked, sizes.length]);
      for (const width of maskedWidths(system, masked, unknown).values()) expect(width).toBeGreaterThan(10 - 1e-6);
    }),
    { numRuns: 300 },
  );
});
