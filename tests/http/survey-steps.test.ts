import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { writeMark } from "~db/repositories/database-marks";
import { addViewer } from "../support/accounts";
import { type Visitor, visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { PASSWORD, signedIn } from "../support/signed-in";
import { addOpenSurvey, unitId } from "../support/surveys";
import { publishVariant } from "../support/variants";

const CENTRE = { role: "designer", unit: "th-ttpvhcc", sector: "administration" } as const;

function versionId(database: Database, code: string): string {
  const row = database.$client.prepare("select id from questionnaire_versions where code = ?").get(code);
  return String((row as { id: number }).id);
}

async function page(site: Visitor, path: string): Promise<string> {
  const response = await site.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  // React parts neighbouring texts with empty comments.
  return (await response.text()).replaceAll("<!-- -->", "");
}

const titles = (database: Database) => database.$client.prepare("select title, status from surveys").all();

function counterForm(database: Database) {
  return {
    versionId: versionId(database, "one-stop-counter"),
    title: "Khảo sát một cửa năm 2026",
    opensOn: "2026-05-01",
    closesOn: "2026-12-31",
    basis: "voluntary",
    kinds: "commune",
  };
}

describe("the life of a survey", () => {
  it("begins with a form that is kept when it cannot stand and names every fault at once", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database, CENTRE);
    const form = { ...counterForm(database), closesOn: "2026-04-01", basis: "", kinds: "" };
    const refused = await site.post(`/surveys/new?version=${form.versionId}`, form);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain(">Khảo sát một cửa năm 2026</textarea>");
    for (const message of [
      "Đánh dấu một cách chọn người trả lời",
      "Chọn ít nhất một đơn vị",
      "Ngày kết thúc phải từ ngày bắt đầu trở đi",
      "Ngày kết thúc đã qua",
    ]) {
      expect(html).toContain(message);
    }
  });

  it("goes on as a draft with a code for each unit, opens and closes after a tick, and says what is done", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database, CENTRE);
    const created = await site.post("/surveys/new", counterForm(database));
    expect(created.headers.get("Location")).toBe("/surveys/1?done=create");
    expect(database.$client.prepare("select count(*) n from collection_points").get()).toEqual({ n: 166 });
    const draft = await page(site, "/surveys/1");
    expect(draft).toContain("đợt này bắt đầu nhận phiếu ngay khi mở");
    expect(draft).toContain("http://localhost/k/…");
    expect(draft).not.toContain("Xem kết quả");
    const unsure = await site.post("/surveys/1", { change: "open" });
    expect(unsure.status).toBe(422);
    expect(await unsure.text()).toMatch(/<details class="step-panel" open="">.*?id="open-refusal"/s);
    expect(titles(database)).toEqual([{ title: "Khảo sát một cửa năm 2026", status: "draft" }]);
    const opened = await site.post("/surveys/1", { change: "open", confirmed: "yes" });
    expect(opened.headers.get("Location")).toBe("/surveys/1?done=open");
    const after = await page(site, "/surveys/1?done=open");
    expect(after).toMatch(/role="status"><p[^>]*>Đã mở đợt khảo sát\./);
    expect(after).toContain("Xem kết quả");
    expect((await site.post("/surveys/1", { change: "close" })).status).toBe(422);
    const closed = await site.post("/surveys/1", { change: "close", confirmed: "yes" });
    expect(closed.headers.get("Location")).toBe("/surveys/1?done=close");
    expect((await site.post("/surveys/1", { change: "close", confirmed: "yes" })).status).toBe(409);
    // An old address tells no untruth about a survey that has gone on since.
    expect(await page(site, "/surveys/1?done=open")).not.toContain("Đã mở đợt khảo sát");
  });

  it("lets a draft be changed, with what was typed kept when it cannot stand, and nothing once it is closed", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database, CENTRE);
    await site.post("/surveys/new", counterForm(database));
    expect(await page(site, "/surveys/1/edit")).toContain(">Khảo sát một cửa năm 2026</textarea>");
    const form = {
      ...counterForm(database),
      title: "Tên đã sửa",
      kinds: "",
      unitIds: String(await unitId(database, "xa-14848")),
    };
    const refused = await site.post("/surveys/1/edit", { ...form, opensOn: "" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("Ngày bắt đầu không hợp lệ");
    expect(html).toContain(">Tên đã sửa</textarea>");
    const saved = await site.post("/surveys/1/edit", form);
    expect(saved.headers.get("Location")).toBe("/surveys/1?done=save");
    expect(await page(site, "/surveys/1")).toContain("<dt>Số đơn vị</dt><dd>1</dd>");
    await site.post("/surveys/1", { change: "open", confirmed: "yes" });
    const running = await page(site, "/surveys/1/edit");
    expect(running).not.toContain('name="opensOn"');
    const shortened = await site.post("/surveys/1/edit", { ...form, closesOn: "2026-12-01" });
    expect([shortened.status, await shortened.text()]).toEqual([422, expect.stringContaining("chỉ kéo dài được")]);
    const extended = await site.post("/surveys/1/edit", { ...form, closesOn: "2027-01-15" });
    expect(extended.headers.get("Location")).toBe("/surveys/1?done=change");
    expect(await page(site, "/surveys/1")).toContain("kết thúc ngày 15/01/2027");
    await site.post("/surveys/1", { change: "close", confirmed: "yes" });
    expect((await site.get("/surveys/1/edit")).status).toBe(409);
    expect((await site.post("/surveys/1/edit", { ...form, title: "Quá muộn" })).status).toBe(409);
    expect(titles(database)).toEqual([{ title: "Tên đã sửa", status: "closed" }]);
  });

  it("tells the second of two officers who save the same draft, with what they typed and what stands instead", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database, CENTRE);
    await site.post("/surveys/new", counterForm(database));
    const mark = /name="mark" value="(\w+)"/.exec(await page(site, "/surveys/1/edit"))?.[1] ?? "";
    const form = { ...counterForm(database), mark };
    expect((await site.post("/surveys/1/edit", { ...form, title: "Của người thứ nhất" })).status).toBe(302);
    const told = await site.post("/surveys/1/edit", { ...form, closesOn: "2026-11-30" });
    expect(told.status).toBe(409);
    const html = (await told.text()).replaceAll("<!-- -->", "");
    expect(html).toContain("Người khác vừa lưu thay đổi khác");
    expect(html).toContain("<strong>Của người thứ nhất</strong>");
    expect(html).toContain('value="2026-11-30"');
    const fresh = /name="mark" value="(\w+)"/.exec(html)?.[1] ?? "";
    expect((await site.post("/surveys/1/edit", { ...form, mark: fresh })).status).toBe(302);
    expect(titles(database)).toEqual([{ title: "Khảo sát một cửa năm 2026", status: "draft" }]);
  });

  it("lets a draft change its form until it has answers, and tells the second officer and the record of it", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database, CENTRE);
    await site.post("/surveys/new", counterForm(database));
    const centre = await addViewer(database, "th-ttpvhcc", { role: "administrator" });
    const { base, variant } = await publishVariant(database, centre, "one-stop-counter");
    const asked = await page(site, `/surveys/1/edit?version=${variant}`);
    expect(asked).toMatch(new RegExp(`<select[^>]*name="versionId"[^]*<option value="${variant}" selected=""`));
    expect(asked).toContain("Bấm “Lưu thay đổi” để đổi sang mẫu này.");
    const mark = /name="mark" value="(\w+)"/.exec(asked)?.[1] ?? "";
    const form = { ...counterForm(database), mark };
    expect((await site.post("/surveys/1/edit", { ...form, versionId: String(variant) })).status).toBe(302);
    const overview = await page(site, "/surveys/1");
    expect(overview).toMatch(/đổi mẫu phiếu, trước là “[^”]+, phiên bản 1”/);
    const told = await site.post("/surveys/1/edit", { ...form, versionId: String(base) });
    expect(told.status).toBe(409);
    expect((await told.text()).replaceAll("<!-- -->", "")).toMatch(/<li>Mẫu phiếu: <strong>[^<]*Biến thể/);

    const insert =
      "insert into responses (response_id, survey_id, unit_id, channel, language, finished_at, received_at, packed) ";
    database.$client.exec(
      `${insert} select 'r1', 1, unit_id, 'import', 'vi', '2026-05-02', '2026-05-02', '' from survey_units limit 1`,
    );
    const answered = await page(site, `/surveys/1/edit?version=${base}`);
    expect(answered).toContain("Bản nháp đã có phiếu nên mẫu phiếu giữ nguyên.");
    expect(answered).not.toMatch(/<select[^>]*name="versionId"/);
    const late = await site.post("/surveys/1/edit", { ...counterForm(database), versionId: String(base) });
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining("nên không đổi mẫu phiếu được")]);
    expect(database.$client.prepare("select version_id from surveys").pluck().all()).toEqual([variant]);
  });

  it("rests, goes on, and ends in results that are fixed, with a record of who did what", async () => {
    const database = referenceDatabase();
    const { surveyId, points } = await addOpenSurvey(database, {
      owner: "th-ttpvhcc",
      questionnaire: "one-stop-counter",
      units: ["th-ttpvhcc"],
    });
    const path = `/surveys/${surveyId}`;
    database.$client
      .prepare("insert into kiosks (point_id, label, queue_length, created_at) values (?, 'Cửa 1', 12, '2026-01-01')")
      .run(points[0]?.id);
    const site = await signedIn(database, CENTRE);
    const step = async (change: string) => (await site.post(path, { change, confirmed: "yes" })).status;
    expect((await site.post(path, { change: "pause" })).status).toBe(422);
    expect(await step("pause")).toBe(302);
    expect(await page(site, path)).toContain(">Tạm dừng<");
    expect((await site.post(path, { change: "resume" })).status).toBe(302);
    expect(await page(site, path)).toContain("1 máy tính bảng còn giữ 12 phiếu chưa gửi");
    expect([await step("finalise"), await step("close")]).toEqual([409, 302]);
    expect((await site.post(path, { change: "finalise" })).status).toBe(422);
    expect(await page(site, path)).toContain("Phiếu trả lời xong trước khi đóng còn được tính đến hết ngày 08/06/2026");
    expect(await step("finalise")).toBe(302);
    const fixed = await page(site, path);
    expect(fixed).toContain("Đã chốt kết quả: số liệu không đổi nữa");
    expect(fixed.match(/name="change" value="\w+"/g)).toEqual(['name="change" value="correct"']);
    for (const [who, what] of [
      ["designer-th-ttpvhcc", "Chốt đợt khảo sát"],
      ["tự động", "Mở đợt khảo sát"],
    ]) {
      expect(fixed).toMatch(new RegExp(`${what}.*?${who}`, "s"));
    }
    expect(await step("reopen")).toBe(409);
  });

  it("copies with a single click, as its form is filled in", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, {
      owner: "th-ttpvhcc",
      questionnaire: "one-stop-counter",
      units: ["th-ttpvhcc", "xa-14848"],
      title: "Khảo sát một cửa năm 2025",
      opensOn: "2025-03-01",
      closesOn: "2025-12-31",
    });
    const site = await signedIn(database, CENTRE);
    expect(await page(site, "/surveys/1")).toContain('href="/surveys/1/copy"');
    const html = await page(site, "/surveys/1/copy");
    const given = (name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? "";
    const ticked = [...html.matchAll(/<input[^>]*name="unitIds"[^>]*>/g)].filter(([tag]) => tag.includes("checked"));
    const copied = await site.post("/surveys/1/copy", [
      ["title", /name="title"[^>]*>([^<]*)</.exec(html)?.[1] ?? ""],
      ...["versionId", "opensOn", "closesOn"].map((name): [string, string] => [name, given(name)]),
      ["basis", /value="(\w+)" checked|checked="" value="(\w+)"/.exec(html)?.[1] ?? "voluntary"],
      ...ticked.map(([tag]): [string, string] => ["unitIds", /value="(\d+)"/.exec(tag)?.[1] ?? ""]),
    ]);
    expect(copied.headers.get("Location")).toBe("/surveys/2?done=copy");
    const draft = await page(site, "/surveys/2?done=copy");
    for (const said of ["Khảo sát một cửa năm 2026", "01/03/2026 – 31/12/2026", "Sao chép đợt khảo sát"]) {
      expect(draft).toContain(said);
    }
    expect(database.$client.prepare("select count(*) n from survey_points where survey_id = 2").get()).toEqual({
      n: 2,
    });
  });

  it("keeps a draft from everybody else's edit page", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { owner: "th-syt" });
    database.$client.exec("update surveys set status = 'draft'");
    const education = await signedIn(database, { role: "designer", unit: "th-sgddt", sector: "education" });
    expect((await education.get("/surveys/1/edit")).status).toBe(404);
    const hospital = await signedIn(database, { role: "designer", unit: "bv-dk-tinh", sector: "health" });
    expect((await hospital.get("/surveys/1/edit")).status).toBe(404);
    const analyst = await signedIn(database, { role: "analyst", unit: "th-syt" });
    expect((await analyst.get("/surveys/1/edit")).status).toBe(403);
  });

  it("opens no draft whose window is over", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { closesOn: "2026-05-31" });
    database.$client.exec("update surveys set status = 'draft'");
    const site = await signedIn(database);
    expect(await page(site, "/surveys/1")).toContain("Ngày kết thúc 31/05/2026 đã qua: sửa thời gian trước khi mở.");
    expect((await site.post("/surveys/1", { change: "open", confirmed: "yes" })).status).toBe(422);
    expect(titles(database)).toEqual([{ title: "Khảo sát thử", status: "draft" }]);
  });

  it("ends for a draft only after a tick, and for no survey that has been opened", async () => {
    const database = referenceDatabase();
    const { surveyId } = await addOpenSurvey(database, { owner: "th-ttpvhcc", questionnaire: "one-stop-counter" });
    const site = await signedIn(database, CENTRE);
    expect((await site.post(`/surveys/${surveyId}`, { change: "delete", confirmed: "yes" })).status).toBe(409);
    database.$client.exec("update surveys set status = 'draft'");
    const unsure = await site.post(`/surveys/${surveyId}`, { change: "delete" });
    expect(unsure.status).toBe(422);
    expect(await unsure.text()).toMatch(/Bản nháp sẽ bị xóa vĩnh viễn.*?id="delete-refusal"/s);
    const deleted = await site.post(`/surveys/${surveyId}`, { change: "delete", confirmed: "yes" });
    expect(deleted.headers.get("Location")).toBe("/surveys?done=delete");
    expect(await page(site, "/surveys?done=delete")).toContain("Đã xóa bản nháp.");
    expect(titles(database)).toEqual([]);
    expect(database.$client.prepare("select count(*) n from collection_points").get()).toEqual({ n: 1 });
  });
});

