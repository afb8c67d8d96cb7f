import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { referenceDatabase } from "../support/databases";
import { pdfPages } from "../support/programs";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

async function pages(response: Response): Promise<string[]> {
  expect(response.headers.get("Content-Type")).toBe("application/pdf");
  return pdfPages(Buffer.from(await response.arrayBuffer()));
}

/** Gives a survey's first unit so many more points. */
function addPoints(database: Database, number: number): void {
  const add = database.$client.prepare(
    "insert into collection_points (unit_id, code, label, created_at) select unit_id, ?, ?, created_at from collection_points where id = 1",
  );
  for (let index = 0; index < number; index++) {
    const { lastInsertRowid } = add.run(`X${index}`, `Quầy ${index}`);
    database.$client.prepare("insert into survey_points (survey_id, point_id) values (1, ?)").run(lastInsertRowid);
  }
}

describe("posters of a survey", () => {
  it("come in one file for the points ticked or for all, in the layout chosen", async () => {
    const database = referenceDatabase();
    const { points } = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi"] });
    const site = await signedIn(database);
    const all = await site.post("/surveys/1/posters", { which: "all", layout: "table-tent" });
    expect(await pages(all)).toHaveLength(2);
    const one = await site.post("/surveys/1/posters", { which: "chosen", layout: "a5", point: String(points[1]?.id) });
    const [only, ...others] = await pages(one);
    expect(others).toEqual([]);
    expect(only).toContain(points[1]?.code.slice(0, 4));
    const none = await site.post("/surveys/1/posters", { which: "chosen", layout: "a4" });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain("Chưa chọn điểm nào");
  });

  it("leave out points that the officer does not see", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi"] });
    const site = await signedIn(database, { role: "unit_officer", unit: "bv-nhi" });
    expect(await pages(await site.post("/surveys/1/posters", { which: "all" }))).toHaveLength(1);
    expect((await site.post("/surveys/1/posters", { which: "chosen", point: "1" })).status).toBe(422);
  });

  it("are drawn beside the site where they are many, and are there for whoever asked only", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    addPoints(database, 300);
    const site = await signedIn(database);
    const ordered = await site.post("/surveys/1/posters", { which: "all", layout: "a4" });
    expect(ordered.status).toBe(303);
    const page = ordered.headers.get("Location") ?? "";
    expect(await (await site.get(page)).text()).toMatch(/<progress[^>]+max="301"/);
    await expect.poll(async () => (await site.get(`${page}/file`)).status, { timeout: 60_000 }).toBe(200);
    expect(await pages(await site.get(`${page}/file`))).toHaveLength(301);
    const other = await signedIn(database, { role: "unit_officer", unit: "bv-dk-tinh" });
    expect((await other.get(page)).status).toBe(404);
    expect((await other.get(`${page}/file`)).status).toBe(404);
  });

  it("can be cancelled", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    addPoints(database, 2000);
    const site = await signedIn(database);
    const page = (await site.post("/surveys/1/posters", { which: "all" })).headers.get("Location") ?? "";
    await site.post(page, {});
    expect(await (await site.get(page)).text()).toContain("Đã hủy");
    expect((await site.get(`${page}/file`)).status).toBe(404);
  });
});
