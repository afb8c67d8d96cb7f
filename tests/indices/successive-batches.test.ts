import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BATCH } from "~/indices/published-batches";
import { branchSums, withheldGroups } from "~/indices/withheld-groups";
import { Published } from "./support/published-bounds";

const UNITS = [
  ...[
    { key: "v", parentKey: null },
    { key: "u1", parentKey: "v" },
    { key: "u2", parentKey: "v" },
    { key: "u3", parentKey: "v" },
  ],
  ...[
    { key: "u4", parentKey: null },
    { key: "u5", parentKey: null },
  ],
];
const LEAVES = ["u1", "u2", "u3", "u4", "u5"] as const;
const SUMS = branchSums(UNITS);

interface State {
  /** Persons of every group. */
  persons: ReadonlyMap<string, number>;
  hidden: ReadonlySet<string>;
}

/** What one publication after another withholds, each with what the last one did. */
function publications(looks: readonly ReadonlyMap<string, number>[], remembers = true): State[] {
  const states: State[] = [];
  for (const leaves of looks) {
    const of = (keys: readonly string[]) => keys.reduce((sum, key) => sum + (leaves.get(key) ?? 0), 0);
    const persons = new Map([["*", of(LEAVES)], ["v", of(["u1", "u2", "u3"])], ...leaves]);
    const before = remembers ? (states.at(-1)?.hidden ?? []) : [];
    states.push({ persons, hidden: withheldGroups({ persons, sums: SUMS, minimum: BATCH, before }) });
  }
  return states;
}

/** Everything that whoever kept all publications knows: every group only ever grows. */
function known(states: readonly State[]): Published {
  const told = new Published();
  states.forEach(({ persons, hidden }, look) => {
    for (const [key, many] of persons) {
      told.say(`${look} ${key}`, many, !hidden.has(key));
      if (look === 0) continue;
      told.say(`new ${look} ${key}`, many - (states[look - 1]?.persons.get(key) ?? 0), false);
      told.sum(`${look} ${key}`, [`${look - 1} ${key}`, `new ${look} ${key}`]);
    }
    for (const prefix of look === 0 ? ["0"] : [`${look}`, `new ${look}`])
      for (const { total, parts } of SUMS)
        told.sum(
          `${prefix} ${total}`,
          parts.map((part) => `${prefix} ${part}`),
        );
  });
  return told;
}

/** Width by masked number of persons, whenever it was masked; what came in between two looks is nobody's figure. */
function widths(states: readonly State[]): [string, number][] {
  return [...known(states).widths(Number.POSITIVE_INFINITY)].filter(([name]) => !name.startsWith("new"));
}

const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 60 }));
const batches = fc.tuple(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 1 }),
  fc.integer({ min: 0, max: 2 }),
);
const growth = fc.record(Object.fromEntries(LEAVES.map((key) => [key, fc.tuple(size, batches)])));

/** A first publication, and three more to which every unit has brought whole batches. */
function looksOf(given: Readonly<Record<string, readonly [number, readonly number[]]>>): Map<string, number>[] {
  return [0, 1, 2, 3].map(
    (look) =>
      new Map(
        LEAVES.map((key) => {
          const [first, more] = given[key] ?? [0, []];
          return [key, first + more.slice(0, look).reduce((sum, one) => sum + BATCH * one, 0)];
        }),
      ),
  );
}

describe("one publication after another", () => {
  const example = [11, 20].map(
    (grown, look) =>
      new Map([
        ["u1", 11],
        ["u2", look === 0 ? 10 : grown],
        ["u3", 1],
        ["u4", 40],
        ["u5", 50],
      ]),
  );

  test("11, 10 and 1, then 11, 20 and 1: the second withholds what the first did, and not the 11 that stood there", () => {
    expect(publications(example).map(({ hidden }) => [...hidden])).toEqual([
      ["u2", "u3"],
      ["u2", "u3"],
    ]);
    for (const [name, width] of widths(publications(example))) expect(width, name).toBeGreaterThan(BATCH - 1e-5);
  });

  test("without memory of the first the 1 follows by subtraction: 32 − 20 − 11", () => {
    const forgetful = new Map(widths(publications(example, false)));
    expect(forgetful.get("1 u3")).toBeLessThan(BATCH - 1e-5);
  });

  test("what no group needs any more is told again", () => {
    const grown = new Map([...(example[1] ?? []), ["u3", 11]]);
    expect([...(publications([...example, grown]).at(-1)?.hidden ?? [])]).toEqual([]);
  });

  test("whoever kept all of them finds every masked number in an interval as wide as the minimum", () => {
    let toldLater = 0;
    let kept = 0;
    fc.assert(
      fc.property(growth, (given) => {
        const states = publications(looksOf(given));
        for (const [name, width] of widths(states)) expect(width, name).toBeGreaterThan(BATCH - 1e-5);
        states.slice(1).forEach(({ hidden }, look) => {
          for (const key of states[look]?.hidden ?? []) hidden.has(key) ? kept++ : toldLater++;
        });
      }),
      { numRuns: 250 },
    );
    // The sequences are such that something happens in them.
    expect(Math.min(kept, toldLater)).toBeGreaterThan(100);
  });
});