describe("a survey's page", () => {
  it.each([
    ["2026-06-02", "2026-12-31", "Sẽ mở ngày 02/06/2026"],
    ["2026-01-01", "2026-05-31", "Đã hết hạn ngày 31/05/2026"],
    ["2026-01-01", "2026-06-01", "Đang thu phiếu"],
  ])("says of an opened window %s to %s that it is “%s”, in the list too", async (opensOn, closesOn, words) => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { opensOn, closesOn });
    const site = await signedIn(database);
    const names = ["Sẽ mở ngày 02/06/2026", "Đã hết hạn ngày 31/05/2026", "Đang thu phiếu"];
    for (const path of ["/surveys", "/surveys/1"]) {
      const html = await page(site, path);
      expect(names.filter((name) => html.includes(`>${name}<`))).toEqual([words]);
    }
  });

  it("tells which units' codes another survey uses and what a draft's code opens today", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database, { title: "Đợt đầu năm", units: ["bv-dk-tinh", "bv-nhi"], owner: "th-syt" });
    await addOpenSurvey(database, { title: "Đợt thứ hai", units: ["bv-dk-tinh"], owner: "th-syt" });
    database.$client.exec("update surveys set status = 'draft' where id = 2");
    const site = await signedIn(database, { role: "designer", unit: "th-syt", sector: "health" });
    const draft = await page(site, "/surveys/2");
    expect(draft).toContain("1 đơn vị đã có trong đợt “Đợt đầu năm”");
    expect(draft).toContain("Người dân quét mã ở các đơn vị này sẽ chọn giữa “Đợt đầu năm” và đợt này.");
    expect(await page(site, "/surveys/2/points")).toContain("Phiếu của “Đợt đầu năm”");
    expect(await page(site, `/surveys/new?version=${versionId(database, "outpatient-qd56")}`)).toContain(
      "2 đơn vị đã có trong đợt “Đợt đầu năm”",
    );
    await site.post("/surveys/2", { change: "open", confirmed: "yes" });
    expect(await page(site, "/surveys/2/points")).toContain("Trang chọn giữa “Đợt đầu năm” và đợt này");
  });

  it("warns of QR codes without a public address, save in a simulated database and to those who print none", async () => {
    const database = referenceDatabase();
    await addOpenSurvey(database);
    const administrator = await signedIn(database);
    const analyst = await signedIn(database, { role: "analyst" });
    const warned = "Địa chỉ công khai của hệ thống chưa được đặt: mã QR in ra sẽ không mở được trên điện thoại";
    expect(await page(administrator, "/surveys/1/points")).not.toContain(warned);
    const settings = { publicUrl: "http://127.0.0.1:3000", publicUrlMissing: true };
    const seen = async (username: string) => {
      const site = await visitSite(database, { settings });
      await site.post("/sign-in", { username, password: PASSWORD });
      return (await page(site, "/surveys/1/points")).includes(warned);
    };
    expect(await seen("administrator-th")).toBe(true);
    expect(await seen("analyst-th")).toBe(false);
    database.$client.exec("update surveys set simulated = 1");
    expect(await seen("administrator-th")).toBe(false);
    expect(await page(analyst, "/surveys/1/points")).not.toContain(warned);
  });

  it("bears the mark of simulated answers from the draft on", async () => {
    const database = referenceDatabase();
    await writeMark(database, "simulated", "yes");
    const site = await signedIn(database, CENTRE);
    await site.post("/surveys/new", counterForm(database));
    expect(await page(site, "/surveys/1")).toContain('<span class="badge badge-simulated">Mô phỏng</span>');
  });
});

