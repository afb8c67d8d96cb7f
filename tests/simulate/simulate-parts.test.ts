import { describe, expect, test } from "vitest";
import { addDays } from "~/i18n/dates";
import administration from "../../scripts/simulate/comments/administration";
import education from "../../scripts/simulate/comments/education";
import health from "../../scripts/simulate/comments/health";
import { fieldworkDays, finishTimes } from "../../scripts/simulate/fieldwork-calendar";
import { normal, pickWeighted, randomFor, shuffled } from "../../scripts/simulate/random";
import { unitSizes } from "../../scripts/simulate/unit-sizes";

describe("the generator", () => {
  const draws = (name: string, count: number) => Array.from({ length: count }, randomFor(name));

  test("gives the same numbers for the same name and others for another", () => {
    expect(draws("a", 5)).toEqual(draws("a", 5));
    expect(draws("a", 5)).not.toEqual(draws("b", 5));
  });

  test("is even, and normal numbers have mean 0 and variance 1", () => {
    const count = 20_000;
    const even = draws("even", count);
    expect(even.every((value) => value >= 0 && value < 1)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth++) {
      const inside = even.filter((value) => Math.floor(value * 10) === tenth).length;
      expect(Math.abs(inside - count / 10)).toBeLessThan(200);
    }
    const random = randomFor("normal");
    const values = Array.from({ length: count }, () => normal(random));
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  test("draws by weight, never what weighs nothing, and shuffles without loss", () => {
    const random = randomFor("weights");
    const drawn = Array.from({ length: 3000 }, () =>
      pickWeighted(random, [
        ["often", 3],
        ["never", 0],
        ["seldom", 1],
      ]),
    );
    expect(drawn).not.toContain("never");
    expect(drawn.filter((value) => value === "often").length / drawn.length).toBeCloseTo(0.75, 1);
    expect(() => pickWeighted(random, [["never", 0]])).toThrow(RangeError);
    expect(shuffled(random, [1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("unit sizes", () => {
  test("keep the fixed ones, the empty and small ones, and about the total", () => {
    const keys = Array.from({ length: 50 }, (_, index) => `unit-${index}`);
    const plan = { total: 8000, spread: 0.7, empty: 2, tiny: 3, small: 4, fixed: { "unit-7": 900 } };
    const sizes = unitSizes(keys, plan, randomFor("sizes"));
    const all = [...sizes.values()];
    expect(sizes.get("unit-7")).toBe(900);
    expect(all).toHaveLength(50);
    expect(all.filter((size) => size === 0)).toHaveLength(2);
    expect(all.filter((size) => size >= 3 && size <= 9)).toHaveLength(3);
    expect(all.filter((size) => size >= 10 && size <= 29)).toHaveLength(4);
    expect(Math.abs(all.reduce((sum, size) => sum + size, 0) - 8000)).toBeLessThan(200);
  });
});

describe("fieldwork", () => {
  test("counts days over the end of a month and a year", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  });

  test("keeps open hours in the time zone, east and west of UTC and over a change of clocks", () => {
    const hours = { weekdays: [1, 1, 1, 1, 1, 1, 1], stretches: [[[8 * 60, 9 * 60], 1]] } as const;
    for (const timeZone of ["Asia/Ho_Chi_Minh", "America/New_York", "UTC"]) {
      const random = randomFor(timeZone);
      // New York puts its clocks back on 1 November 2026.
      const draw = finishTimes(fieldworkDays("2026-10-30", "2026-11-03", timeZone), hours);
      const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
      for (let draws = 0; draws < 100; draws++) expect(clock.format(draw(random))).toBe("08");
    }
  });

  test("rests on days that weigh nothing", () => {
    const hours = { weekdays: [0, 1, 1, 1, 1, 1, 0], stretches: [[[8 * 60, 9 * 60], 1]] } as const;
    const random = randomFor("weekdays");
    const draw = finishTimes(fieldworkDays("2026-11-01", "2026-11-30", "UTC"), hours);
    for (let draws = 0; draws < 200; draws++) expect([0, 6]).not.toContain(new Date(draw(random)).getUTCDay());
  });
});

describe.each(Object.entries({ administration, health, education }))("comments of %s", (_sector, bank) => {
  const sentences = [...bank.praise, ...bank.complaint, ...bank.suggestion, ...bank.brief];

  test("are at least sixty, all different, in composed Vietnamese", () => {
    expect(sentences.length).toBeGreaterThanOrEqual(60);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.map((sentence) => sentence.normalize("NFC"))).toEqual(sentences);
  });

  test("hold no digits, addresses or handles that could point to a person", () => {
    expect(sentences.filter((sentence) => /[\d@]|https?:/.test(sentence))).toEqual([]);
  });
});
