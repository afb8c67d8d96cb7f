import { describe, expect, it } from "vitest";
import { POINTS_ON_A_PAGE, pageOfPoints } from "~/collection-points/page-of-points";

const points = Array.from({ length: 45 }, (_, index) => ({
  id: index + 1,
  unitName: index === 0 ? "Trung tâm Phục vụ hành chính công xã Hạc Thành" : `Xã số ${index}`,
  label: `Quầy ${index + 1}`,
  code: `K7M4-QBT${index % 10}`,
}));
const page = (query: string) => pageOfPoints(points, new URLSearchParams(query));

describe("a page of points", () => {
  it("holds so many rows, and the last page the rest", () => {
    expect(page("").points.map(({ id }) => id)).toEqual(Array.from({ length: POINTS_ON_A_PAGE }, (_, at) => at + 1));
    expect(page("page=3").points).toHaveLength(45 - 2 * POINTS_ON_A_PAGE);
    expect([page("").total, page("").matching.length, page("").pages]).toEqual([45, 45, 3]);
  });

  it.each(["page=99", "page=3"])("beyond the last is the last: %s", (query) => expect(page(query).page).toBe(3));
  it.each(["page=0", "page=-4", "page=x", "page=1.5"])("that is none is the first: %s", (query) =>
    expect(page(query).page).toBe(1),
  );

  it("finds names without diacritics and codes without their hyphen", () => {
    expect(page("q=hac thanh").matching).toEqual([1]);
    expect(page("q=quầy 45").matching).toEqual([45]);
    expect(page("q=k7m4qbt7").matching).toEqual([8, 18, 28, 38]);
    expect(page("q=không có")).toMatchObject({ points: [], total: 45, page: 1, pages: 1 });
  });
});
