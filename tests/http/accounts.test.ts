import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { NOW, type Visitor, visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { PASSWORD, signedIn } from "../support/signed-in";

const NEW_ACCOUNT = {
  username: "canbo.moi",
  displayName: "Cán bộ mới",
  role: "viewer",
  unit: "Sở Y tế — SYT",
  sector: "",
};
const OWN_PASSWORD = "mot-cau-rieng-that-dai";

interface Stored {
  id: number;
  active: number;
  role: string;
  waiting: number;
  displayName: string;
}

function stored(database: Database, username: string): Stored | undefined {
  return database.$client
    .prepare(
      "select id, active, role, must_change_password waiting, display_name displayName from accounts where username = ?",
    )
    .get(username) as Stored | undefined;
}

const kinds = (database: Database) => database.$client.prepare("select kind from activities order by id").pluck().all();
const linkIn = (html: string) => /http:\/\/localhost(\/welcome\/[\w-]{43})/.exec(html)?.[1] ?? "";
const pageOf = (database: Database, username: string) => `/accounts/${stored(database, username)?.id}`;

async function invite(site: Visitor, some: Partial<typeof NEW_ACCOUNT> = {}): Promise<string> {
  const response = await site.post("/accounts/new", { ...NEW_ACCOUNT, ...some });
  expect(response.status).toBe(200);
  return linkIn(await response.text());
}

const accept = (visitor: Visitor, link: string, some: Record<string, string> = {}) =>
  visitor.post(link, { displayName: "Cán bộ mới", next: OWN_PASSWORD, again: OWN_PASSWORD, ...some });

describe("an invitation", () => {
  it("is a link by which the person sees who invites them to what, chooses a password and is signed in, once", async () => {
    const database = referenceDatabase();
    const link = await invite(await signedIn(database));
    const stranger = await visitSite(database);
    const shown = await (await stranger.get(link)).text();
    for (const told of ["administrator-th mời anh/chị", "canbo.moi", "Người xem", "Sở Y tế"])
      expect(shown).toContain(told);
    expect((await accept(stranger, link, { again: "khac" })).status).toBe(422);
    expect(stored(database, "canbo.moi")?.waiting).toBe(1);
    expect((await accept(stranger, link, { displayName: "Nguyễn Văn An" })).headers.get("Location")).toBe("/surveys");
    expect((await stranger.get("/surveys")).status).toBe(200);
    expect(stored(database, "canbo.moi")).toMatchObject({ waiting: 0, displayName: "Nguyễn Văn An" });
    const later = await visitSite(database);
    const again = await later.get(link);
    expect([again.status, (await again.text()).includes("Liên kết này đã được dùng")]).toEqual([410, true]);
    expect((await accept(later, link)).headers.get("Location")).toBe(link);
    const signIn = { username: "canbo.moi", password: OWN_PASSWORD };
    expect((await later.post("/sign-in", signIn)).status).toBe(302);
    expect(kinds(database)).toEqual(["account.invite", "account.accept"]);
  });

  it("runs out after seven days, and says what to do", async () => {
    const database = referenceDatabase();
    const link = await invite(await signedIn(database));
    const at = (days: number) => visitSite(database, { now: () => new Date(NOW.getTime() + days * 86_400_000) });
    expect((await (await at(6.9)).get(link)).status).toBe(200);
    const late = await at(7);
    const answer = await late.get(link);
    expect([answer.status, (await answer.text()).includes("Nhờ người đã mời gửi liên kết mới")]).toEqual([410, true]);
    await accept(late, link);
    expect(stored(database, "canbo.moi")?.waiting).toBe(1);
  });

  it("sent anew ends the old link; withdrawn, none opens", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const first = await invite(site);
    const page = pageOf(database, "canbo.moi");
    const second = linkIn(await (await site.post(page, { change: "link" })).text());
    const stranger = await visitSite(database);
    expect([(await stranger.get(first)).status, (await stranger.get(second)).status]).toEqual([404, 200]);
    expect(await (await site.post(page, { change: "withdraw" })).text()).toContain("Đã thu hồi liên kết");
    expect((await stranger.get(second)).status).toBe(404);
    expect((await site.post(page, { change: "withdraw" })).status).toBe(422);
    expect(kinds(database)).toEqual(["account.invite", "account.invite", "account.withdraw"]);
  });

  it("keeps only a hash of the link", async () => {
    const database = referenceDatabase();
    const token = (await invite(await signedIn(database))).split("/").at(-1) ?? "";
    expect(token).toHaveLength(43);
    expect(database.$client.serialize().includes(token)).toBe(false);
  });

  it.each([
    [{ username: "" }, "Nhập tên đăng nhập"],
    [{ username: "Nguyễn An" }, "Tên đăng nhập chỉ dùng chữ cái không dấu"],
    [{ displayName: "A" }, "Họ tên hoặc chức danh quá ngắn: cần ít nhất 2 ký tự"],
    [{ role: "" }, "Chọn vai trò"],
    [{ unit: "Sở Không Có" }, "Không có đơn vị “Sở Không Có” trong phạm vi quản trị"],
    [{ unit: "hac thanh" }, "“hac thanh” chưa rõ là đơn vị nào"],
    [{ sector: "khac-nua" }, "Chọn lĩnh vực trong danh sách"],
  ])("says what is wrong with %j and keeps the rest", async (fields, message) => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const response = await site.post("/accounts/new", { ...NEW_ACCOUNT, ...fields });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain(message);
    if (!("unit" in fields)) expect(html).toContain('value="Sở Y tế — SYT"');
    expect(stored(database, "canbo.moi")).toBeUndefined();
  });

  it("is refused for a user name that is taken", async () => {
    const site = await signedIn(referenceDatabase());
    await invite(site);
    const again = await site.post("/accounts/new", NEW_ACCOUNT);
    expect([again.status, (await again.text()).includes("Tên đăng nhập này đã có người dùng")]).toEqual([422, true]);
  });
});