describe("the body that runs a survey", () => {
  it("is chosen where the viewer's scope has several, and is at first the one that the plan charges", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database);
    const form = {
      ...counterForm(database),
      versionId: versionId(database, "outpatient-qd56"),
      kinds: "hospital",
    };
    const offered = await page(site, `/surveys/new?version=${form.versionId}`);
    expect(offered).toMatch(/<option value="\d+" selected="">Sở Y tế<\/option>/);
    expect(offered).toContain("Trung tâm Phục vụ hành chính công tỉnh Thanh Hóa</option>");
    const refused = await site.post("/surveys/new", { ...form, ownerUnitId: "" });
    expect(await refused.text()).toContain("Chọn cơ quan thực hiện");
    const owner = await unitId(database, "th-stp");
    await site.post("/surveys/new", { ...form, ownerUnitId: String(owner) });
    expect(database.$client.prepare("select owner_unit_id id from surveys").all()).toEqual([{ id: owner }]);
  });

  it("is not asked of a department, and no form may name another's", async () => {
    const database = referenceDatabase();
    const site = await signedIn(database, CENTRE);
    const form = counterForm(database);
    expect(await page(site, `/surveys/new?version=${form.versionId}`)).not.toContain('name="ownerUnitId"');
    await site.post("/surveys/new", { ...form, ownerUnitId: String(await unitId(database, "th-syt")) });
    expect(database.$client.prepare("select owner_unit_id id from surveys").all()).toEqual([
      { id: await unitId(database, "th-ttpvhcc") },
    ]);
  });
});
