import { describe, expect, it } from "vitest";
import { inTreeOrder } from "~/units/tree-order";

const unit = (key: string, name: string, parentKey: string | null = null, code = key) => ({
  ...{ key, name, parentKey, code },
});
const keys = (units: ReturnType<typeof unit>[]) => inTreeOrder(units, (one) => one).map(({ key }) => key);

describe("order of units", () => {
  it("puts parents before children and siblings by Vietnamese name, whatever their codes", () => {
    const units = [
      unit("3", "Phường Hạc Thành"),
      unit("9", "Trường Đông Vệ", "3"),
      unit("1", "Phường Đông Sơn"),
      unit("2", "Trường Đa Lộc", "3"),
      unit("5", "Trường Dân Lý", "3"),
      unit("4", "Trường Ba Đình", "1"),
    ];
    expect(keys(units)).toEqual(["1", "4", "3", "5", "2", "9"]);
  });

  it("counts numbers in names as numbers and tells namesakes apart by code", () => {
    const units = [
      unit("a", "Trạm 10"),
      unit("b", "Trạm 2"),
      unit("d", "Quầy", null, "20"),
      unit("c", "Quầy", null, "3"),
    ];
    expect(keys(units)).toEqual(["c", "d", "b", "a"]);
  });

  it("takes a unit whose parent is not listed for a top one", () => {
    expect(keys([unit("b", "B", "elsewhere"), unit("a", "A")])).toEqual(["a", "b"]);
  });
});
