import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatOpenHours, isOpenAt, parseOpenHours } from "~/collection-points/open-hours";

const HOURS = "T2-T6 07:30-11:30,13:30-17:00; T7 07:30-11:30";
const read = (typed: string) => {
  const result = parseOpenHours(typed);
  return result.ok ? result.hours : result.reason;
};

describe("open hours", () => {
  it.each([
    [HOURS, HOURS],
    ["", null],
    ["  ", null],
    ["Thứ 2 – Thứ 6: 7h30 - 11h30, 13h30 - 17h; thứ bảy 7h30-11h30", HOURS],
    ["thứ hai đến thứ sáu 7:30-11:30,13:30-17:00\nT7 7:30-11:30", HOURS],
    ["T7 07:30-11:30; T6,T2-T5 13:30-17:00; T2-T6 07:30-11:30", HOURS],
    ["CN 8:00-24:00", "CN 08:00-24:00"],
    ["T2 08:00-10:00,09:00-12:00", "T2 08:00-12:00"],
    ["T2,T4,T6 8h-11h", "T2 08:00-11:00; T4 08:00-11:00; T6 08:00-11:00"],
    ["chủ nhật 7 giờ 30 đến 11 giờ", "CN 07:30-11:00"],
  ])("read %j as %j", (typed, hours) => expect(read(typed)).toBe(hours));

  it.each([
    "giờ hành chính",
    "T8 07:30-11:30",
    "T2 25:00-26:00",
    "T6-T2 07:00-08:00",
    "T2 7:60-8:00",
    "T2",
    ";",
    "07:30-11:30",
  ])("refuse %j with an example", (typed) => expect(read(typed)).toContain("Viết giờ mở cửa như mẫu: T2-T6"));

  it("refuse a shift over midnight and what is far too long", () => {
    expect(read("T2 22:00-06:00")).toContain("ca qua đêm viết thành hai ngày");
    expect(read("T2 ".repeat(200))).toBe("Giờ mở cửa dài quá.");
  });

  it("are told in both languages", () => {
    expect(formatOpenHours(HOURS)).toBe("T2–T6 07:30–11:30, 13:30–17:00; T7 07:30–11:30");
    expect(formatOpenHours(HOURS, "en")).toBe("Mon–Fri 07:30–11:30, 13:30–17:00; Sat 07:30–11:30");
    expect(formatOpenHours(null)).toBeNull();
  });

  it.each([
    ["2026-06-01T00:29:00Z", false],
    ["2026-06-01T00:30:00Z", true],
    ["2026-06-01T04:30:00Z", false],
    ["2026-06-06T01:00:00Z", true],
    ["2026-06-06T07:00:00Z", false],
    ["2026-06-06T18:00:00Z", false],
  ])("at %s the counter in Thanh Hóa is open: %s", (instant, open) =>
    expect(isOpenAt(HOURS, new Date(instant), "Asia/Ho_Chi_Minh")).toBe(open),
  );

  it("that are not told say nothing", () => expect(isOpenAt(null, new Date(), "Asia/Ho_Chi_Minh")).toBeNull());

  it("are their own normal form, which says the same and is read at once whatever was typed", () => {
    const names = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
    const two = (value: number) => String(value).padStart(2, "0");
    const entry = fc
      .tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }))
      .filter(([, start, end]) => start < end)
      .map(
        ([day, start, end]) =>
          `${day} ${two(Math.floor(start / 60))}:${two(start % 60)}-${two(Math.floor(end / 60))}:${two(end % 60)}`,
      );
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 7 }), (entries) => {
        const once = read(entries.join("; ")) as string;
        expect(once).toMatch(/^(T\d|CN)/);
        expect(read(once)).toBe(once);
        expect(read(formatOpenHours(once) ?? "")).toBe(once);
      }),
    );
    fc.assert(fc.property(fc.string(), (typed) => void parseOpenHours(typed)));
  });
});
