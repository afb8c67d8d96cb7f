import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, inject, test } from "vitest";
import { planUnitChange } from "~/units/plan-unit-change";
import { CHANGE_COLUMNS, readChangesFile } from "~/units/read-changes-file";
import type { UnitChange } from "~/units/unit-change";
import { type DatedVersion, UnitTimeline } from "~/units/unit-timeline";

const DAY = "2027-01-01";
let nextId = 1;
function version(
  unitId: number,
  code: string,
  name: string,
  parentId: number | null,
  more: Partial<DatedVersion> = {},
) {
  const kind = parentId === null ? "province" : "commune";
  const open = { validFrom: null, validTo: null, sample: false };
  return { id: nextId++, unitId, code, name, kind, parentId, ...open, ...more } satisfies DatedVersion;
}

const TREE = new UnitTimeline([
  version(1, "38", "Tỉnh", null),
  version(2, "A", "Xã An", 1),
  version(3, "B", "Xã Bình", 1),
  version(4, "C", "Xã Cao", 1),
  version(5, "TA", "Trạm An", 2, { kind: "health_station" }),
  version(6, "OLD", "Xã Xưa", 1, { validTo: "2024-12-31" }),
]);

const commune = (code: string, name: string) => ({ code, name, kind: "commune" as const, parentId: 1 });

function plan(change: UnitChange, day = DAY) {
  const planned = planUnitChange(TREE, change, day);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  return planned.plan;
}

function problems(change: UnitChange, day = DAY): string[] {
  const planned = planUnitChange(TREE, change, day);
  return planned.ok ? [] : planned.problems.map(({ field, message }) => `${field}: ${message}`);
}

describe("a merge", () => {
  const merge: UnitChange = {
    kind: "reorganise",
    into: [{ ...commune("A", "Xã An Bình"), from: [2, 3] }],
    children: [],
  };

  test("ends the old units the day before, makes a new one, and moves what stood below them", () => {
    const made = plan(merge);
    expect(made.made).toEqual([-1]);
    expect(made.ends.map(({ version: { unitId }, validTo }) => [unitId, validTo])).toEqual([
      [2, "2026-12-31"],
      [5, "2026-12-31"],
      [3, "2026-12-31"],
    ]);
    expect(made.begins.map(({ unitId, parentId }) => [unitId, parentId])).toEqual([
      [-1, 1],
      [5, -1],
    ]);
    expect(made.lineage).toEqual([
      { oldUnitId: 2, newUnitId: -1, relation: "merge" },
      { oldUnitId: 5, newUnitId: 5, relation: "reparent" },
      { oldUnitId: 3, newUnitId: -1, relation: "merge" },
    ]);
    expect(made.effects.join(" ")).toContain("Trạm An chuyển về Xã An Bình.");
  });

  test("may take the code of one that ends, and says whose it was", () => {
    expect(plan(merge).warnings).toEqual([
      "Mã A là mã của Xã An đến ngày 31/12/2026: số liệu hai đơn vị không bị lẫn.",
    ]);
  });

  test("leaves a tree in which each code has one bearer on each day", () => {
    const after = TREE.after(plan(merge));
    expect(after.bearerOf("a", "2026-12-31")?.unitId).toBe(2);
    expect(after.bearerOf("a", DAY)?.unitId).toBe(-1);
    expect(after.childrenOn(-1, DAY).map(({ unitId }) => unitId)).toEqual([5]);
    expect(after.on(3, DAY)).toBeNull();
  });

  test("may not take the code of one that stays", () => {
    const taken = { ...merge, into: [{ ...commune("c", "Xã An Bình"), from: [2, 3] }] } satisfies UnitChange;
    expect(problems(taken)).toEqual(["code: Mã c đang là mã của Xã Cao"]);
  });
});

test("a split gives each part an edge of its own, puts children where they are told to go and warns of those it guesses", () => {
  const into = [
    { ...commune("X", "Xã Đông"), from: [2] },
    { ...commune("Y", "Xã Tây"), from: [2] },
  ];
  const guessed = plan({ kind: "reorganise", into, children: [] });
  expect(guessed.lineage.filter(({ relation }) => relation === "split")).toHaveLength(2);
  expect(guessed.warnings.some((text) => text.startsWith("Trạm An ở dưới đơn vị bị tách"))).toBe(true);
  const told = plan({ kind: "reorganise", into, children: [{ unitId: 5, into: 1 }] });
  expect(told.begins.find(({ unitId }) => unitId === 5)?.parentId).toBe(told.made[1]);
  expect(told.warnings.some((text) => text.startsWith("Trạm An"))).toBe(false);
});

test("a rename keeps the unit, with one version to the day before and one from the day", () => {
  const made = plan({ kind: "rename", unitId: 2, code: "A", name: "Phường An" });
  expect(made.made).toEqual([]);
  expect(made.lineage).toEqual([{ oldUnitId: 2, newUnitId: 2, relation: "rename" }]);
  expect(TREE.after(made).on(2, "2026-12-31")?.name).toBe("Xã An");
  expect(TREE.after(made).on(2, DAY)?.name).toBe("Phường An");
});

