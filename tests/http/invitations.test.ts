import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { type Visitor, visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const PAGE = "/surveys/1/invitations";

async function invited(size = 12) {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database, { owner: "th-syt", units: ["bv-dk-tinh", "bv-nhi"] });
  const officer = await signedIn(database, { role: "unit_officer", unit: "bv-dk-tinh" });
  const point = String(points[0]?.id);
  const order = { change: "make", point, label: "Giấy mời tháng 6", size: String(size), expiresOn: "" };
  const made = await officer.post(PAGE, order);
  expect(made.headers.get("Location")).toBe(`${PAGE}?done=make`);
  const codes = database.$client.prepare("select code from invitation_codes order by number").pluck().all() as string[];
  const citizen = await visitSite(database);
  return { database, officer, citizen, points, order, codes };
}

const html = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");
const stored = (database: Database) =>
  database.$client.prepare("select channel, flags, counted, packed from responses").all();

/** A form of a page with the last option of every question. */
async function formOf(site: Visitor, path: string): Promise<Record<string, string>> {
  const page = await (await site.get(path)).text();
  const fields: Record<string, string> = {};
  for (const [, name = "", value = ""] of page.matchAll(/<input type="hidden" name="([^"]+)"[^>]*value="([^"]*)"/g)) {
    fields[name] = value;
  }
  for (const [, name = "", value = ""] of page.matchAll(
    /<input type="radio"[^>]*name="([^"]+)"[^>]*value="([^"]+)"/g,
  )) {
    if (/^[A-E]\d/.test(name)) fields[name] = value;
  }
  return { ...fields, started_at: "2026-06-01T02:50:00.000Z" };
}

describe("a one-time code", () => {
  it("opens the form, sends one, and then says that it was used", async () => {
    const { database, citizen, codes } = await invited();
    const path = `/i/${codes[0]}`;
    const opened = await citizen.get(path);
    expect(opened.status).toBe(200);
    expect(opened.headers.get("Set-Cookie")).toBeNull();
    const form = await formOf(citizen, path);
    const sent = await citizen.post(`${path}?send=1`, form);
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, `${path}/thanks`]);
    expect(stored(database)).toMatchObject([{ channel: "link", flags: "", counted: 1 }]);
    const thanks = await html(await citizen.get(`${path}/thanks`));
    expect(thanks).toContain("Đã nhận phiếu");
    expect(thanks).not.toContain("Mở phiếu mới");
    // The same form again is the same form; another one is refused with its answers kept.
    expect((await citizen.post(`${path}?send=1`, form)).status).toBe(303);
    const other = await citizen.post(`${path}?send=1`, { ...form, response_id: crypto.randomUUID() });
    const refused = await html(other);
    expect(other.status).toBe(410);
    expect(refused).toContain("Mã mời này đã dùng");
    expect(refused).toContain("Phiếu này chưa được gửi");
    expect((await citizen.get(path)).status).toBe(410);
    expect(stored(database)).toHaveLength(1);
    expect((await citizen.get(`/i/${codes[1]}/thanks`)).status).toBe(404);
  });

  it("that was used is not taken back, which is said, and its response stays", async () => {
    const { database, officer, citizen, codes } = await invited();
    await citizen.post(`/i/${codes[0]}?send=1`, await formOf(citizen, `/i/${codes[0]}`));
    const refused = await officer.post(PAGE, { change: "revoke", batch: "1", number: "1", confirmed: "yes" });
    expect(refused.status).toBe(404);
    expect(await html(refused)).toContain("mã đã dùng (phiếu gửi bằng mã ấy vẫn giữ)");
    expect((await officer.post(PAGE, { change: "revoke", batch: "1", confirmed: "yes" })).status).toBe(302);
    expect(stored(database)).toMatchObject([{ channel: "link", counted: 1 }]);
  });

  it("takes after its last day what a phone without a network was told to send before, and nothing else", async () => {
    const { database, citizen, codes } = await invited();
    const form = await formOf(citizen, `/i/${codes[0]}`);
    database.$client.exec("update invitation_batches set expires_on = '2026-05-31'");
    const late = { ...form, started_at: "2026-05-31T02:00:00.000Z", finished_at: "2026-05-31T17:30:00.000Z" };
    expect((await citizen.post(`/i/${codes[0]}?send=1`, late)).status).toBe(410);
    expect((await citizen.post(`/i/${codes[0]}?send=1`, form)).status).toBe(410);
    const inTime = { ...late, finished_at: "2026-05-31T16:30:00.000Z" };
    expect((await citizen.post(`/i/${codes[0]}?send=1`, inTime)).status).toBe(303);
    expect(stored(database)).toMatchObject([{ channel: "link", counted: 1 }]);
  });

  it("lets its sender correct the form within ten minutes, and never send a second one", async () => {
    const { database, citizen, codes } = await invited();
    const path = `/i/${codes[0]}`;
    const form = await formOf(citizen, path);
    await citizen.post(path, form);
    const [item = ""] = Object.keys(form).filter((name) => /^[A-E]\d/.test(name));
    const changed = { ...form, [item]: "1" };
    const conflict = await citizen.post(path, changed);
    expect(conflict.status).toBe(409);
    const page = await html(conflict);
    expect(page).toContain("Sửa phiếu vừa gửi");
    expect(page).not.toContain("Gửi thành phiếu mới");
    expect((await citizen.post(path, { ...changed, intent: "new" })).status).toBe(410);
    const before = stored(database);
    expect((await citizen.post(path, { ...changed, intent: "correct" })).status).toBe(303);
    expect(stored(database)).toHaveLength(1);
    expect(stored(database)).not.toEqual(before);
    expect(stored(database)).toMatchObject([{ flags: "corrected" }]);
  });

  it("sent twice at once stores one form", async () => {
    const { database, citizen, codes } = await invited();
    const path = `/i/${codes[0]}`;
    const form = await formOf(citizen, path);
    const sent = await Promise.all(
      [1, 2, 3].map(() => citizen.post(path, { ...form, response_id: crypto.randomUUID() })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    expect(stored(database)).toHaveLength(1);
  });

  it("survives a mistake in the form", async () => {
    const { database, citizen, codes } = await invited();
    const path = `/i/${codes[0]}`;
    const form = await formOf(citizen, path);
    const [item = ""] = Object.keys(form).filter((name) => /^[A-E]\d/.test(name));
    const refused = await citizen.post(path, { ...form, [item]: "99" });
    expect(refused.status).toBe(422);
    const page = await html(refused);
    expect(page).toContain(form.response_id);
    expect(page).toMatch(/checked=""/);
    expect((await citizen.post(path, form)).status).toBe(303);
    expect(stored(database)).toHaveLength(1);
  });

  it("that opens nothing says why, in both languages, with a way on", async () => {
    const { database, officer, citizen, codes } = await invited();
    const page = async (path: string) => {
      const response = await citizen.get(path);
      return { status: response.status, text: await html(response) };
    };
    const mistyped = `${codes[0]?.slice(0, -1)}${codes[0]?.endsWith("2") ? "3" : "2"}`;
    expect(await page(`/i/${mistyped}`)).toMatchObject({ status: 404 });
    expect((await page(`/i/${mistyped}`)).text).toContain("Mã mời có thể bị gõ nhầm");
    database.$client.prepare("delete from invitation_codes where code = ?").run(codes[11]);
    const unknown = await page(`/i/${codes[11]}`);
    expect([unknown.status, unknown.text.includes("Không tìm thấy mã mời")]).toEqual([404, true]);
    await officer.post(PAGE, { change: "revoke", batch: "1", number: "1", confirmed: "yes" });
    const revoked = await page(`/i/${codes[0]}?lang=en`);
    expect([revoked.status, revoked.text.includes("This invitation has been withdrawn")]).toEqual([410, true]);
    database.$client.exec("update invitation_batches set expires_on = '2026-05-31'");
    const expired = await page(`/i/${codes[1]}`);
    expect([expired.status, expired.text.includes("Hạn dùng là hết ngày 31/05/2026")]).toEqual([410, true]);
    expect(expired.text).toContain("Bệnh viện Đa khoa tỉnh Thanh Hóa");
    database.$client.exec("update invitation_batches set expires_on = null; update surveys set status = 'closed'");
    expect(await page(`/i/${codes[2]}`)).toMatchObject({ status: 410 });
    database.$client.exec("update surveys set status = 'paused'");
    expect(await page(`/i/${codes[2]}`)).toMatchObject({ status: 423 });
    const typed = await citizen.get(`/?code=${codes[2]?.toLowerCase()}`);
    expect(typed.headers.get("Location")).toBe(`/i/${codes[2]}`);
  });
});

