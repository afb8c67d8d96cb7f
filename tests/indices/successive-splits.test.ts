import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, cellNumber, cellsOf } from "~/indices/split-cells";
import { type SplitInput, splitMasks } from "~/indices/split-masks";
import { branchSums, withheldGroups } from "~/indices/withheld-groups";
import { Published } from "./support/published-bounds";
import { splitMemory } from "./support/split-memory";

const UNITS = [
  { key: "v", parentKey: null },
  { key: "u1", parentKey: "v" },
  { key: "u2", parentKey: "v" },
  { key: "u3", parentKey: null },
];
const LEAVES = ["u1", "u2", "u3"];
const VALUES = [1, 2, 3];
const DIMENSIONS = [{ values: VALUES.length }];
const MINIMUMS = { cell: 10, unit: 10 };
const SUMS = branchSums(UNITS);
const KEYS = ["*", ...UNITS.map(({ key }) => key)];

/** Persons of each unit by value. */
type Look = Readonly<Record<string, readonly number[]>>;

interface Told {
  counts: ReadonlyMap<string, readonly number[]>;
  counted: ReadonlySet<string>;
  isHidden: (unit: string, cell: Cell) => boolean;
}

/** One telling after another; each knows what the last one told, or none does. */
function tellings(looks: readonly Look[], remembers: boolean): Told[] {
  const memory = remembers ? splitMemory() : undefined;
  let before: Iterable<string> = [];
  return looks.map((look) => {
    const of = (keys: readonly string[]) => VALUES.map((_, at) => sum(keys.map((key) => look[key]?.[at] ?? 0)));
    const counts = new Map([
      ["*", of(LEAVES)],
      ["v", of(["u1", "u2"])],
      ...LEAVES.map((key) => [key, of([key])] as const),
    ]);
    const persons = new Map([...counts].map(([key, own]) => [key, sum(own)]));
    const withheld = withheldGroups({ persons, sums: SUMS, minimum: MINIMUMS.cell, before });
    before = withheld;
    const counted = new Set(KEYS.filter((key) => !withheld.has(key)));
    const rows = new Map([...counts].map(([key, own]) => [key, Float64Array.of(sum(own), ...own)]));
    const input: SplitInput = {
      units: UNITS,
      dimensions: DIMENSIONS,
      counts: rows,
      withheld,
      counted,
      minimums: MINIMUMS,
      memory,
    };
    expect(cellsOf(DIMENSIONS)).toBe(1 + cellNumber(DIMENSIONS, [VALUES.length]));
    return { counts, counted, isHidden: splitMasks(input) };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/**
 * What whoever kept all tellings knows: of units × values, and that every group only ever grows.
 * @param silent the last table tells no value: what follows even so no mask of it can help.
 */
function known(told: readonly Told[], silent: boolean): Published {
  const published = new Published();
  told.forEach(({ counts, counted, isHidden }, look) => {
    const shows = (key: string, value: number) => !(silent && look === told.length - 1) && !isHidden(key, [value]);
    for (const key of KEYS) {
      const own = counts.get(key) ?? [];
      published.say(`${look} ${key}`, sum(own), counted.has(key));
      for (const value of VALUES) published.say(`${look} ${key}=${value}`, own[value - 1] ?? 0, shows(key, value));
      published.sum(
        `${look} ${key}`,
        VALUES.map((value) => `${look} ${key}=${value}`),
      );
    }
    for (const { total, parts } of SUMS)
      for (const cell of ["", ...VALUES.map((value) => `=${value}`)])
        published.sum(
          `${look} ${total}${cell}`,
          parts.map((part) => `${look} ${part}${cell}`),
        );
    if (look > 0)
      for (const key of LEAVES)
        for (const value of VALUES) published.atMost(`${look - 1} ${key}=${value}`, `${look} ${key}=${value}`);
  });
  return published;
}

/** Small groups of the last telling that everything told so far leaves in too narrow an interval. */
function narrow(told: readonly Told[]): string[] {
  const possible = known(told, true).widths(MINIMUMS.cell);
  return [...known(told, false).widths(MINIMUMS.cell)].flatMap(([name, width]) =>
    name.startsWith(`${told.length - 1} `) && width < Math.min(10, possible.get(name) ?? 10) - 1e-5 ? name : [],
  );
}

const size = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 60 }));
const growth = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 10, max: 40 }),
);
const grown = fc.record(
  Object.fromEntries(
    LEAVES.map((key) => [key, fc.array(fc.tuple(size, growth, growth), { minLength: 3, maxLength: 3 })]),
  ),
);

function looksOf(given: Readonly<Record<string, readonly (readonly [number, number, number])[]>>): Look[] {
  return [1, 2, 3].map((steps) =>
    Object.fromEntries(LEAVES.map((key) => [key, (given[key] ?? []).map((own) => sum(own.slice(0, steps)))])),
  );
}

describe("one telling of a split after another", () => {
  const all = [60, 60, 60];
  const example: Look[] = [
    { u1: [11, 10, 1], u2: all, u3: all },
    { u1: [11, 20, 1], u2: all, u3: all },
  ];

  test("withholds again what the last withheld, not the 11 that stood beside the 1", () => {
    const hidden = (told: readonly Told[]) =>
      told.map(({ isHidden }) => VALUES.filter((value) => isHidden("u1", [value])));
    expect(hidden(tellings(example, true))).toEqual([
      [2, 3],
      [2, 3],
    ]);
    expect(hidden(tellings(example, false))[1]).toEqual([1, 3]);
    expect(narrow(tellings(example, true))).toEqual([]);
    expect(narrow(tellings(example, false))).not.toEqual([]);
  });

  test("of the same numbers is the same", () => {
    fc.assert(
      fc.property(grown, (given) => {
        const [first, second] = looksOf(given);
        if (!first || !second) return;
        const told = tellings([first, second, second], true);
        for (const key of KEYS)
          for (const value of VALUES) expect(told[2]?.isHidden(key, [value])).toBe(told[1]?.isHidden(key, [value]));
      }),
      { numRuns: 100 },
    );
  });

  test("gives small groups away in far fewer sequences than without memory", () => {
    let [remembered, forgotten] = [0, 0];
    fc.assert(
      fc.property(grown, (given) => {
        const looks = looksOf(given);
        if (narrow(tellings(looks, true)).length > 0) remembered++;
        if (narrow(tellings(looks, false)).length > 0) forgotten++;
      }),
      { numRuns: 300, seed: 11 },
    );
    expect(forgotten).toBeGreaterThan(40);
    expect(remembered).toBeLessThan(forgotten / 2);
  });
});
