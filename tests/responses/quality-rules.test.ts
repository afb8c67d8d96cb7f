import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FilledForm } from "~/responses/quality/filled-form";
import { findBursts } from "~/responses/quality/find-bursts";
import { findClosedHours } from "~/responses/quality/find-closed-hours";
import { findIdentical } from "~/responses/quality/find-identical";
import { findOutliers } from "~/responses/quality/find-outliers";
import { findSpeeders, medianSeconds } from "~/responses/quality/find-speeders";
import { findStraightLiners } from "~/responses/quality/find-straight-liners";
import { isOpenByHours } from "~/responses/quality/is-open-by-hours";
import { judgeForms } from "~/responses/quality/judge-forms";
import { bitOf, isFlagged, rulesOf } from "~/responses/quality/quality-rules";
import { QUALITY_DEFAULTS, qualitySettingsSchema } from "~/responses/quality/quality-settings";

/** A Monday, 09:00 in the province. */
const NINE = Date.parse("2026-06-01T02:00:00Z");
const MINUTE = 60_000;
const HOURS = new Map([[1, "T2-T6 07:30-11:30,13:30-17:00"]]);
const isOpen = isOpenByHours(HOURS, "Asia/Ho_Chi_Minh");
const judge = (forms: readonly FilledForm[]) => judgeForms(forms, { settings: QUALITY_DEFAULTS, isOpen });

let made = 0;

/** A form of two minutes at point 1 that no rule has anything against. */
function form(some: Partial<FilledForm> & { seconds?: number } = {}): FilledForm {
  const { seconds = 120, ...given } = some;
  const finishedAt = given.finishedAt ?? NINE;
  return {
    ...{ id: made++, unitId: 1, pointId: 1, channel: "qr", interviewer: null, levels: "454345445354" },
    ...{ startedAt: finishedAt - seconds * 1000, finishedAt },
    ...given,
  };
}

const several = (number: number, one: (index: number) => FilledForm) =>
  Array.from({ length: number }, (_, at) => one(at));

/** Forty quiet forms over forty days at point 2, of which no hours are told. */
const quiet = several(40, (day) =>
  form({
    pointId: 2,
    finishedAt: NINE - day * 1440 * MINUTE,
    levels: `45${((day * 977) % 1000) + 1000}`.replace(/[067890]/g, "3").padEnd(12, "4"),
  }),
);

describe("speeding", () => {
  it("is below a third of the median, and paper has no time", () => {
    const forms = [
      ...several(30, () => form({ seconds: 120 })),
      form({ seconds: 40 }),
      form({ seconds: 39 }),
      form({ seconds: 1, channel: "paper" }),
      form({ startedAt: null }),
    ];
    const median = medianSeconds(forms, 30);
    expect(median).toBe(120);
    expect(findSpeeders(forms, { median, times: 3 })).toEqual([31]);
    expect(medianSeconds(forms.slice(3), 30)).toBeNull();
    expect(medianSeconds([form({ seconds: 10 }), form({ seconds: 20 })], 1)).toBe(15);
  });
});

describe("straight-lining", () => {
  it("is one level over ten answers or more; what was not answered is left aside", () => {
    const levels = ["5555555555", "555555555 ", "5555 5555 55", "5555555554", " ".repeat(12)];
    expect(
      findStraightLiners(
        levels.map((one) => form({ levels: one })),
        10,
      ),
    ).toEqual([0, 2]);
  });
});

describe("identical answers", () => {
  const within = (forms: FilledForm[]) => findIdentical(forms, { minutes: 60, items: 10 }).sort((a, b) => a - b);

  it("are the same at one point within the hour, whatever stands between them", () => {
    const later = (minutes: number, some: Partial<FilledForm> = {}) =>
      form({ finishedAt: NINE + minutes * MINUTE, ...some });
    expect(within([later(0), later(30, { levels: "555435445354" }), later(60), later(121)])).toEqual([0, 2]);
    expect(within([later(0), later(1, { pointId: 2 })])).toEqual([]);
    expect(within([later(0), later(1, { channel: "paper" })])).toEqual([]);
    expect(within([later(0, { levels: "4".repeat(12) }), later(1, { levels: "4".repeat(12) })])).toEqual([]);
  });
});

