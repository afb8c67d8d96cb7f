import { expect, it } from "vitest";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";

/** The sentences of a unit's page about what became of it; null where it says nothing. */
function changes(html: string): string[] | null {
  const list = /id="lineage-heading".*?<ul>(.*?)<\/ul>/s.exec(html)?.[1];
  return list === undefined ? null : [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => text ?? "");
}

it.each([
  // Stayed as it was in July 2025.
  ["xa-14848", "2026-06-01", null],
  ["xa-14848", "2025-06-30", null],
  // Thị trấn Mường Lát became Xã Mường Lát.
  ["xa-14845", "2026-06-01", ["Trước ngày 01/07/2025 là Thị trấn Mường Lát."]],
  ["xa-14845", "2025-06-30", ["Từ ngày 01/07/2025 là Xã Mường Lát."]],
])("the page of %s on %s tells of changes only", async (key, on, expected) => {
  const site = await signedIn(referenceDatabase());
  expect(changes(await (await site.get(`/units?on=${on}&under=${key}`)).text())).toEqual(expected);
});

it("a commune made of others names each of them, whole or in part", async () => {
  const site = await signedIn(referenceDatabase());
  const made = changes(await (await site.get("/units?on=2026-06-01&under=xa-2025-14758")).text()) ?? [];
  expect(made.length).toBeGreaterThan(2);
  expect(made.every((text) => /^Nhận (toàn bộ|một phần) \S.* từ ngày 01\/07\/2025\.$/.test(text))).toBe(true);
  expect(made.filter((text) => text.startsWith("Nhận một phần"))).not.toEqual([]);
});

it("a search without marks finds units and counts them as units", async () => {
  const site = await signedIn(referenceDatabase());
  const html = await (await site.get("/units?q=phuong+hac+thanh")).text();
  expect(html).toMatch(/\d+ đơn vị khớp với “phuong hac thanh”\./);
  expect(html).toContain("Phường Hạc Thành");
  expect(html).toMatch(/<\/a> <span class="badge badge-caution">dữ liệu mẫu<\/span>/);
});
