import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const PAGE = "/surveys/1/unit-reports";

function units(database: Database, number: number): string[] {
  const named = database.$client.prepare("select key from units where key like 'bv-%' or key like 'tt-%' limit ?");
  return named.pluck().all(number) as string[];
}

async function withSnapshot(number = 3) {
  const database = referenceDatabase();
  await addOpenSurvey(database, { units: units(database, number) });
  const site = await signedIn(database);
  await site.post("/surveys/1/snapshots", {});
  const snapshotId = String(database.$client.prepare("select max(id) from snapshots").pluck().get());
  const order = async (fields: Record<string, string>) => {
    const answer = await site.post(PAGE, { snapshotId, format: "pdf", ...fields });
    return { answer, job: answer.headers.get("Location") ?? "" };
  };
  return { database, site, order };
}

describe("the archive of units' reports", () => {
  it("is made beside the site, shows how far it is without script, and is there for whoever asked only", async () => {
    const { database, site, order } = await withSnapshot();
    const { answer, job } = await order({});
    expect(answer.status).toBe(303);
    const page = await (await site.get(job)).text();
    expect(page).toMatch(/<noscript><meta http-equiv="refresh" content="2"/i);
    expect(page).toContain("<progress");
    // Whoever leaves the page finds the way back.
    expect(await (await site.get(PAGE)).text()).toContain(`href="${job}"`);
    await expect.poll(async () => (await site.get(`${job}/file`)).status, { timeout: 60_000 }).toBe(200);
    const file = await site.get(`${job}/file`);
    expect(file.headers.get("Content-Type")).toBe("application/zip");
    expect(Buffer.from(await file.arrayBuffer()).toString("latin1", 0, 4)).toBe("PK\u0003\u0004");
    const taken = database.$client.prepare("select detail from activities where kind = 'file.take'").pluck().all();
    expect(taken.join()).toContain("unit-reports.pdf.zip");
    const other = await signedIn(database, { role: "designer", unit: "th" });
    expect((await other.get(job)).status).toBe(404);
    expect(await (await other.get(PAGE)).text()).not.toContain(job);
    expect((await other.get(`${job}/file`)).status).toBe(404);
  });

  it("can be cancelled", async () => {
    const { site, order } = await withSnapshot(40);
    const { job } = await order({ format: "docx" });
    await site.post(job, {});
    expect(await (await site.get(job)).text()).toContain("Đã hủy");
    expect((await site.get(`${job}/file`)).status).toBe(404);
  });

  it("is refused, with the reason, without a snapshot of the survey or a kind of file", async () => {
    const { order } = await withSnapshot();
    for (const fields of [{ snapshotId: "999" }, { snapshotId: "x" }, { format: "exe" }]) {
      const { answer } = await order(fields as Record<string, string>);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("Chọn một bản số liệu");
    }
  });

  it("is for whoever runs the survey", async () => {
    const { database } = await withSnapshot();
    const officer = await signedIn(database, { role: "unit_officer", unit: "bv-dk-tinh" });
    expect((await officer.get(PAGE)).status).toBe(403);
    const elsewhere = await signedIn(database, { role: "designer", unit: "th-sgddt" });
    expect([403, 404]).toContain((await elsewhere.get(PAGE)).status);
  });
});
