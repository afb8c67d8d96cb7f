import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complementarySuppression } from "~/statistics/complementary-suppression";
import { maskedWidths } from "./support/size-intervals";
import { anySystem, crossed, type NamedSystem, twoWay } from "./support/size-systems";

const isSmall = (minimum: number) => (size: number) => size > 0 && size < minimum;

function primaryOf({ sizes }: NamedSystem, minimum: number): number[] {
  return sizes.flatMap((size, cell) => (isSmall(minimum)(size) ? cell : []));
}

function suppress(system: NamedSystem, minimum = 10, primary = primaryOf(system, minimum)) {
  return complementarySuppression({ ...system, primary, minimum });
}

const namesOf = (system: NamedSystem, masked: ReadonlySet<number>) =>
  [...masked].map((cell) => system.names[cell]).sort();

describe("complementary suppression", () => {
  it("forces the whole of a 2 × 2 table whose margins are published", () => {
    const table = twoWay([
      [20, 4],
      [30, 46],
    ]);
    expect(namesOf(table, suppress(table))).toEqual(["1/0", "1/1", "2/0", "2/1"]);
  });

  it("hides the next smallest part with a small one: 40, 25 and 3 of 68", () => {
    const system = crossed([[1, 2, 3], [], [], []], [[], [40], [25], [3]], 1);
    expect(namesOf(system, suppress(system))).toEqual(["2/0", "3/0"]);
  });

  it("needs no more where the small ones protect each other, and one more where they are few", () => {
    const enough = crossed([[1, 2, 3], [], [], []], [[], [40], [8], [7]], 1);
    expect(namesOf(enough, suppress(enough))).toEqual(["2/0", "3/0"]);
    const few = crossed([[1, 2, 3, 4], [], [], [], []], [[], [40], [3], [2], [30]], 1);
    expect(namesOf(few, suppress(few))).toEqual(["2/0", "3/0", "4/0"]);
  });

  it("hides a total where nothing else can hide its only part, and never a group of nobody for that", () => {
    const chain = crossed([[1, 2], [3, 4], [], [], []], [[], [], [50], [4], [0]], 1);
    expect(namesOf(chain, suppress(chain))).toEqual(["1/0", "2/0", "3/0"]);
    const alone = crossed([[1, 2], [], []], [[], [4], [0]], 1);
    expect(namesOf(alone, suppress(alone))).toEqual(["0/0", "1/0"]);
  });

  it("counts a group that no surface shows as cover, and masks nothing more for it", () => {
    const system = crossed([[1, 2, 3], [], [], []], [[], [40], [25], [3]], 1);
    const hidden = new Set([2]);
    expect([...complementarySuppression({ ...system, hidden, primary: [3], minimum: 10 })]).toEqual([3]);
  });

  it("masks nothing where nothing is small, and nothing more where nothing is asked", () => {
    fc.assert(
      fc.property(anySystem, (system) => {
        expect(suppress(system, 10, []).size).toBe(0);
        expect([...suppress(system, 0, [0])]).toEqual([0]);
      }),
    );
  });

  it("leaves every masked size an interval as wide as the minimum, in tables, trees and both crossed", () => {
    fc.assert(
      fc.property(anySystem, fc.constantFrom(3, 10, 30), (system, minimum) => {
        const masked = suppress(system, minimum);
        for (const cell of primaryOf(system, minimum)) expect(masked).toContain(cell);
        for (const [cell, width] of maskedWidths(system, masked))
          expect(width, `${system.names[cell]} of ${namesOf(system, masked)}`).toBeGreaterThan(minimum - 1e-5);
      }),
      { numRuns: 400 },
    );
  });

  it("does so in whatever order the groups and relations come", () => {
    fc.assert(
      fc.property(anySystem, fc.infiniteStream(fc.nat()), (system, random) => {
        const order = system.sizes.map((_, cell) => ({ cell, key: random.next().value as number }));
        order.sort((one, other) => one.key - other.key);
        const placeOf = new Map(order.map(({ cell }, place) => [cell, place]));
        const place = (cell: number) => placeOf.get(cell) as number;
        const shuffled = {
          names: order.map(({ cell }) => system.names[cell] as string),
          sizes: order.map(({ cell }) => system.sizes[cell] as number),
          relations: system.relations
            .map(({ total, parts }) => ({ total: place(total), parts: parts.map(place) }))
            .reverse(),
        };
        const masked = suppress(shuffled);
        for (const width of maskedWidths(shuffled, masked).values()) expect(width).toBeGreaterThan(10 - 1e-5);
      }),
      { numRuns: 100 },
    );
  });

  it("masks no group of nobody as long as a total can be masked instead", () => {
    fc.assert(
      fc.property(anySystem, (system) => {
        for (const cell of suppress(system)) expect(system.sizes[cell]).toBeGreaterThan(0);
      }),
    );
  });

  it("masks one cycle of a table whose rows are published elsewhere, and leaves the other rows told", () => {
    const rows = [8, 60, 50, 40, 90, 30, 85, 61, 47, 72];
    const table = twoWay(Array.from({ length: rows.length / 2 }, (_, row) => rows.slice(2 * row, 2 * row + 2)));
    const fixed = new Set(table.names.flatMap((name, cell) => (name.endsWith("/2") ? cell : [])));
    const masked = complementarySuppression({ ...table, primary: primaryOf(table, 10), minimum: 10, fixed });
    expect(namesOf(table, masked)).toEqual(["1/0", "1/1", "2/0", "2/1"]);
  });

  it("masks what nobody chose where rows are published and nothing else hides a small cell", () => {
    const table = twoWay([
      [40, 4],
      [50, 0],
    ]);
    const fixed = new Set(table.names.flatMap((name, cell) => (/^0|2$/.test(name) ? cell : [])));
    const masked = complementarySuppression({ ...table, primary: [table.names.indexOf("1/1")], minimum: 4, fixed });
    expect(namesOf(table, masked)).toEqual(["1/0", "1/1", "2/0", "2/1"]);
  });

  it("refuses sizes that do not add up", () => {
    const relations = [{ total: 0, parts: [1, 2] }];
    expect(() => complementarySuppression({ sizes: [5, 3, 3], relations, primary: [1], minimum: 10 })).toThrow(
      "relation 0 does not add up",
    );
  });
});
