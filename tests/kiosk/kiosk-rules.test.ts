import { describe, expect, it } from "vitest";
import { kioskInputSchema, kioskState } from "~/collection-points/kiosk";
import { formatAgo, formatMoment } from "~/i18n/dates";

const NOW = new Date("2026-06-01T03:00:00Z");
const secondsAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1000).toISOString();

describe("the state of a tablet", () => {
  it.each([
    ["waiting", { tokenHash: null, lastSeenAt: null, revokedAt: null }],
    ["in-use", { tokenHash: "h", lastSeenAt: secondsAgo(60), revokedAt: null }],
    ["in-use", { tokenHash: "h", lastSeenAt: secondsAgo(24 * 3600), revokedAt: null }],
    ["silent", { tokenHash: "h", lastSeenAt: secondsAgo(24 * 3600 + 1), revokedAt: null }],
    ["revoked", { tokenHash: null, lastSeenAt: secondsAgo(60), revokedAt: secondsAgo(30) }],
  ])("is %s for %o", (state, kiosk) => {
    expect(kioskState(kiosk, NOW)).toBe(state);
  });
});

it.each([
  [0, "vừa xong"],
  [119, "vừa xong"],
  [120, "2 phút trước"],
  [3599, "59 phút trước"],
  [3600, "1 giờ trước"],
  [3 * 3600 + 1800, "3 giờ trước"],
  [24 * 3600, "1 ngày trước"],
  [-30, "vừa xong"],
])("%d seconds ago reads “%s”", (seconds, words) => {
  expect(formatAgo(new Date(secondsAgo(seconds)), NOW)).toBe(words);
});

it("tells a moment in the province's time", () => {
  expect(formatMoment(new Date("2026-05-31T17:05:00Z"), "Asia/Ho_Chi_Minh")).toBe("01/06/2026 00:05");
});

it("asks for a point and a place in words", () => {
  const parsed = kioskInputSchema.safeParse({ label: " " });
  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["pointId", "Chọn điểm khảo sát"],
    ["label", "Ghi nơi đặt máy, ví dụ: Quầy số 3"],
  ]);
});