describe("officers", () => {
  it("make, take, count and take back codes of their own units", async () => {
    const { database, officer, codes, points, order, citizen } = await invited();
    const csv = await officer.get(`${PAGE}/1/codes.csv`);
    const text = await csv.text();
    expect(text.split("\r\n")[0]).toBe("number,code,address,message");
    expect(text).toContain(`/i/${codes[0]}`);
    expect(text).toContain("dùng một lần");
    const slips = await officer.get(`${PAGE}/1/slips.pdf`);
    expect(slips.headers.get("Content-Type")).toBe("application/pdf");
    await citizen.post(`/i/${codes[0]}`, await formOf(citizen, `/i/${codes[0]}`));
    // One was used: the unit's officer is not told, whoever runs the survey is; the next list leaves it out.
    const shown = await html(await officer.get(PAGE));
    expect(shown).toMatch(/data-label="Đã dùng">(?!1<)/);
    const owner = await signedIn(database, { role: "designer", unit: "th-syt", sector: "health" });
    expect(await html(await owner.get(PAGE))).toContain('data-label="Đã dùng">1<');
    expect(await (await officer.get(`${PAGE}/1/codes.csv`)).text()).not.toContain(codes[0]);
    const refused = await officer.post(PAGE, { ...order, size: "9", label: "" });
    expect(refused.status).toBe(422);
    expect(await html(refused)).toContain("Số mã từ 10 đến 5000.");
    expect((await officer.post(PAGE, { ...order, point: String(points[1]?.id) })).status).toBe(404);
    expect((await officer.post(PAGE, { change: "revoke", batch: "1" })).status).toBe(422);
    expect((await officer.post(PAGE, { change: "revoke", batch: "1", confirmed: "yes" })).status).toBe(302);
    expect((await officer.get(`${PAGE}/1/codes.csv`)).status).toBe(404);
    const nhi = await signedIn(database, { role: "unit_officer", unit: "bv-nhi" });
    expect(await html(await nhi.get(PAGE))).toContain("Chưa có mã mời nào.");
    expect((await nhi.get(`${PAGE}/1/slips.pdf`)).status).toBe(404);
    const analyst = await signedIn(database, { role: "analyst", unit: "th-syt" });
    expect((await analyst.get(PAGE)).status).toBe(403);
  });
});
