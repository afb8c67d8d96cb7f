import { describe, expect, it } from "vitest";
import { finderOf } from "~/comments/find-words";
import { readText } from "~/comments/syllables";

const holds = (text: string, sought: string) => finderOf(sought)(readText(text));

describe("words sought in a comment", () => {
  it("are found with and without diacritics, whatever their case and spaces", () => {
    expect(holds("Chờ  lấy THUỐC lâu", "cho lay thuoc")).toBe(true);
    expect(holds("cho lay thuoc lau", "chờ lấy thuốc")).toBe(true);
    expect(holds("Bữa ăn bán trú", "")).toBe(true);
  });

  it("are whole syllables, and stand as they are written where they have diacritics", () => {
    expect(holds("Giữ an toàn giao thông", "ăn")).toBe(false);
    expect(holds("Xem căn cước công dân", "an")).toBe(false);
    expect(holds("Bữa ăn ngon", "an")).toBe(true);
    expect(holds("thuc don bua an", "ăn")).toBe(true);
  });

  it("are one word in either spelling, and written short", () => {
    expect(holds("Bác sỹ điều trị", "bác sĩ")).toBe(true);
    expect(holds("Lắp điều hoà", "điều hòa")).toBe(true);
    expect(holds("WC bẩn", "nhà vệ sinh")).toBe(true);
    expect(holds("Thuý, thuỷ", "thủy")).toBe(true);
  });

  it("do not cross a comma unless one is sought", () => {
    expect(holds("Phòng sạch, nước uống thiếu", "sạch nước")).toBe(false);
    expect(holds("Rất tốt. Cảm ơn bác sĩ.", "rất tốt. cảm ơn")).toBe(true);
    expect(holds("Gọi [số điện thoại] nhé", "[số điện thoại]")).toBe(true);
    expect(holds("Rất tốt", "...")).toBe(false);
  });
});
