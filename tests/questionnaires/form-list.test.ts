import { expect, test } from "vitest";
import { formsBySector } from "~/questionnaires/form-list";
import { versionDone } from "~/questionnaires/version-done";

const version = (id: number, code: string, number: number, title: string, variantName: string | null = null) => ({
  ...{ id, code, version: number, title, variantName, sector: "health" as const, source: "QĐ 56" },
});

test("forms stand once with their latest version in front, and are found without accents in any order", () => {
  const versions = [
    version(1, "a", 1, "Cũ"),
    version(2, "a", 2, "Người bệnh nội trú"),
    version(3, "b", 1, "Tiêm chủng", "Hà Trung"),
  ];
  const ids = (sought: string) =>
    formsBySector(versions, sought).flatMap(({ forms }) =>
      forms.map(({ latest, earlier }) => [latest.id, earlier.map(({ id }) => id)]),
    );
  expect(ids("")).toEqual([
    [2, [1]],
    [3, []],
  ]);
  expect(ids("noi benh")).toEqual([[2, [1]]]);
  expect(ids("ha trung 56")).toEqual([[3, []]]);
  expect(ids("không có")).toEqual([]);
});

test("what a step says is no longer said when it is no longer true", () => {
  expect(versionDone("http://a/b?done=verify", true)).toContain("đối chiếu");
  expect(versionDone("http://a/b?done=verify", false)).toBeNull();
  expect(versionDone("http://a/b?done=constructor", true)).toBeNull();
});
