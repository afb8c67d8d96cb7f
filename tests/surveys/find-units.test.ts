import { describe, expect, it } from "vitest";
import { answerOf, type FormerUnit, findUnits, type ListedUnit } from "~/surveys/find-units";

const unit = (id: number, key: string, code: string, name: string, place: string | null = null): ListedUnit => ({
  ...{ id, key, code, name, kind: "commune", place },
});

const OFFERED = [
  unit(1, "commune:14797", "14797", "Phường Hạc Thành"),
  unit(2, "commune:14758", "14758", "Phường Hàm Rồng"),
  unit(3, "commune:a", "A1", "Xã Đông Sơn"),
  unit(4, "commune:b", "B1", "Xã Đồng Sơn"),
  unit(5, "school:c", "TH1", "Trường Tiểu học Lê Lợi", "Phường Hạc Thành"),
  unit(6, "school:d", "TH2", "Trường Tiểu học Lê Lợi", "Phường Hàm Rồng"),
  unit(7, "school:e", "TH3", "Trường Tiểu học số 1, xã Hạc"),
];
const ELSEWHERE = [unit(90, "hospital:x", "BV1", "Bệnh viện Đa khoa tỉnh")];
const FORMER: FormerUnit[] = [
  { code: "14797", name: "Phường Đông Hải", now: ["Phường Hạc Thành"] },
  { code: "14764", name: "Phường Trường Thi", now: ["Phường Hạc Thành"] },
];
const choices = { offered: OFFERED, elsewhere: ELSEWHERE, former: FORMER };
const rows = (...lines: string[]) => lines.map((text, at) => ({ line: at + 1, cells: text.split(",") }));
const found = (...lines: string[]) => findUnits(rows(...lines), choices);

describe("a list of units", () => {
  it.each([
    ["14797", [1]],
    ["commune:14797", [1]],
    ["Phường Hạc Thành", [1]],
    ["hạc thành", [1]],
    ["HAC THANH", [1]],
    ["14797,Phường Hạc Thành", [1]],
    ["14797\tPhường Hạc Thành", [1]],
    ["th1;Trường Tiểu học Lê Lợi", [5]],
    ["Trường Tiểu học số 1, xã Hạc", [7]],
    // Diacritics tell two units apart where they are written.
    ["Đồng Sơn", [4]],
  ])("finds «%s»", (line, unitIds) => {
    expect(found(line)).toMatchObject({ unitIds, problems: [] });
  });

  it("takes columns by their headings and leaves others", () => {
    expect(found("STT,Tên đơn vị,Mã đơn vị", "1,Phường Hạc Thành,14797", "2,Phường Hàm Rồng,14758").unitIds).toEqual([
      1, 2,
    ]);
  });

  it("names a unit once, however often it stands there", () => {
    expect(found("14797", "Hạc Thành", "14758")).toMatchObject({ unitIds: [1, 2], repeated: 1 });
  });

  it("takes nothing as long as one line is unclear, and tells line, words, candidates", () => {
    const { unitIds, problems } = found("14797", "Trường Tiểu học Lê Lợi", "dong son", "Xã Nào Đó", "BV1");
    expect(unitIds).toEqual([]);
    const told = problems.map(({ line, typed, reason, candidates }) => [
      line,
      typed,
      reason,
      candidates.map((c) => c.id),
    ]);
    expect(told).toEqual([
      [2, "Trường Tiểu học Lê Lợi", "ambiguous", [5, 6]],
      [3, "dong son", "ambiguous", [3, 4]],
      [4, "Xã Nào Đó", "unknown", []],
      [5, "BV1", "not-offered", []],
    ]);
  });

  it("goes on with what the officer said of a line, as long as the line says the same", () => {
    const lines = rows("Trường Tiểu học Lê Lợi", "Xã Nào Đó");
    const answers = [answerOf(1, 6, "Trường Tiểu học Lê Lợi"), answerOf(2, "skip", "Xã Nào Đó")];
    expect(findUnits(lines, { ...choices, answers })).toMatchObject({ unitIds: [6], skipped: 1, problems: [] });
    const changed = findUnits(rows("Trường Tiểu học Lê Lợi", "Xã Khác"), { ...choices, answers });
    expect(changed.problems.map(({ line }) => line)).toEqual([2]);
    // A unit that is not on offer is no answer.
    expect(findUnits(rows("BV1"), { ...choices, answers: [answerOf(1, 90, "BV1")] }).problems).toHaveLength(1);
  });
});

describe("codes that were used again", () => {
  it("mean the unit of today alone", () => {
    expect(found("14797").unitIds).toEqual([1]);
  });

  it("with the name of before are refused, telling whose they were and where that unit is now", () => {
    const { unitIds, problems } = found("14797,Phường Đông Hải");
    expect(unitIds).toEqual([]);
    expect(problems).toEqual([
      {
        ...{ line: 1, typed: "14797, Phường Đông Hải", reason: "disagreeing" },
        candidates: [{ id: 1, code: "14797", name: "Phường Hạc Thành", place: null }],
        former: [{ code: "14797", name: "Phường Đông Hải", now: ["Phường Hạc Thành"] }],
      },
    ]);
  });

  it("that nobody bears today are unknown, with the same hint; so are names of before", () => {
    for (const line of ["14764", "Phường Trường Thi"]) {
      const [problem] = found(line).problems;
      expect(problem).toMatchObject({ reason: "unknown", former: [{ name: "Phường Trường Thi" }] });
    }
  });
});
