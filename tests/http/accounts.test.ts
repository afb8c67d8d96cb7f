import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { PASSWORD, signedIn } from "../support/signed-in";

const NEW_ACCOUNT = {
  change: "create",
  username: "canbo.moi",
  displayName: "Cán bộ mới",
  role: "viewer",
  unit: "Sở Y tế — SYT",
  sector: "",
};

/** Id and state of an account, as stored. */
function stored(database: Database, username: string) {
  return database.$client
    .prepare(
      "select accounts.id, active, key unit from accounts join units on units.id = accounts.unit_id where username = ?",
    )
    .get(username) as { id: number; active: number; unit: string } | undefined;
}

function oneTimePassword(html: string): string {
  return /class="code">([a-z0-9-]{19})</.exec(html)?.[1] ?? "";
}

/** What a form field holds in a page; null where it holds nothing. */
function typed(html: string, field: string): string | null {
  const input = new RegExp(`<input[^>]* name="${field}"[^>]*>`).exec(html)?.[0] ?? "";
  return / value="([^"]*)"/.exec(input)?.[1] || null;
}

describe("the accounts page", () => {
  it("hands out an account with a one-time password, names it, and empties the form", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const response = await site.post("/accounts", NEW_ACCOUNT);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html.replace(/<!-- -->|<[^>]+>/g, "")).toContain(
      "Đã tạo tài khoản canbo.moi cho Cán bộ mới: người xem, phạm vi Sở Y tế.",
    );
    expect([typed(html, "username"), typed(html, "displayName"), typed(html, "unit")]).toEqual([null, null, null]);
    const newcomer = await visitSite(database);
    const signIn = { username: "canbo.moi", password: oneTimePassword(html) };
    expect((await newcomer.post("/sign-in", signIn)).status).toBe(302);
    expect((await newcomer.get("/surveys")).headers.get("Location")).toBe("/account");
  });

  it("keeps what was typed when the user name is taken", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    await site.post("/accounts", NEW_ACCOUNT);
    const again = await site.post("/accounts", NEW_ACCOUNT);
    const html = await again.text();
    expect(again.status).toBe(422);
    expect(html).toContain("Tên đăng nhập này đã có người dùng");
    expect([typed(html, "username"), typed(html, "unit")]).toEqual(["canbo.moi", "Sở Y tế — SYT"]);
    expect(html).toMatch(/<input[^>]*value="viewer"[^>]*checked|<input[^>]*checked[^>]*value="viewer"/);
  });

  it.each([
    [{ username: "" }, "Nhập tên đăng nhập"],
    [{ username: "a" }, "Tên đăng nhập quá ngắn: cần ít nhất 3 ký tự"],
    [{ username: "Nguyễn An" }, "Tên đăng nhập chỉ dùng chữ cái không dấu"],
    [{ username: ".an.van" }, "Tên đăng nhập phải bắt đầu bằng chữ cái hoặc chữ số"],
    [{ displayName: "" }, "Nhập họ tên hoặc chức danh"],
    [{ displayName: "A" }, "Họ tên hoặc chức danh quá ngắn: cần ít nhất 2 ký tự"],
    [{ role: "" }, "Chọn vai trò"],
    [{ unit: "" }, "Chọn đơn vị"],
    [{ unit: "Sở Không Có" }, "Không có đơn vị “Sở Không Có” trong phạm vi quản trị"],
    [{ unit: "hac thanh" }, "“hac thanh” chưa rõ là đơn vị nào"],
    [{ sector: "khac-nua" }, "Chọn lĩnh vực trong danh sách"],
  ])("says what is wrong with %j", async (fields, message) => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const response = await site.post("/accounts", { ...NEW_ACCOUNT, ...fields });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(message);
    expect(stored(database, "canbo.moi")).toBeUndefined();
  });

  it("says one thing at a time about a field", async () => {
    const site = await signedIn(referenceDatabase());
    const html = await (await site.post("/accounts", { ...NEW_ACCOUNT, username: "", displayName: "" })).text();
    const summary = /role="alert".*?<\/ul>/s.exec(html)?.[0] ?? "";
    expect(summary.match(/<li>/g)).toHaveLength(2);
  });

  it.each(["SYT", "syt", "so y te", "Sở Y tế", "Sở Y tế - SYT", "Sở Y tế — SYT"])(
    "takes “%s” for the department of health",
    async (unit) => {
      const database = referenceDatabase();
      const site = await signedIn(database);
      expect((await site.post("/accounts", { ...NEW_ACCOUNT, unit })).status).toBe(200);
      expect(stored(database, "canbo.moi")?.unit).toBe("th-syt");
    },
  );

  it("knows no unit outside the administrator's scope", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database, { unit: "th-syt" });
    const response = await site.post("/accounts", { ...NEW_ACCOUNT, unit: "SGDDT" });
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain("Sở Giáo dục");
  });

  it("locks an account only once that is confirmed, and opens it again", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const officer = await signedIn(database, { role: "viewer", unit: "th-syt" });
    const id = String(stored(database, "viewer-th-syt")?.id);
    const unsure = await site.post("/accounts", { change: "deactivate", id });
    expect(unsure.status).toBe(422);
    expect(await unsure.text()).toContain("xin đánh dấu vào ô xác nhận");
    expect((await officer.get("/surveys")).status).toBe(200);
    const locked = await site.post("/accounts", { change: "deactivate", id, confirmed: "yes" });
    expect((await locked.text()).replace(/<[^>]+>/g, "")).toContain("Đã khóa tài khoản viewer-th-syt");
    expect((await officer.get("/surveys")).status).toBe(302);
    expect((await officer.post("/sign-in", { username: "viewer-th-syt", password: PASSWORD })).status).toBe(422);
    expect((await site.post("/accounts", { change: "activate", id })).status).toBe(200);
    expect((await officer.post("/sign-in", { username: "viewer-th-syt", password: PASSWORD })).status).toBe(302);
  });

  it("gives a forgotten password anew, and ends the old one and its sessions", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const officer = await signedIn(database, { role: "viewer", unit: "th-syt" });
    const reset = await site.post("/accounts", {
      change: "reset",
      id: String(stored(database, "viewer-th-syt")?.id),
    });
    const password = oneTimePassword(await reset.text());
    expect((await officer.get("/surveys")).status).toBe(302);
    expect((await officer.post("/sign-in", { username: "viewer-th-syt", password: PASSWORD })).status).toBe(422);
    expect((await officer.post("/sign-in", { username: "viewer-th-syt", password })).status).toBe(302);
  });

  it("lets nobody lock themselves out, nor touch an account outside their scope", async () => {
    const database = referenceDatabase();
    await signedIn(database);
    const site = await signedIn(database, { unit: "th-syt" });
    const own = String(stored(database, "administrator-th-syt")?.id);
    const above = String(stored(database, "administrator-th")?.id);
    expect((await site.post("/accounts", { change: "deactivate", id: own, confirmed: "yes" })).status).toBe(422);
    expect((await site.post("/accounts", { change: "deactivate", id: above, confirmed: "yes" })).status).toBe(404);
    expect((await site.post("/accounts", { change: "reset", id: above })).status).toBe(404);
    expect(stored(database, "administrator-th")?.active).toBe(1);
  });
});
