import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { listDrafts } from "~db/repositories/questionnaire-drafts";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { provinceViewer, unitId } from "../support/surveys";

async function formId(database: Database, code: string): Promise<number> {
  return (await listVersions(database)).find((one) => one.code === code)?.id ?? 0;
}

describe("the life of a questionnaire", () => {
  it("goes from an official form to a published variant, its check and its file", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const versionId = String(await formId(database, "one-stop-counter"));
    const second = await (await site.get(`/questionnaires/new?version=${versionId}`)).text();
    expect(second).toContain('value="Biến thể Thanh Hóa"');
    const ownerUnitId = String(await unitId(database, "th"));
    const start = { from: "version", versionId, variantName: "Biến thể Thanh Hóa", ownerUnitId };
    const started = await site.post("/questionnaires/new", start);
    const editor = started.headers.get("Location") ?? "";
    expect([started.status, editor]).toEqual([302, expect.stringMatching(/^\/questionnaires\/drafts\/\d+$/)]);
    const list = await (await site.get("/questionnaires")).text();
    expect(list).toContain("Bản nháp đang soạn");
    const review = await (await site.get(`${editor}/publish`)).text();
    expect(review).toContain("21 câu nguyên văn, 0 câu sửa");
    const nameless = await site.post(`${editor}/publish`, { revision: "1", variantName: "" });
    expect([nameless.status, await nameless.text()]).toEqual([422, expect.stringContaining("Đặt tên cho biến thể")]);
    const published = await site.post(`${editor}/publish`, { revision: "1", variantName: "Biến thể Thanh Hóa" });
    const address = published.headers.get("Location") ?? "";
    expect(published.status).toBe(302);
    const page = await (await site.get(address)).text();
    expect(page).toContain("Đã công bố. Bước tiếp theo");
    expect(page).toContain("Xem mẫu chính thức");
    const next = address.match(/\d+/)?.[0];
    expect(page).toContain(`href="/surveys/new?version=${next}"`);
    expect(page).toContain("Dùng mẫu vừa công bố");
    expect(await listDrafts(database, await provinceViewer(database))).toEqual([]);
    expect((await site.get(`${editor}/publish`)).status).toBe(404);

    const path = address.split("?")[0] ?? "";
    const check = { change: "verify", document: "QĐ 1", on: "2026-06-02", note: "" };
    expect((await site.post(path, check)).status).toBe(422);
    expect((await site.post(path, { ...check, on: "2026-06-01" })).status).toBe(302);
    const file = await (await site.get(`${path}/file`)).json();
    expect(file).toMatchObject({
      code: "one-stop-counter-thanh-hoa",
      verified: { by: "administrator-th", on: "2026-06-01", document: "QĐ 1" },
    });

    const upload = new FormData();
    upload.set("from", "file");
    upload.set("ownerUnitId", ownerUnitId);
    upload.set("file", new File([JSON.stringify(file)], "phieu.json", { type: "application/json" }));
    const again = await site.send("/questionnaires/new", { method: "POST", body: upload });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining("đã có đúng mẫu phiếu này")]);
    upload.set("file", new File([JSON.stringify({ ...file, items: [{ code: "A1" }] })], "phieu.json"));
    const broken = await site.send("/questionnaires/new", { method: "POST", body: upload });
    expect([broken.status, await broken.text()]).toEqual([422, expect.stringContaining("$.items[0].type")]);
    upload.set("file", new File(["x".repeat(600 * 1024)], "phieu.json"));
    expect((await site.send("/questionnaires/new", { method: "POST", body: upload })).status).toBe(422);
  });

  it("is searched without accents and marks official forms", async () => {
    const site = await signedIn(referenceDatabase(), { role: "viewer", unit: "th-syt" });
    const found = await (await site.get("/questionnaires?q=nhan vien y te")).text();
    expect(found).toContain("Phiếu khảo sát ý kiến nhân viên y tế");
    expect(found).not.toContain("one-stop-counter");
    expect(found).toContain("Mẫu chính thức");
    expect(found).not.toContain("Soạn mẫu phiếu");
    expect(await (await site.get("/questionnaires?q=khong-co-dau")).text()).toContain("Không có mẫu phiếu nào khớp");
    expect((await site.get("/questionnaires/new")).status).toBe(403);
  });
});
