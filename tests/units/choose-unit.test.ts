import { describe, expect, test } from "vitest";
import { browseUnits, MOST_LISTED } from "~/units/browse-units";
import { chooseUnit, unitLabel } from "~/units/choose-unit";

const UNITS = [
  { code: "14797", name: "Phường Hạc Thành" },
  { code: "TYT14797", name: "Trạm Y tế Hạc Thành" },
  { code: "SYT", name: "Sở Y tế" },
  { code: "15001", name: "Xã Hà Long" },
  { code: "15002", name: "Xã Hà Lòng" },
];

const chosenCode = (typed: string) => chooseUnit(UNITS, typed).unit?.code ?? null;

describe("a unit that is typed", () => {
  test.each(UNITS)("is known by its line of the suggestions: $name", (unit) => {
    expect(chosenCode(unitLabel(unit))).toBe(unit.code);
  });

  test.each([
    ["  sở   y tế ", "SYT"],
    ["SYT", "SYT"],
    ["phuong hac thanh", "14797"],
    ["Phường Hạc Thành - 14797", "14797"],
    ["tyt14797", "TYT14797"],
    // Written with marks that stand apart from their letters, as some keyboards do.
    ["Sở Y tế".normalize("NFD"), "SYT"],
  ])("is known by “%s”", (typed, code) => {
    expect(chosenCode(typed)).toBe(code);
  });

  test("is never guessed from a part, also where it fits one only", () => {
    expect(chooseUnit(UNITS, "phuong hac")).toEqual({ unit: null, similar: [UNITS[0]], more: 0 });
    expect(chooseUnit(UNITS, "hac thanh")).toEqual({ unit: null, similar: [UNITS[0], UNITS[1]], more: 0 });
    expect(chooseUnit(UNITS, "khong co")).toEqual({ unit: null, similar: [], more: 0 });
    expect(chooseUnit(UNITS, "  ")).toEqual({ unit: null, similar: [], more: 0 });
  });

  test("is told by its marks where they alone tell two apart", () => {
    expect(chosenCode("Xã Hà Lòng")).toBe("15002");
    expect(chooseUnit(UNITS, "xa ha long")).toEqual({ unit: null, similar: [UNITS[3], UNITS[4]], more: 0 });
  });

  test("has five others named and the rest counted", () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ code: `M${index}`, name: `Trường Mẫu ${index}` }));
    expect(chooseUnit(many, "truong")).toMatchObject({ unit: null, more: 4, similar: many.slice(0, 5) });
  });
});

test("a long list of units is cut, and says how many there are", () => {
  const units = Array.from({ length: MOST_LISTED + 5 }, (_, index) => ({
    id: index,
    key: `u${index}`,
    code: `${index}`,
    name: `Trường ${index}`,
    parentId: null,
  }));
  const { listed, found } = browseUnits(units, { under: null, search: "" });
  expect([listed.length, found]).toEqual([MOST_LISTED, MOST_LISTED + 5]);
});