test.each<[string, UnitChange, string]>([
  ["nothing changes", { kind: "rename", unitId: 2, code: "A", name: "Xã An" }, "name: Tên và mã vẫn như cũ"],
  ["it is gone", { kind: "rename", unitId: 6, code: "O", name: "Xã Mới" }, "unitId: Có đơn vị không còn"],
  ["it would stand under itself", { kind: "reparent", unitId: 2, parentId: 5 }, "parentId: Trạm An đang ở dưới Xã An"],
  ["it stands there already", { kind: "reparent", unitId: 2, parentId: 1 }, "parentId: Xã An đã thuộc Tỉnh"],
  ["others stand below it", { kind: "close", unitId: 2 }, "unitId: Xã An còn 1 đơn vị trực thuộc"],
  ["its code is taken", { kind: "create", into: commune("b", "Xã Mới") }, "code: Mã b đang là mã của Xã Bình"],
  [
    "one becomes one",
    { kind: "reorganise", into: [{ ...commune("N", "Xã Mới"), from: [3] }], children: [] },
    "from: Một đơn vị thành một đơn vị là đổi tên",
  ],
])("is refused where %s", (_, change, expected) => {
  expect(problems(change)[0]).toContain(expected);
});

test("a unit with a later change on record is not changed before it", () => {
  const timeline = TREE.after(plan({ kind: "rename", unitId: 3, code: "B", name: "Phường Bình" }, "2028-01-01"));
  const planned = planUnitChange(timeline, { kind: "close", unitId: 3 }, DAY);
  expect(planned.ok ? [] : planned.problems.map(({ field }) => field)).toEqual(["effectiveOn"]);
});

describe("a file of changes", () => {
  const rows = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(inject("root"), "seeds/units", name)), { columns: true, bom: true });

  test("holds the reorganisation of July 2025: 547 communes become 166, with the lineage of the reference data", () => {
    const old = rows("communes-until-2025-06-30.csv");
    const edges = rows("commune-lineage-2025-07-01.csv");
    const ids = new Map(old.map(({ code = "" }, index) => [code, index + 2]));
    const timeline = new UnitTimeline([
      version(1, "38", "Tỉnh", null),
      ...old.map(({ code = "", name = "" }) => version(ids.get(code) ?? 0, code, name, 1)),
    ]);
    const table = [
      [...CHANGE_COLUMNS],
      ...rows("communes-from-2025-07-01.csv").flatMap(({ code = "", name = "" }) => {
        const from = edges.filter(({ new_code }) => new_code === code);
        const [only] = from;
        if (from.length === 1 && only?.relation === "same") return [];
        if (only?.relation === "rename")
          return [["2025-07-01", "rename", only.old_code ?? "", code, name, "", "", "NQ"]];
        const codes = from.map(({ old_code }) => old_code).join(";");
        return [["2025-07-01", "reorganise", codes, code, name, "commune", "38", "NQ 1686"]];
      }),
    ];
    const { changes, problems: found } = readChangesFile(orderLike(table), timeline);
    expect(found).toEqual([]);
    let after = timeline;
    const lineage = changes.flatMap(({ change, effectiveOn }) => {
      const planned = planUnitChange(after, change, effectiveOn);
      if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
      after = after.after(planned.plan);
      return planned.plan.lineage;
    });
    const count = (relation: string) => lineage.filter((edge) => edge.relation === relation).length;
    const wanted = (relation: string) => edges.filter((edge) => edge.relation === relation).length;
    expect([count("merge"), count("split"), count("rename")]).toEqual([
      wanted("merge"),
      wanted("split"),
      wanted("rename"),
    ]);
    expect(new Set(after.childrenOn(1, "2025-07-01").map(({ unitId }) => unitId)).size).toBe(166);
    expect(after.childrenOn(1, "2025-06-30")).toHaveLength(547);
    // The same code, two communes: the one of June is not the one of July.
    expect(after.bearerOf("14797", "2025-06-30")?.name).not.toBe(after.bearerOf("14797", "2025-07-01")?.name);
  });

  test("names line, column and value of what is wrong, and goes on to the next line", () => {
    const { changes, problems: found } = readChangesFile(
      [
        ["effective_on", "change", "codes", "new_code", "new_name", "kind", "parent_code"],
        ["01/07/2025", "rename", "A", "", "Xã Mới", "", ""],
        [DAY, "rename", "KHONG", "", "Xã Mới", "", ""],
        [DAY, "gộp", "A", "", "", "", ""],
        [DAY, "rename", "B", "", "Phường Bình", "", ""],
        [DAY, "create", "", "D", "Xã Dương", "người", "38"],
      ],
      TREE,
    );
    expect(found.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, "effective_on", "01/07/2025"],
      [3, "codes", "KHONG"],
      [4, "change", "gộp"],
      [6, "kind", "người"],
    ]);
    expect(changes.map(({ line }) => line)).toEqual([5]);
  });

  test.each([
    [[], "Thiếu cột"],
    [[["a", "b"]], "Thiếu cột"],
    [[[...CHANGE_COLUMNS]], "không có dòng"],
  ])("without its columns or lines is refused", (table, message) => {
    expect(readChangesFile(table, TREE).problems[0]?.message).toContain(message);
  });
});

/** Renames first: the lines of one reorganisation must follow each other. */
function orderLike(table: string[][]): string[][] {
  const [header = [], ...body] = table;
  return [header, ...body.sort((one, other) => Number(one[1] === "reorganise") - Number(other[1] === "reorganise"))];
}