describe("a burst", () => {
  const limits = { minutes: 30, atLeast: 10, times: 4 };
  const spread = several(100, (index) => form({ finishedAt: NINE + index * 45 * MINUTE }));

  it("is far more than the point usually has, and than chance", () => {
    const crowd = several(12, (index) => form({ finishedAt: NINE + 10_000 * MINUTE + index * 1000 }));
    expect(findBursts([...spread, ...crowd], limits)).toHaveLength(12);
    expect(findBursts([...spread, ...crowd.slice(0, 8)], limits)).toEqual([]);
  });

  it("is not the usual number of a busy point, nor a first crowd of which nothing usual is known", () => {
    const busy = several(400, (index) => form({ finishedAt: NINE + index * 2 * MINUTE }));
    expect(findBursts(busy, limits)).toEqual([]);
    expect(
      findBursts(
        several(50, (index) => form({ finishedAt: NINE + index * 1000 })),
        limits,
      ),
    ).toEqual([]);
  });
});

describe("closed hours", () => {
  const closed = (forms: FilledForm[]) => findClosedHours(forms, { isOpen, graceMinutes: 60, atLeast: 3 });
  const evening = (number: number, some: Partial<FilledForm> = {}) =>
    several(number, (index) => form({ finishedAt: NINE + (11 * 60 + index) * MINUTE, ...some }));

  it("are three or more in one evening at a point whose hours are told", () => {
    expect(closed(evening(3))).toEqual([0, 1, 2]);
    expect(closed(evening(2))).toEqual([]);
    expect(closed(evening(5, { pointId: 2 }))).toEqual([]);
    expect(closed(evening(5, { channel: "paper" }))).toEqual([]);
  });

  it("follow a day that is open for half of it", () => {
    const saturday = Date.parse("2026-06-06T00:00:00Z");
    const isOpenThen = isOpenByHours(new Map([[1, "T2-T6 07:30-17:00; T7 07:30-11:30"]]), "Asia/Ho_Chi_Minh");
    const found = (hour: number, day = saturday) =>
      findClosedHours(
        several(4, (index) => form({ finishedAt: day + ((hour - 7) * 60 + index) * MINUTE })),
        { isOpen: isOpenThen, graceMinutes: 60, atLeast: 3 },
      ).length;
    // In the morning, within the hour after noon, in the afternoon; the same afternoon hour of the Friday before.
    expect([found(9), found(12), found(15), found(15, saturday - 1440 * MINUTE)]).toEqual([0, 0, 4, 0]);
  });

  it("are not the lunch hour, nor two evenings of two", () => {
    expect(closed(several(9, (index) => form({ finishedAt: NINE + (155 + 5 * index) * MINUTE })))).toEqual([]);
    expect(
      closed([...evening(2), ...evening(2).map((one) => ({ ...one, finishedAt: one.finishedAt + 1440 * MINUTE }))]),
    ).toEqual([]);
  });
});

describe("interviewers who stand out", () => {
  const limits = { atLeast: 20, points: 10 };
  const interviewed = (name: string, number: number, marked: number) => ({
    forms: several(number, () => form({ interviewer: name, channel: "interviewer" })),
    bits: Array.from({ length: number }, (_, at) => (at < marked ? bitOf("straight-lining") : 0)),
  });
  const found = (groups: ReturnType<typeof interviewed>[]) =>
    findOutliers(
      groups.flatMap(({ forms }) => forms),
      groups.flatMap(({ bits }) => bits),
      ({ interviewer }) => interviewer,
      limits,
    ).map(({ group, by }) => [group, by]);

  it("do so far above the others and above chance, and do not hide each other", () => {
    const others = ["c", "d", "e"].map((name) => interviewed(name, 60, 4));
    const two = [interviewed("a", 60, 30), interviewed("b", 60, 30)];
    expect(found([...two, ...others])).toEqual([
      ["a", "straight-lining"],
      ["b", "straight-lining"],
    ]);
    expect(found([interviewed("a", 60, 8), ...others])).toEqual([]);
    expect(found([interviewed("a", 19, 19), ...others])).toEqual([]);
    expect(found([interviewed("a", 60, 30)])).toEqual([]);
  });
});

