import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, proportionalToSizeSample, simpleRandomSample, systematicSample } from "~/statistics/draw-sample";
import { sfc32 } from "~/statistics/sfc32";

const randomOf = (seed: number) => sfc32([seed, seed ^ 0x9e3779b9, 12345]);

/** Σ(observed − expected)²/expected. */
function chiSquare(counts: readonly number[], expected: readonly number[]): number {
  return counts.reduce((sum, count, index) => sum + (count - (expected[index] ?? 0)) ** 2 / (expected[index] ?? 1), 0);
}

function countDraws(frame: number, rounds: number, draw: (round: number) => number[]): number[] {
  const counts = new Array<number>(frame).fill(0);
  for (let round = 0; round < rounds; round++)
    for (const position of draw(round)) counts[position] = (counts[position] ?? 0) + 1;
  return counts;
}

const frameAndSize = fc
  .integer({ min: 1, max: 400 })
  .chain((frame) => fc.tuple(fc.constant(frame), fc.integer({ min: 0, max: frame }), fc.integer()));

describe("random samples", () => {
  it("have n different positions of the frame in rising order, the same for the same seed", () => {
    for (const draw of [simpleRandomSample, systematicSample]) {
      fc.assert(
        fc.property(frameAndSize, ([frame, size, seed]) => {
          const drawn = draw(frame, size, randomOf(seed));
          expect(drawn).toHaveLength(size);
          expect(new Set(drawn).size).toBe(size);
          expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
          expect(drawn.every((position) => Number.isInteger(position) && position >= 0 && position < frame)).toBe(true);
          expect(draw(frame, size, randomOf(seed))).toEqual(drawn);
        }),
      );
    }
    expect(() => simpleRandomSample(3, 4, randomOf(1))).toThrow(RangeError);
  });

  // 19 degrees of freedom, 99.9 % quantile 43.82 (any table of chi-square); without replacement the sum is smaller still.
  it("take every position alike", () => {
    const rounds = 4000;
    for (const draw of [simpleRandomSample, systematicSample]) {
      const counts = countDraws(20, rounds, (round) => draw(20, 7, randomOf(round * 7919 + 1)));
      expect(chiSquare(counts, new Array<number>(20).fill((rounds * 7) / 20))).toBeLessThan(43.82);
    }
  });

  it("take every pair alike when simple random", () => {
    const pairs = new Map<string, number>();
    const rounds = 6000;
    for (let round = 0; round < rounds; round++) {
      const key = simpleRandomSample(5, 2, randomOf(round + 17)).join("-");
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
    }
    expect(pairs.size).toBe(10);
    // 9 degrees of freedom, 99.9 % quantile 27.88.
    expect(chiSquare([...pairs.values()], new Array<number>(10).fill(rounds / 10))).toBeLessThan(27.88);
  });

  it("go through the frame evenly when systematic", () => {
    const drawn = systematicSample(100, 10, randomOf(3));
    expect(new Set(drawn.map((position) => Math.floor(position / 10))).size).toBe(10);
  });

  it("hold known numbers, so that anybody can repeat them with another program", () => {
    expect(simpleRandomSample(100, 5, sfc32([1, 2, 3]))).toMatchInlineSnapshot(`
      [
        6,
        25,
        45,
        70,
        93,
      ]
    `);
    expect(systematicSample(100, 5, sfc32([1, 2, 3]))).toMatchInlineSnapshot(`
      [
        9,
        29,
        49,
        69,
        89,
      ]
    `);
  });
});

describe("samples by size", () => {
  it("take positions in proportion to size", () => {
    const sizes = [10, 20, 30, 40, 50, 60, 70, 20];
    const rounds = 5000;
    const counts = countDraws(8, rounds, (round) => proportionalToSizeSample(sizes, 3, randomOf(round * 31 + 5)).drawn);
    const expected = sizes.map((size) => (rounds * 3 * size) / 300);
    // 7 degrees of freedom, 99.9 % quantile 24.32.
    expect(chiSquare(counts, expected)).toBeLessThan(24.32);
  });

  it("take for certain what is large enough, and again of what is left, and never what has no size", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { drawn, certain } = proportionalToSizeSample([1000, 200, 50, 50, 0, 50], 3, randomOf(seed));
      expect(certain).toEqual([0, 1]);
      expect(drawn).toHaveLength(3);
      expect(drawn).not.toContain(4);
    }
  });

  it("have n different positions whatever the sizes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 80 }),
        fc.integer(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, seed, share) => {
          const size = Math.floor(sizes.filter((one) => one > 0).length * share);
          const { drawn, certain } = proportionalToSizeSample(sizes, size, randomOf(seed));
          expect(new Set(drawn).size).toBe(size);
          expect(certain.every((position) => drawn.includes(position))).toBe(true);
        },
      ),
    );
    expect(() => proportionalToSizeSample([0, 5], 2, randomOf(1))).toThrow(RangeError);
    expect(() => proportionalToSizeSample([-1, 5], 1, randomOf(1))).toThrow(RangeError);
  });
});

describe("allocation to strata", () => {
  it("is in proportion by the largest remainder, two at least", () => {
    expect(allocate([500, 300, 200], 10)).toEqual([5, 3, 2]);
    expect(allocate([53, 30, 17], 10)).toEqual([5, 3, 2]);
    expect(allocate([980, 10, 10], 20)).toEqual([16, 2, 2]);
    expect(allocate([50, 1, 49], 10)).toEqual([5, 1, 4]);
    expect(allocate([10, 10, 10], 5)).toBeNull();
  });

  it("adds up to n, within each stratum", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (strata, share) => {
          const size = Math.floor(strata.reduce((sum, one) => sum + one, 0) * share);
          const counts = allocate(strata, size);
          const fewest = strata.reduce((sum, one) => sum + Math.min(2, one), 0);
          expect(counts === null).toBe(size < fewest);
          if (!counts) return;
          expect(counts.reduce((sum, one) => sum + one, 0)).toBe(size);
          counts.forEach((count, index) => {
            expect(count).toBeLessThanOrEqual(strata[index] ?? 0);
            expect(count).toBeGreaterThanOrEqual(Math.min(2, strata[index] ?? 0));
          });
        },
      ),
    );
  });
});
