import { describe, expect, it } from "vitest";
import { rollUp } from "~/units/roll-up";

const node = (id: number, parentId: number | null) => ({ id, key: `u${id}`, name: `Đơn vị ${id}`, parentId });
// 1 ─ 2 ─ 3, 4    1 ─ 5 ─ 6
const tree = [node(1, null), node(2, 1), node(3, 2), node(4, 2), node(5, 1), node(6, 5)];
const shape = (ids: number[]) =>
  rollUp(tree, new Set(ids)).map(({ node: { id }, depth, surveyed, members }) => [id, depth, surveyed, members.join()]);

describe("roll-up", () => {
  it("adds a node that pools several surveyed units, but not the top, which is the total", () => {
    expect(shape([3, 4, 6])).toEqual([
      [2, 0, false, "u3,u4"],
      [3, 1, true, "u3"],
      [4, 1, true, "u4"],
      [6, 0, true, "u6"],
    ]);
  });

  it("counts a surveyed unit into itself with those below it", () => {
    expect(shape([2, 3, 6])).toEqual([
      [2, 0, true, "u2,u3"],
      [3, 1, true, "u3"],
      [6, 0, true, "u6"],
    ]);
  });

  it("is empty without surveyed units", () => {
    expect(shape([])).toEqual([]);
  });
});