describe("an account", () => {
  it("gets a new password by a link: the old one works until then, and no longer", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const officer = await signedIn(database, { role: "viewer", unit: "th-syt" });
    const made = await (await site.post(pageOf(database, "viewer-th-syt"), { change: "link" })).text();
    expect((await officer.get("/surveys")).status).toBe(200);
    expect((await accept(await visitSite(database), linkIn(made))).status).toBe(303);
    expect((await officer.get("/surveys")).status).toBe(302);
    expect((await officer.post("/sign-in", { username: "viewer-th-syt", password: PASSWORD })).status).toBe(422);
    expect((await officer.post("/sign-in", { username: "viewer-th-syt", password: OWN_PASSWORD })).status).toBe(302);
    expect(kinds(database)).toEqual(["account.reset", "account.accept"]);
  });

  it("is changed, locked after a tick, which signs it out, and unlocked", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const officer = await signedIn(database, { role: "viewer", unit: "th-syt" });
    const page = pageOf(database, "viewer-th-syt");
    const edit = { change: "edit", displayName: "Tên khác", role: "analyst", unit: "SYT", sector: "health" };
    expect((await site.post(page, edit)).status).toBe(200);
    expect(stored(database, "viewer-th-syt")).toMatchObject({ displayName: "Tên khác", role: "analyst" });
    expect((await site.post(page, { change: "deactivate" })).status).toBe(422);
    expect((await site.post(page, { change: "deactivate", confirmed: "yes" })).status).toBe(200);
    expect((await officer.get("/surveys")).status).toBe(302);
    expect((await officer.post("/sign-in", { username: "viewer-th-syt", password: PASSWORD })).status).toBe(422);
    expect((await site.post(page, { change: "activate" })).status).toBe(200);
    expect((await officer.post("/sign-in", { username: "viewer-th-syt", password: PASSWORD })).status).toBe(302);
    expect(kinds(database)).toEqual(["account.change", "account.deactivate", "account.activate"]);
    const log = await (await site.get("/activities?kind=account.change")).text();
    expect(log).toContain("Đổi thông tin hoặc quyền của tài khoản");
    expect(log.match(/<tr>/g)).toHaveLength(2);
  });

  it("of one's own is neither locked nor given another role by oneself", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const page = pageOf(database, "administrator-th");
    const edit = { change: "edit", displayName: "Tôi", role: "viewer", unit: "th", sector: "" };
    expect((await site.post(page, { change: "deactivate", confirmed: "yes" })).status).toBe(422);
    expect((await site.post(page, { ...edit, unit: "Tỉnh Thanh Hóa" })).status).toBe(422);
    expect((await site.post(page, { change: "link" })).status).toBe(422);
    expect(stored(database, "administrator-th")).toMatchObject({ active: 1, role: "administrator" });
    expect(kinds(database)).toEqual([]);
  });

  it("is found by name, role and state", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    await invite(site);
    const listed = async (query: string) =>
      (await (await site.get(`/accounts${query}`)).text()).includes(">canbo.moi<");
    expect(await listed("?q=can+bo&role=viewer&state=invited")).toBe(true);
    expect(await listed("?state=locked")).toBe(false);
    expect(await listed("?role=analyst")).toBe(false);
  });
});

it("one's own name and language are one's own to change, and the document says its language", async () => {
  const database = referenceDatabase();
  const site = await signedIn(database, { role: "viewer" });
  expect((await site.post("/account", { change: "name", displayName: "x" })).status).toBe(422);
  expect((await site.post("/account", { change: "name", displayName: "Lê Thị Bình" })).status).toBe(200);
  const before = await (await site.get("/account")).text();
  expect([before.includes('<html lang="vi"'), before.includes("Lê Thị Bình")]).toEqual([true, true]);
  const switched = await site.send("/language", {
    method: "POST",
    body: new URLSearchParams({ language: "en" }),
    headers: { Referer: "http://localhost/tasks?year=2026" },
  });
  expect(switched.headers.get("Location")).toBe("/tasks?year=2026");
  const english = await (await site.get("/account")).text();
  for (const told of ['<html lang="en"', "<title>My account – Hài Lòng</title>", "Change password", "Viewer"]) {
    expect(english).toContain(told);
  }
});
