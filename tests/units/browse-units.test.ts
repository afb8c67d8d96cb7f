import { expect, test } from "vitest";
import { browseUnits } from "~/units/browse-units";

const unit = (id: number, name: string, parentId: number | null) => ({
  ...{ id, name, parentId },
  ...{ key: `k${id}`, code: String(id) },
});
// By code, as they are stored.
const UNITS = [
  unit(1, "Tỉnh", null),
  unit(2, "Xã Yên", 1),
  unit(3, "Xã Đông", 1),
  unit(4, "Xã Ái", 1),
  unit(5, "Trạm Ái", 3),
];
const names = (request: { under: string | null; search: string }) =>
  browseUnits(UNITS, request).listed.map(({ name }) => name);

test("units of a level stand by name, not by code", () => {
  expect(names({ under: null, search: "" })).toEqual(["Xã Ái", "Xã Đông", "Xã Yên"]);
});

test("units found stand in the tree's order, each under the one above it", () => {
  expect(names({ under: null, search: "a" })).toEqual(["Xã Ái", "Xã Đông", "Trạm Ái", "Xã Yên"]);
});