describe("all rules together", () => {
  const fast = form({ pointId: 2, seconds: 5 });
  const fastAndStraight = form({ pointId: 2, seconds: 5, levels: "5".repeat(12) });
  const straight = form({ pointId: 2, levels: "5".repeat(12) });

  it("open to exclusion only what two independent kinds agree about", () => {
    const { bits, excludable } = judge([fast, fastAndStraight, straight, ...quiet]);
    expect([...bits.slice(0, 3)].map(rulesOf)).toEqual([
      ["speeding"],
      ["speeding", "straight-lining"],
      ["straight-lining"],
    ]);
    expect([...bits.slice(0, 3)].map(isFlagged)).toEqual([true, true, false]);
    expect([...excludable.slice(0, 3)]).toEqual([0, 1, 0]);
    expect([...bits.slice(3)].every((one) => one === 0)).toBe(true);
  });

  it("take the speed of a straight-liner for evidence of its own only where nobody could be so fast", () => {
    const at = (seconds: number) => form({ pointId: 2, seconds, levels: "5".repeat(12) });
    const { bits, excludable } = judge([at(35), at(19), ...quiet]);
    expect([...bits.slice(0, 2)].map(rulesOf)).toEqual(Array(2).fill(["speeding", "straight-lining"]));
    expect([...excludable.slice(0, 2)]).toEqual([0, 1]);
  });

  it("count an interviewer who stands out by straight-lining not twice against a straight-liner", () => {
    const told = (name: string, number: number, levels: string) =>
      several(number, (index) =>
        form({
          pointId: 2,
          finishedAt: NINE + index * 1440 * MINUTE,
          channel: "interviewer",
          interviewer: name,
          levels,
        }),
      );
    const made = told("a", 40, "5".repeat(12));
    const quick = form({ pointId: 2, channel: "interviewer", interviewer: "a", seconds: 5 });
    const forms = [...made, quick, ...told("b", 40, "454345445354"), ...told("c", 40, "454345445355"), ...quiet];
    const { excludable, interviewers, bits } = judge(forms);
    expect(interviewers.map(({ group }) => group)).toEqual(["a"]);
    expect(rulesOf(bits[0] ?? 0)).toEqual(["straight-lining", "interviewer"]);
    expect([...excludable].flatMap((one, at) => (one === 1 ? [at] : []))).toEqual([40]);
  });

  const anyForm = fc
    .record({
      pointId: fc.constantFrom(1, 2, null),
      channel: fc.constantFrom("qr", "kiosk", "paper", "interviewer", "link"),
      interviewer: fc.constantFrom("a", "b", null),
      minutes: fc.integer({ min: 0, max: 3 * 1440 }),
      seconds: fc.integer({ min: 1, max: 600 }),
      levels: fc.constantFrom("5".repeat(12), "4".repeat(12), "454345445354", "343445345435", "5 5 5 5 "),
    })
    .map(({ minutes, seconds, ...one }) =>
      form({ ...one, seconds, finishedAt: NINE + minutes * MINUTE } as Partial<FilledForm>),
    );

  it("find the same whatever the order of the forms", () => {
    fc.assert(
      fc.property(fc.array(anyForm, { minLength: 30, maxLength: 120 }), fc.integer(), (forms, turn) => {
        const order = forms.map((one, at) => ({ one, key: Math.imul(at + 1, turn | 1) })).sort((a, b) => a.key - b.key);
        const other = order.map(({ one }) => one);
        const asFound = (list: FilledForm[]) => {
          const { bits, excludable } = judge(list);
          return new Map(list.map(({ id }, at) => [id, `${bits[at]}/${excludable[at]}`]));
        };
        const [first, second] = [asFound(forms), asFound(other)];
        for (const [id, found] of first) expect(second.get(id)).toBe(found);
      }),
      { numRuns: 40 },
    );
  });

  it("find nothing among fewer than thirty forms", () => {
    fc.assert(
      fc.property(fc.array(anyForm, { maxLength: 29 }), (forms) => {
        const { bits, excludable, interviewers, channels } = judge(forms);
        return !bits.some(Boolean) && !excludable.some(Boolean) && interviewers.length + channels.length === 0;
      }),
    );
  });
});

describe("the thresholds", () => {
  it("have defaults within their limits, and name what is out of them", () => {
    expect(qualitySettingsSchema.parse(QUALITY_DEFAULTS)).toEqual(QUALITY_DEFAULTS);
    const wrong = qualitySettingsSchema.safeParse({ ...QUALITY_DEFAULTS, straightItems: "3", burstTimes: "nhiều" });
    expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["straightItems", "Ghi số nguyên từ 10 đến 200"],
      ["burstTimes", "Ghi số nguyên từ 2 đến 100"],
    ]);
  });
});
