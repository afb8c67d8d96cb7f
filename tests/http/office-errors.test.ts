import { describe, expect, it } from "vitest";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

describe("what an officer cannot have", () => {
  it.each([
    ["/accounts", 403, "Vai trò của tài khoản này không cho phép"],
    ["/surveys/99999", 404, "Không có đợt khảo sát"],
    ["/surveys/1/khong-co", 404, "Không có trang này"],
    ["/units/khong-co", 404, "Không có trang này"],
  ])("is said of %s within the frame of the office, and leads on from there", async (page, status, reason) => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    const site = await signedIn(database, { role: "viewer" });
    const response = await site.get(page);
    const html = await response.text();
    expect(response.status).toBe(status);
    expect(html).toContain(reason);
    expect(html).toContain('aria-label="Điều hướng chính"');
    expect(html).toContain('href="/units"');
    expect(html).toMatch(/<a class="button" href="\/surveys">/);
    expect(html).not.toContain('href="/"');
    expect(html.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
    expect(html).not.toContain("<script");
  });

  it.each([
    ["/surveys/1/files/results.xlsx", 403, "Vai trò của tài khoản này không cho phép", "/surveys/1"],
    ["/surveys/99999/files/posters.pdf", 403, "Vai trò của tài khoản này không cho phép", "/surveys"],
    ["/surveys/1/points/1/poster.pdf", 403, "Vai trò của tài khoản này không cho phép", "/surveys/1"],
    ["/questionnaires/99999/file", 404, "Không có mẫu phiếu này", "/questionnaires"],
  ])("is said of the file %s on a page, not in bare text", async (file, status, reason, back) => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    const site = await signedIn(database, { role: "viewer" });
    const response = await site.get(file);
    const html = await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(html).toMatch(/^<!DOCTYPE html><html lang="vi">/);
    expect(html).toContain(reason);
    expect(html).toContain(`<a class="button" href="${back}">`);
    expect(html).toMatch(/<link rel="stylesheet" href="\/assets\/office-[^"]+\.css"/);
    expect(html).toContain('aria-label="Điều hướng chính"');
    expect(html).toContain('href="/units"');
    expect(html).not.toContain('href="/accounts"');
  });

  it("names the survey on the page for posters of no point, and leads back to it", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    const { title } = database.$client.prepare("select title from surveys").get() as { title: string };
    const site = await signedIn(database);
    const refused = await site.post("/surveys/1/posters", { which: "chosen", layout: "a4" });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("<h1>Chưa chọn điểm nào để in</h1>");
    expect(html).toContain(`<a class="button" href="/surveys/1">Về đợt “${title}”</a>`);
    expect(html).toContain('aria-label="Điều hướng chính"');
  });

  it("is said of all posters of a survey whose codes were all withdrawn", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    database.$client.prepare("update collection_points set revoked_at = '2026-05-01T00:00:00Z'").run();
    const refused = await (await signedIn(database)).post("/surveys/1/posters", { which: "all", layout: "a4" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("<h1>Không có áp phích để in</h1>");
  });

  it("is said of a survey's form once the survey is closed, with a way back to the survey", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    database.$client.prepare("update surveys set status = 'closed'").run();
    const site = await signedIn(database);
    for (const response of [await site.get("/surveys/1/edit"), await site.post("/surveys/1/edit", { title: "x" })]) {
      const html = await response.text();
      expect(response.status).toBe(409);
      expect(html).toContain("<h1>Đợt khảo sát đã đóng, không sửa được nữa</h1>");
      expect(html).not.toContain("người khác thay đổi");
      expect(html).toContain('<a class="button" href="/surveys/1">Về trang của đợt khảo sát</a>');
    }
  });

  it("is kept from whoever is not signed in without telling whether it is there", async () => {
    const site = await signedIn(referenceDatabase(), { role: "viewer" });
    await site.post("/sign-out", {});
    for (const page of ["/units/khong-co", "/questionnaires/99999/file"]) {
      expect((await site.get(page)).headers.get("Location")).toBe(`/sign-in?next=${encodeURIComponent(page)}`);
    }
  });
});
