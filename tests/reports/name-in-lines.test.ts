import { describe, expect, it } from "vitest";
import { nameInLines } from "~/reports/name-in-lines";

describe("a body's name at the head of a document", () => {
  it.each([
    ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"]],
    ["UBND TỈNH THANH HÓA", ["UBND TỈNH THANH HÓA"]],
    ["ỦY BAN NHÂN DÂN TỈNH THANH HÓA", ["ỦY BAN NHÂN DÂN", "TỈNH THANH HÓA"]],
    ["ỦY BAN NHÂN DÂN THỊ XÃ NGHI SƠN", ["ỦY BAN NHÂN DÂN", "THỊ XÃ NGHI SƠN"]],
    ["TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH THANH HÓA", ["TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG", "TỈNH THANH HÓA"]],
    ["SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI", ["SỞ LAO ĐỘNG, THƯƠNG", "BINH VÀ XÃ HỘI"]],
    ["VĂN PHÒNG UBND TỈNH", ["VĂN PHÒNG UBND TỈNH"]],
  ])("%s", (name, lines) => {
    expect(nameInLines(name).split("\n")).toEqual(lines);
  });

  it("leaves a word too long for a line whole", () => {
    expect(nameInLines("A".repeat(60))).toBe("A".repeat(60));
  });
});
