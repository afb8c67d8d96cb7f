import { expect, test } from "vitest";
import { lineSuppression } from "~/statistics/line-suppression";

/** A table of 2 × 3 with margins: cells 0–5, rows 6 and 7, columns 8–10. */
function table(sizes: readonly [number, number, number, number, number, number]) {
  const [a, b, c, d, e, f] = sizes;
  return {
    sizes: [...sizes, a + b + c, d + e + f, a + d, b + e, c + f],
    relations: [
      { total: 6, parts: [0, 1, 2] },
      { total: 7, parts: [3, 4, 5] },
      { total: 8, parts: [0, 3] },
      { total: 9, parts: [1, 4] },
      { total: 10, parts: [2, 5] },
    ],
    told: new Set([6, 7, 8, 9, 10]),
  };
}

test("a masked group takes others with it in its row and its column, until each line hides two of enough persons", () => {
  const masked = lineSuppression({ ...table([5, 40, 60, 50, 30, 70]), primary: [0], minimum: 10 });
  expect([...masked].sort((one, other) => one - other)).toEqual([0, 1, 3, 4]);
});

test("two small groups of one line that hold too few together take a third", () => {
  const masked = lineSuppression({
    ...{ sizes: [3, 4, 50, 80, 137], relations: [{ total: 4, parts: [0, 1, 2, 3] }] },
    ...{ told: new Set([4]), primary: [0, 1], minimum: 10 },
  });
  expect([...masked]).toEqual([0, 1, 2]);
});

test("a masked total does not follow from its parts, and nothing is masked where nothing is secret", () => {
  const line = { sizes: [20, 30, 50], relations: [{ total: 2, parts: [0, 1] }], told: new Set<number>(), minimum: 10 };
  expect([...lineSuppression({ ...line, primary: [2] })]).toEqual([2, 0]);
  expect(lineSuppression({ ...line, primary: [] }).size).toBe(0);
});

test("what stands nowhere and is small is protected like any small group", () => {
  const line = { sizes: [40, 60, 5, 105], relations: [{ total: 3, parts: [0, 1, 2] }], hidden: new Set([2]) };
  expect([...lineSuppression({ ...line, told: new Set([3]), primary: [], minimum: 10 })]).toEqual([0]);
});
