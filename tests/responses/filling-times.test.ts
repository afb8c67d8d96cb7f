import { describe, expect, it } from "vitest";
import { believableTimes, standingAfterClose } from "~/responses/filling-times";

const arrival = new Date("2026-06-10T03:00:00.000Z");
const ZONE = "Asia/Ho_Chi_Minh";

function times(startedAt: string | null, finishedAt: string | null) {
  return believableTimes({ startedAt, finishedAt }, arrival);
}

describe("the times that a page told", () => {
  it("are kept where they can be so", () => {
    expect(times("2026-06-09T10:00:00+07:00", "2026-06-09T10:05:00+07:00")).toEqual({
      startedAt: "2026-06-09T03:00:00.000Z",
      finishedAt: "2026-06-09T03:05:00.000Z",
      finishTold: true,
    });
  });

  it.each([
    ["in the future", "2026-06-10T03:00:01.000Z"],
    ["more than 31 days ago", "2026-05-10T02:59:59.000Z"],
    ["before the start", "2026-06-09T02:59:59.000Z"],
    ["not told", null],
  ])("a finish %s is the arrival", (_, finishedAt) => {
    expect(times("2026-06-09T03:00:00Z", finishedAt)).toEqual({
      startedAt: "2026-06-09T03:00:00.000Z",
      finishedAt: arrival.toISOString(),
      finishTold: false,
    });
  });

  it.each(["2026-06-10T03:00:01Z", "2026-05-01T03:00:00Z", null])("a start of %s is not known", (startedAt) => {
    expect(times(startedAt, null).startedAt).toBe(null);
  });
});

describe("a form that arrives after the close", () => {
  const standing = (finishedAt: string, arrived: string, closedAt: string | null = null) =>
    standingAfterClose({ status: "closed", closesOn: "2026-06-30", closedAt }, { finishedAt }, new Date(arrived), ZONE);

  it("is in time when finished before the last day ended in the province and arrived within seven days", () => {
    expect(standing("2026-06-30T16:59:59.999Z", "2026-07-01T01:00:00Z")).toBe("in-time");
    expect(standing("2026-06-30T17:00:00.000Z", "2026-07-01T01:00:00Z")).toBe("after-close");
    expect(standing("2026-06-20T03:00:00.000Z", "2026-07-07T16:59:59Z")).toBe("in-time");
    expect(standing("2026-06-20T03:00:00.000Z", "2026-07-07T17:00:00Z")).toBe("late");
  });

  it("is measured against the instant of a close by hand, whichever comes first", () => {
    const closedAt = "2026-06-15T09:00:00.000Z";
    expect(standing("2026-06-15T08:59:59.999Z", "2026-06-16T01:00:00Z", closedAt)).toBe("in-time");
    expect(standing("2026-06-15T09:00:00.000Z", "2026-06-16T01:00:00Z", closedAt)).toBe("after-close");
    expect(standing("2026-06-15T08:00:00.000Z", "2026-06-22T17:00:00Z", closedAt)).toBe("late");
    expect(standing("2026-07-01T03:00:00.000Z", "2026-07-02T03:00:00Z", "2026-07-05T03:00:00.000Z")).toBe(
      "after-close",
    );
  });

  it("cannot be placed before a close by hand that nobody noted", () => {
    expect(standing("2026-06-10T03:00:00.000Z", "2026-06-11T03:00:00Z")).toBe("after-close");
  });
});
