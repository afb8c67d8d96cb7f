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
const sizes = fc.tuple(size, size, size);
/** Persons by value: of the units, and of the branch `v` those who belong to none of its units. */
const table = fc.record({ u1: sizes, u2: sizes, u3: sizes, u4: sizes, v: sizes });
type Table = Readonly<Record<string, readonly number[]>>;

interface Pages {
  /** How many values there are. */
  values: number;
  /** Least persons by value. */
  least?: (value: number) => number;
  /** Whether the results page tells the values of all units together, as it does channels. */
  elsewhere?: boolean;
}

/**
 * What is published of units × values: persons of units that are counted, and of the cells that are not masked.
 * @param figures whether of figures, which tell less: those of counted units may be withheld.
 * @param nothing whether this page tells no cell at all: what follows even so is told by others, and no mask can help it.
 */
function published(
  own: Table,
  { values: many, least, elsewhere = false }: Pages,
  nothing = false,
  figures = false,
): Published {
  const values = VALUES.slice(0, many);
  const of = (keys: readonly string[]) =>
    values.map((_, at) => keys.reduce((sum, key) => sum + (own[key]?.[at] ?? 0), 0));
  const counts = new Map([
    ["*", of([...LEAVES, "v"])],
    ["v", of(["u1", "u2", "v"])],
  ]);
  for (const key of LEAVES) counts.set(key, of([key]));
  const whole = (key: string) => (counts.get(key) ?? []).reduce((sum, one) => sum + one, 0);
  const persons = new Map([...counts.keys()].map((key) => [key, whole(key)]));
  const sums = branchSums(UNITS);
  const all = elsewhere ? [...sums, { total: "*", parts: values.map((value) => `c${value}`) }] : sums;
  if (elsewhere) for (const value of values) persons.set(`c${value}`, counts.get("*")?.[value - 1] ?? 0);
  const uncounted = withheldGroups({ persons, sums: all, minimum: MINIMUMS.cell });
  const withheld = withheldGroups({ persons, sums: all, minimum: MINIMUMS.unit, withheld: uncounted });
  const counted = new Set([...counts.keys()].filter((key) => !uncounted.has(key)));
  const stateOf = (key: string) => (uncounted.has(key) ? "withheld" : withheld.has(key) ? "counted" : "told");
  const isHidden = splitMasks({
    ...{ units: UNITS, withheld, counted, minimums: MINIMUMS },
    dimensions: [
      {
        values: many,
        least,
        elsewhere: elsewhere ? (unit, value) => (unit === "*" ? stateOf(`c${value}`) : null) : undefined,
      },
    ],
    counts: new Map([...counts].map(([key, by]) => [key, Float64Array.of(whole(key), ...by)])),
  });
  const told = new Published();
  for (const key of counts.keys()) {
    told.say(key, whole(key), figures ? !withheld.has(key) : counted.has(key));
    for (const value of values) {
      const size = counts.get(key)?.[value - 1] ?? 0;
      const known =
        elsewhere && key === "*"
          ? figures
            ? stateOf(`c${value}`) === "told"
            : stateOf(`c${value}`) !== "withheld"
          : !nothing && !isHidden(key, [value]);
      told.say(`${key}=${value}`, size, known);
      if (size > 0 && size < (least?.(value) ?? MINIMUMS.unit))
        expect(isHidden(key, [value]), `${key}=${value}`).toBe(true);
      if (withheld.has(key)) expect(isHidden(key, [value]), `${key}=${value}`).toBe(true);
    }
  }
  // The branch's own persons stand nowhere.
  const rest = own.v ?? [];
  told.say(
    "v own",
    rest.slice(0, many).reduce((sum, one) => sum + one, 0),
    false,
  );
  for (const value of values) told.say(`v own=${value}`, rest[value - 1] ?? 0, false);
  for (const key of [...counts.keys(), "v own"])
    told.sum(
      key,
      values.map((value) => `${key}=${value}`),
    );
  for (const { total, parts } of sums) {
    const below = total === "v" ? [...parts, "v own"] : parts;
    told.sum(total, below);
    for (const value of values)
      told.sum(
        `${total}=${value}`,
        below.map((part) => `${part}=${value}`),
      );
  }
  return told;
}

/** Masked cells, and the branch's own persons where these are few, with the width of what follows of them. */
function expectWide(own: Table, pages: Pages): void {
  for (const figures of [false, true]) {
    // A number of ten or more is no secret where units with so few persons are counted; that their figures follow is.
    const below = figures ? Number.POSITIVE_INFINITY : MINIMUMS.cell;
    const possible = published(own, pages, true, figures).widths(below);
    for (const [name, width] of published(own, pages, false, figures).widths(below)) {
      const value = Number(name.split("=")[1]);
      const rest = name.startsWith("v own") ? (own.v?.[value - 1] ?? Number.POSITIVE_INFINITY) : 0;
      if (rest >= (pages.least?.(value) ?? MINIMUMS.unit)) continue;
      expect(width, name).toBeGreaterThan(Math.min(10, possible.get(name) ?? 10) - 1e-5);
    }
  }
}

it("leaves every masked cell of units × answers an interval as wide as the minimum, the numbers of units being told", () => {
  fc.assert(
    fc.property(table, (own) => expectWide(own, { values: 3 })),
    { numRuns: 150 },
  );
});

it("does so for units × channels, where the results page tells the channels of all units", () => {
  fc.assert(
    fc.property(table, (own) => expectWide(own, { values: 3, elsewhere: true })),
    { numRuns: 150 },
  );
});

it("does so for forms with and without a flag beside the whole", () => {
  fc.assert(
    fc.property(table, (own) => expectWide(own, { values: 2, least: (value) => (value === 2 ? 10 : 30) })),
    { numRuns: 150 },
  );
});
