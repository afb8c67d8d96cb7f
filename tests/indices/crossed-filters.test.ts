import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, cellNumber, cellsOf } from "~/indices/split-cells";
import { splitMasks } from "~/indices/split-masks";
import { withheldGroups } from "~/indices/withheld-groups";
import { Published } from "./support/published-bounds";

const DIMENSIONS = [{ values: 2 }, { values: 2 }, { values: 2 }];
const MINIMUMS = { cell: 10, unit: 10 };
const NODES = ["*", "u1", "u2"];
const UNITS = ["u1", "u2"].map((key) => ({ key, parentKey: null }));
const SUMS = [{ total: "*", parts: ["u1", "u2"] }];

/** Every cell, 0 taking the values of its dimension together. */
const CELLS: readonly Cell[] = DIMENSIONS.reduce<Cell[]>(
  (cells) => cells.flatMap((cell) => [0, 1, 2].map((value) => [...cell, value])),
  [[]],
);
const isFinest = (cell: Cell) => !cell.includes(0);

type Table = Readonly<Record<string, readonly number[]>>;

/** Numbers of every unit by cell, from those of its finest cells. */
function countsOf(table: Table): Map<string, Float64Array> {
  const finest = CELLS.filter(isFinest);
  const counts = new Map(NODES.map((key) => [key, new Float64Array(cellsOf(DIMENSIONS))]));
  for (const { key } of UNITS)
    finest.forEach((own, at) => {
      for (const cell of CELLS.filter((one) => one.every((value, way) => value === 0 || value === own[way])))
        for (const node of [key, "*"]) {
          const row = counts.get(node);
          const number = cellNumber(DIMENSIONS, cell);
          if (row) row[number] = (row[number] ?? 0) + (table[key]?.[at] ?? 0);
        }
    });
  return counts;
}

function published(table: Table) {
  const counts = countsOf(table);
  const persons = new Map([...counts].map(([key, own]) => [key, own[0] ?? 0]));
  const withheld = withheldGroups({ persons, sums: SUMS, minimum: MINIMUMS.cell });
  const counted = new Set(NODES.filter((key) => !withheld.has(key)));
  const isHidden = splitMasks({
    ...{ units: UNITS, dimensions: DIMENSIONS, counts, withheld, counted, minimums: MINIMUMS },
  });
  const numberOf = (node: string, cell: Cell) => counts.get(node)?.[cellNumber(DIMENSIONS, cell)] ?? 0;
  /** @param finest whether three filters at a time tell anything at all. */
  const known = (finest: boolean) => {
    const told = new Published();
    for (const node of NODES)
      for (const cell of CELLS)
        told.say(
          `${node} ${cell}`,
          numberOf(node, cell),
          cell.every((value) => value === 0) ? counted.has(node) : (finest || !isFinest(cell)) && !isHidden(node, cell),
        );
    for (const cell of CELLS) {
      told.sum(
        `* ${cell}`,
        UNITS.map(({ key }) => `${key} ${cell}`),
      );
      const way = cell.indexOf(0);
      if (way < 0) continue;
      for (const node of NODES)
        told.sum(`${node} ${cell}`, [`${node} ${cell.with(way, 1)}`, `${node} ${cell.with(way, 2)}`]);
    }
    return told;
  };
  const hidden = NODES.flatMap((node) => CELLS.filter(isFinest).flatMap((cell) => (isHidden(node, cell) ? node : [])));
  return { known, hidden };
}

const size = fc.oneof(
  fc.constant(0),
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 5, arbitrary: fc.integer({ min: 10, max: 60 }) },
);
const cells = fc.array(size, { minLength: 8, maxLength: 8 });

test("three filters at a time leave a small group as much room as two do, or as wide as the minimum", () => {
  let [looked, told] = [0, 0];
  fc.assert(
    fc.property(fc.record({ u1: cells, u2: cells }), (table) => {
      const { known, hidden } = published(table);
      if (hidden.length < NODES.length * 8) told++;
      const possible = known(false).widths(MINIMUMS.cell);
      for (const [name, width] of known(true).widths(MINIMUMS.cell)) {
        if (name.includes("0")) continue;
        looked++;
        expect(width, name).toBeGreaterThan(Math.min(MINIMUMS.cell, possible.get(name) ?? MINIMUMS.cell) - 1e-5);
      }
    }),
    { numRuns: 100 },
  );
  expect(looked).toBeGreaterThan(100);
  expect(told).toBeGreaterThan(10);
});
