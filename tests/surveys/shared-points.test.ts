import { describe, expect, it } from "vitest";
import { whatCodeOpens } from "~/collection-points/what-code-opens";
import { groupUses, meetingSurveys } from "~/surveys/shared-points";

const summer = { surveyId: 1, title: "Mùa hè", status: "open" as const, opensOn: "2026-06-01", closesOn: "2026-08-31" };
const winter = {
  surveyId: 2,
  title: "Mùa đông",
  status: "draft" as const,
  opensOn: "2026-11-01",
  closesOn: "2026-12-31",
};
const others = groupUses([
  { ...summer, unitId: 10 },
  { ...winter, unitId: 10 },
  { ...summer, unitId: 11 },
]);

const meeting = (unitIds: number[], opensOn: string, closesOn: string) =>
  meetingSurveys(others, { unitIds: new Set(unitIds), opensOn, closesOn }).map(({ title, unitIds: shared }) => [
    title,
    shared,
  ]);

describe("surveys that share collection points", () => {
  it("meet where a unit is in both and the windows have a day in common, both ends counted", () => {
    expect(meeting([10, 11, 12], "2026-08-31", "2026-11-01")).toEqual([
      ["Mùa hè", [10, 11]],
      ["Mùa đông", [10]],
    ]);
    expect(meeting([11], "2026-01-01", "2026-12-31")).toEqual([["Mùa hè", [11]]]);
  });

  it("do not meet between their windows, at other units or while a date is missing", () => {
    expect(meeting([10], "2026-09-01", "2026-10-31")).toEqual([]);
    expect(meeting([12], "2026-01-01", "2026-12-31")).toEqual([]);
    expect(meeting([10], "", "2026-12-31")).toEqual([]);
  });
});

describe("what a code opens today", () => {
  const at = (id: number, title: string, status: "draft" | "open" | "closed", opensOn: string, closesOn: string) => ({
    id,
    title,
    status,
    opensOn,
    closesOn,
  });
  const draft = at(1, "Bản nháp này", "draft", "2026-06-01", "2026-12-31");
  const open = at(2, "Khám bệnh", "open", "2026-01-01", "2026-12-31");
  const other = at(3, "Tiêm chủng", "open", "2026-05-01", "2026-07-31");

  it.each([
    [[draft], "Trang báo đợt này chưa mở"],
    [[draft, open], "Phiếu của “Khám bệnh”"],
    [[draft, open, other], "Trang chọn giữa “Khám bệnh” và “Tiêm chủng”"],
    [[{ ...draft, status: "open" as const }], "Phiếu của đợt này"],
    [[{ ...draft, status: "open" as const }, open], "Trang chọn giữa đợt này và “Khám bệnh”"],
    [[{ ...draft, status: "closed" as const }], "Trang báo đợt này đã kết thúc"],
  ])("case %#: %s", (surveys, words) => {
    expect(whatCodeOpens(surveys, 1, "2026-06-15")).toBe(words);
  });
});
