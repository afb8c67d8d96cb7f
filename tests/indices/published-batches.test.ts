import fc from "fast-check";
import { expect, test } from "vitest";
import { BATCH, batchesSince, stillWaiting } from "~/indices/published-batches";

const from = (unitId: number, persons: number) => Array.from({ length: persons }, () => ({ unitId }));

/** How many of a unit are in the figures after these arrivals of one day. */
const published = (rows: readonly { unitId: number }[], unitId: number) =>
  rows.filter((row) => row.unitId === unitId).length - stillWaiting(rows).filter((row) => row.unitId === unitId).length;

test("new responses count by tens", () => {
  expect([9, 10, 19, 25].map((persons) => published(from(1, persons), 1))).toEqual([0, 10, 10, 20]);
});

test("a unit's batch does not fill up with another unit's", () => {
  const both = [...from(1, 9), ...from(2, 11)];
  expect([published(both, 1), published(both, 2)]).toEqual([0, 10]);
});

test("the first of a batch counts before those that come after it", () => {
  const rows = from(1, 13).map((row, order) => ({ ...row, order }));
  expect(stillWaiting(rows).map(({ order }) => order)).toEqual([10, 11, 12]);
});

test("between two looks on one day a unit's figures differ by whole batches or not at all", () => {
  const arrival = fc.record({ unitId: fc.integer({ min: 1, max: 3 }) });
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 120 }), fc.nat({ max: 120 }), (rows, at) => {
      for (const unit of [1, 2, 3])
        expect((published(rows, unit) - published(rows.slice(0, at), unit)) % BATCH).toBe(0);
    }),
  );
});

test("the day begins in the time zone of the province; nothing waits once results are fixed", () => {
  const day = { today: "2026-06-03", timeZone: "Asia/Ho_Chi_Minh" };
  expect(batchesSince({ status: "open" }, day)).toBe("2026-06-02T17:00:00.000Z");
  expect(batchesSince({ status: "finalised" }, day)).toBeNull();
});
