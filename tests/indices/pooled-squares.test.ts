import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IndexSums, noIndexSums, pooledSquares } from "~/indices/index-sums";

function sumsOf(persons: readonly (readonly [answers: number, score: number])[]): IndexSums {
  const sums = noIndexSums();
  for (const [answers, score] of persons) {
    sums.answers += answers;
    sums.answerSquares += answers * answers;
    sums.rate.sum += score;
    sums.rate.squares += score * score;
    sums.rate.cross += answers * score;
  }
  return sums;
}

describe("Σu² of a pooled index from sums", () => {
  test("is the worked example of the page of the method", () => {
    const sums = sumsOf([
      [2, 2],
      [2, 1],
      [1, 0],
    ]);
    expect(pooledSquares(sums, sums.rate)).toBeCloseTo(0.0416, 15);
  });

  test("is the sum over persons, also where the whole numbers outgrow a double", () => {
    const person = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -155, max: 155 }));
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 60 }), fc.constantFrom(1, 20_000), (some, times) => {
        const base = sumsOf(some);
        const { answers, answerSquares, rate } = base;
        const scaled: IndexSums = {
          ...{ ...base, answers: answers * times, answerSquares: answerSquares * times },
          rate: { sum: rate.sum * times, squares: rate.squares * times, cross: rate.cross * times },
        };
        const ratio = rate.sum / answers;
        const squares = some.reduce((sum, [m, x]) => sum + ((x - ratio * m) / (answers * times)) ** 2, 0) * times;
        expect(Math.abs(pooledSquares(scaled, scaled.rate) - squares)).toBeLessThanOrEqual(1e-9 * squares + 1e-20);
      }),
    );
  });

  test("is exactly 0 for a million people of the same mix, and 0 for nobody", () => {
    const persons = 1_000_000;
    const same = { sum: 22 * persons, squares: 484 * persons, cross: 22 * 31 * persons };
    const sums: IndexSums = {
      ...{ ...noIndexSums(), persons, answers: 31 * persons, answerSquares: 961 * persons },
      rate: same,
    };
    expect(pooledSquares(sums, same)).toBe(0);
    expect(pooledSquares(noIndexSums(), noIndexSums().rate)).toBe(0);
  });
});
