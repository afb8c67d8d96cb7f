import { expect, it } from "vitest";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";

const MERGE = {
  others: "Phường Hàm Rồng\n14797",
  name: "Phường Thanh Hóa",
  code: "14758",
  effectiveOn: "2027-01-01",
  basis: "NQ 1/NQ-UBTVQH16",
};
const ADDRESS = "/units/change?form=merge&unit=xa-2025-14758";

it("a merge is previewed, recorded, listed with its decision, and taken back", async () => {
  const site = await signedIn(referenceDatabase());
  const form = { ...MERGE, others: "14797 " };
  const preview = await site.post(ADDRESS, { ...form, intent: "preview" });
  expect(preview.status).toBe(200);
  const html = await preview.text();
  expect(html).toContain(
    "Phường Hàm Rồng (mã 14758) hết hiệu lực sau ngày 31/12/2026, nhập toàn bộ vào Phường Thanh Hóa.",
  );
  expect(html).toContain('value="Phường Thanh Hóa"');
  const recorded = await site.post(ADDRESS, { ...form, intent: "record" });
  expect([recorded.status, recorded.headers.get("Location")]).toEqual([302, "/units/changes?done=1"]);
  const list = await (await site.get("/units/changes?done=1")).text();
  expect(list).toContain("NQ 1/NQ-UBTVQH16");
  expect(await (await site.get("/units?on=2027-01-01&q=thanh+hoa")).text()).toContain("Phường Thanh Hóa");
  const change = /name="change" value="(\d+)"/.exec(list)?.[1] ?? "";
  expect((await site.post("/units/changes", { change })).status).toBe(422);
  expect((await site.post("/units/changes", { change, confirmed: "yes" })).status).toBe(302);
  expect(await (await site.get("/units?on=2027-01-01&q=phuong+thanh+hoa")).text()).not.toContain("14758</td>");
});

it.each([
  ["a unit that is not one", { others: "Xã Không Có" }, "Không rõ “Xã Không Có” là đơn vị nào"],
  ["no other unit", { others: " " }, "Chọn đơn vị"],
  ["no day", { effectiveOn: "" }, "Chọn ngày bắt đầu có hiệu lực"],
  ["a code in use", { others: "14797", code: "14812" }, "Mã 14812 đang là mã của Phường Bỉm Sơn"],
  ["no name", { others: "14797", name: "" }, "Tên đơn vị phải có ít nhất 2 ký tự"],
])("a merge with %s is refused with its reason and keeps what was typed", async (_, wrong, message) => {
  const site = await signedIn(referenceDatabase());
  const answer = await site.post(ADDRESS, { ...MERGE, basis: "QĐ giữ lại", ...wrong, intent: "record" });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain(message);
  expect(html).toContain('value="QĐ giữ lại"');
});

it("a file with a wrong header, wrong lines or no text is explained, and a good one is recorded as a whole", async () => {
  const site = await signedIn(referenceDatabase());
  const send = async (text: string, intent = "preview") => site.post("/units/import", { text, intent });
  expect(await (await send("ten;ma\nA;B")).text()).toContain("Thiếu cột effective_on, change");
  expect((await send("")).status).toBe(422);
  expect((await send('"không đóng')).status).toBe(422);
  const good = "effective_on,change,codes,new_name\n2027-01-01,rename,14797,Phường Hạc Thành Mới\n";
  const bad = `${good}2027-01-01,rename,99999,Xã Mới\n`;
  const refused = await (await send(bad, "record")).text();
  expect(refused).toContain("Mã 99999 không có vào ngày 2026-12-31");
  expect(await (await send(good)).text()).toContain("là Phường Hạc Thành Mới (mã 14797)");
  expect((await send(good, "record")).status).toBe(302);
  expect(await (await site.get("/units?on=2027-01-01&q=hac+thanh+moi")).text()).toContain("Phường Hạc Thành Mới");
});
