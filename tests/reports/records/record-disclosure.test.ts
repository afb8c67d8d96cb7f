import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protectRecords } from "~/reports/records/record-disclosure";
import { HalfDayFinder, protectTimes, type TimeDetail } from "~/reports/records/record-time";
import { atOnce } from "~/reports/records/steps";

const protect = (groups: number[], columns: number[][], k = 5) =>
  atOnce(
    protectRecords({
      groups: Int32Array.from(groups),
      variables: columns.map((values, at) => ({ code: `v${at}`, values: Int32Array.from(values) })),
      k,
    }),
  );

describe("k-anonymity by local suppression", () => {
  it("leaves out the value of the one who stands out, and of the fewest others that hide who it was", () => {
    // Nine women and one man: he alone would be blank, so the women's class follows him.
    const found = protect(Array(10).fill(0), [[...Array(9).fill(1), 2]]);
    expect(found.cells).toEqual([10]);
    expect(found.smallest).toBe(10);
  });

  it("leaves out the variable with most values first, and only where it has to", () => {
    const sex = [...Array(10).fill(1), ...Array(10).fill(2)];
    const age = [...Array(10).fill(3), ...Array(5).fill(4), 5, 6, 7, 8, 9];
    const found = protect(Array(20).fill(0), [sex, age]);
    expect(found.cells).toEqual([0, 5]);
    expect([found.isSuppressed(15, 1), found.isSuppressed(15, 0), found.isSuppressed(0, 1)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(found.smallest).toBe(5);
  });

  it("judges each unit by itself", () => {
    const found = protect([...Array(6).fill(0), ...Array(6).fill(1)], [[1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6]]);
    expect(found.cells).toEqual([6]);
    expect(found.isSuppressed(0, 0)).toBe(false);
  });

  it("leaves no class of fewer than k in any unit of k or more, and changes nothing but by leaving out", () => {
    const record = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(9), fc.nat(3));
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 120 }), (records) => {
        const columns = [1, 2, 3].map((at) => records.map((one) => one[at] ?? 0));
        const groups = records.map(([group]) => group);
        const found = protect(groups, columns);
        const classes = new Map<string, number>();
        const keyOf = (at: number) =>
          [groups[at], ...columns.map((values, v) => (found.isSuppressed(at, v) ? 0 : values[at]))].join("/");
        for (const at of records.keys()) classes.set(keyOf(at), (classes.get(keyOf(at)) ?? 0) + 1);
        for (const at of records.keys()) {
          const unit = groups.filter((group) => group === groups[at]).length;
          expect(classes.get(keyOf(at))).toBeGreaterThanOrEqual(Math.min(5, unit));
        }
        for (const [v, cells] of found.cells.entries())
          expect(records.filter((_, at) => found.isSuppressed(at, v))).toHaveLength(cells);
      }),
    );
  });
});

describe("time of a record", () => {
  const finder = new HalfDayFinder("Asia/Ho_Chi_Minh");

  it("is no finer than the half-day of the province", () => {
    expect(finder.halfDayOf("2026-03-04T17:00:00.000Z")).toBe("2026-03-05T00:00");
    expect(finder.halfDayOf("2026-03-05T04:59:59.999Z")).toBe("2026-03-05T00:00");
    expect(finder.halfDayOf("2026-03-05T05:00:00.000Z")).toBe("2026-03-05T12:00");
    expect(new HalfDayFinder("Asia/Kolkata").halfDayOf("2026-03-05T06:29:00.000Z")).toBe("2026-03-05T00:00");
    expect(new HalfDayFinder("Asia/Kolkata").halfDayOf("2026-03-05T06:30:00.000Z")).toBe("2026-03-05T12:00");
  });

  it("is the day where one half has too few, and nothing where the day has", () => {
    const halfDays = [
      ...Array(6).fill("2026-03-05T00:00"),
      "2026-03-05T12:00",
      ...Array(5).fill("2026-03-06T00:00"),
      "2026-03-07T00:00",
    ];
    const told = (detail: TimeDetail) => atOnce(protectTimes({ groups: new Int32Array(13), halfDays, detail, k: 5 }));
    const times = told("half-day");
    expect(new Set(times.slice(0, 7))).toEqual(new Set(["2026-03-05"]));
    expect(new Set(times.slice(7, 12))).toEqual(new Set(["2026-03-06T00:00"]));
    expect(times[12]).toBeNull();
    expect(new Set(told("day").slice(7, 12))).toEqual(new Set(["2026-03-06"]));
    expect(new Set(told("none"))).toEqual(new Set([null]));
  });
});
