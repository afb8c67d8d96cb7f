import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { changeStatus, insertSurvey } from "~db/repositories/surveys";
import { fileDatabase } from "../imports/import-files";
import type { Visitor } from "../support/built-site";
import { serveSite } from "../support/served-site";
import { signedIn } from "../support/signed-in";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const HEADER = "response_id,unit_code,channel,submitted_at,A1,A2";

/** A survey at one hospital with an officer who runs it, and a way to send files into it. */
async function place() {
  const { database } = fileDatabase();
  const survey = await addOpenSurvey(database, { closesOn: "2026-05-31" });
  const officer = await signedIn(database);
  const code = database.$client
    .prepare("select code from unit_versions where unit_id = ? order by valid_from desc")
    .pluck()
    .get(survey.points[0]?.unitId) as string;
  const rows = (count: number) =>
    Array.from({ length: count }, (_, row) => `P${row},${code},paper,2026-03-05T08:30,${1 + (row % 5)},3`);
  const file = (lines: readonly string[]) => `${[HEADER, ...lines].join("\n")}\n`;
  return { database, ...survey, officer, code, rows, file, path: `/surveys/${survey.surveyId}/imports` };
}

function form(content: string, fields: Record<string, string> = { provenance: "Nhập từ phiếu giấy để thử" }): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set("file", new File([content], "phiếu tháng 3.csv", { type: "text/csv" }));
  return body;
}

/** Sends a file and waits until it has been read. @returns the address of its page. */
async function send(site: Visitor, path: string, content: string): Promise<string> {
  const sent = await site.send(path, { method: "POST", body: form(content) });
  expect(sent.status).toBe(302);
  const page = sent.headers.get("Location") ?? "";
  await settled(site, page);
  return page;
}

/** The page of a file once nothing works on it. */
async function settled(site: Visitor, page: string): Promise<string> {
  return expect
    .poll(() => read(site, page), { timeout: 60_000, interval: 50 })
    .not.toMatch(/<progress|Đang ghi/)
    .then(() => read(site, page));
}

async function read(site: Visitor, page: string): Promise<string> {
  const response = await site.get(page);
  expect(response.status).toBe(200);
  return text(await response.text());
}

/** A page as it is read: without its data for the script, and without the comments by which React parts what it joins. */
function text(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replaceAll("<!-- -->", "")
    .replaceAll("&quot;", '"');
}

function count(database: Database): number {
  return database.$client.prepare("select count(*) from responses").pluck().get() as number;
}

describe("a file of responses", () => {
  it("is read, shown in words, taken in, and adds nothing when it is sent again", async () => {
    const { database, officer, path, rows, file } = await place();
    const page = await send(officer, path, file(rows(12)));
    const checked = await read(officer, page);
    expect(checked).toContain("Mọi dòng đều tốt: 12 phiếu mới, 0 phiếu đã có sẵn");
    expect(checked).toContain("phiếu tháng 3.csv");
    expect(checked).toContain("Nhập từ phiếu giấy để thử");
    expect(checked).toMatch(/Dòng 2: Bệnh viện/);
    expect(count(database)).toBe(0);
    expect((await officer.post(page, { change: "store" })).status).toBe(302);
    expect(await settled(officer, page)).toMatch(/Đã nhập 12 phiếu ngày [^;]*; 0 phiếu đã có sẵn/);
    expect(count(database)).toBe(12);
    const again = await send(officer, path, file(rows(12)));
    const known = await read(officer, again);
    expect(known).toContain("Mọi phiếu trong tệp đã có từ trước nên không có gì để nhập.");
    expect(known).not.toContain('value="store"');
    expect(known).toContain(`href="${path}"`);
    expect(await read(officer, path)).toContain("Không có phiếu mới");
    await officer.post(again, { change: "store" });
    expect(await settled(officer, again)).toMatch(/Đã nhập 0 phiếu ngày [^;]*; 12 phiếu đã có sẵn/);
    expect(count(database)).toBe(12);
    const twice = await officer.post(page, { change: "store" });
    expect(twice.status).toBe(409);
    expect(text(await twice.text())).toContain("Tệp đã sang bước khác");
    expect(await read(officer, path)).toContain(`href="${again}"`);
  });

  it("with a header that is none says what it found and what it should have", async () => {
    const { database, officer, path } = await place();
    const page = await read(officer, await send(officer, path, "họ tên,tuổi\nAn,33\n"));
    expect(page).toContain("Không đọc được tệp. Chưa phiếu nào được ghi.");
    expect(page).toContain("thiếu cột bắt buộc");
    expect(page).toContain("“họ tên”, “tuổi”");
    expect(page).toContain("Tải tệp mẫu");
    expect(page).not.toContain('value="store"');
    expect(count(database)).toBe(0);
  });

  it("with bad rows lists them, hands them out and leaves them out only when told to", async () => {
    const { database, officer, path, rows, file, code } = await place();
    const bad = [
      `X1,${code},paper,2026-03-05,9,3`,
      "X2,xyz,paper,2026-03-05,3,3",
      `X3,${code},paper,2026-03-05,3,=1+1`,
    ];
    const page = await send(officer, path, file([...rows(3), ...bad]));
    const checked = await read(officer, page);
    expect(checked).toContain("3 dòng sai, 3 dòng tốt");
    expect(checked).toContain("không có đơn vị nào của đợt mang mã này");
    const list = await officer.get(`${page}/bad-rows.csv`);
    expect(list.headers.get("Content-Type")).toContain("text/csv");
    const csv = await list.text();
    expect(csv).toMatch(/^\uFEFF?line,column,value,reason\r\n5,A1,9,/);
    expect(csv).toContain("6,unit_code,xyz,");
    expect(csv).toContain("'=1+1");
    expect((await officer.post(page, { change: "store" })).status).toBe(409);
    const unsure = await officer.post(page, { change: "skip" });
    expect(unsure.status).toBe(422);
    expect(text(await unsure.text())).toContain("Đánh dấu vào ô xác nhận rồi bấm nút");
    expect(count(database)).toBe(0);
    expect((await officer.post(page, { change: "skip", confirmed: "yes" })).status).toBe(302);
    expect(await settled(officer, page)).toMatch(/Đã nhập 3 phiếu ngày .*, bỏ qua 3 dòng sai/);
    expect(count(database)).toBe(3);
  });

  it("is given up when it is cancelled, and asked for a second time before", async () => {
    const { database, officer, path, rows, file } = await place();
    const page = await send(officer, path, file(rows(3)));
    expect((await officer.post(page, { change: "cancel" })).status).toBe(422);
    expect((await officer.post(page, { change: "cancel", confirmed: "yes" })).status).toBe(302);
    expect(await read(officer, page)).toContain("Đã hủy; chưa phiếu nào của tệp được ghi.");
    expect((await officer.post(page, { change: "store" })).status).toBe(409);
    expect((await officer.post(page, { change: "recheck" })).status).toBe(409);
    expect((await officer.post(page, { change: "dance" })).status).toBe(422);
    expect(count(database)).toBe(0);
  });

  it("is not taken into a survey that was finalised meanwhile, and its page says so", async () => {
    const { database, officer, path, rows, file, surveyId } = await place();
    const page = await send(officer, path, file(rows(3)));
    const viewer = await provinceViewer(database);
    const at = new Date("2026-06-01T02:00:00Z");
    await changeStatus(database, viewer, { surveyId, from: "open", to: "closed", at });
    await changeStatus(database, viewer, { surveyId, from: "closed", to: "finalised", at });
    const refused = await officer.post(page, { change: "store" });
    expect(refused.status).toBe(409);
    expect(text(await refused.text())).toContain("Đợt đã chốt số liệu nên không nhận thêm tệp.");
    const after = await read(officer, page);
    expect(after).toContain("Chưa phiếu nào của tệp được ghi.");
    expect(after).not.toContain('value="store"');
    expect((await officer.send(path, { method: "POST", body: form("x") })).status).toBe(409);
    expect(count(database)).toBe(0);
  });
});

describe("an upload is refused in words", () => {
  it("without a source, or without a file", async () => {
    const { officer, path } = await place();
    const nameless = await officer.send(path, { method: "POST", body: form("a", { provenance: "x" }) });
    expect(nameless.status).toBe(422);
    expect(text(await nameless.text())).toContain("Ghi rõ nguồn: ai nhập số liệu, nhập từ đâu");
    const empty = await officer.send(path, { method: "POST", body: form("") });
    expect(empty.status).toBe(422);
    const page = text(await empty.text());
    expect(page).toContain("Chọn một tệp CSV hoặc XLSX có nội dung");
    expect(page).toContain('value="Nhập từ phiếu giấy để thử"');
  });

  it("into a survey that is a draft", async () => {
    const { database, officer, versionId } = await place();
    const viewer = await provinceViewer(database);
    const draft = await insertSurvey(
      database,
      {
        ...{ title: "Đợt nháp", versionId, ownerUnitId: viewer.unitId, opensOn: "2026-01-01", closesOn: "2026-12-31" },
        ...{
          basis: "voluntary",
          simulated: false,
          createdAt: "2026-01-05T02:00:00.000Z",
          createdBy: null,
          unitIds: [],
        },
      },
      { drawCode: () => "", label: "" },
    );
    const path = `/surveys/${draft}/imports`;
    expect(await read(officer, path)).toContain("Đợt còn là bản nháp: mở đợt trước rồi mới nhập tệp.");
    const sent = await officer.send(path, { method: "POST", body: form("a,b\n") });
    expect(sent.status).toBe(409);
    expect(text(await sent.text())).toContain("Đợt còn là bản nháp");
    expect(database.$client.prepare("select count(*) from response_imports").pluck().get()).toBe(0);
  });

  it("when it is too long or no form, also where it lies about its length", async () => {
    const { database, officer, path } = await place();
    const { url } = await serveSite(database);
    const post = (type: string, length: number) =>
      fetch(url + path, { method: "POST", headers: { "Content-Type": type }, body: new Uint8Array(length) });
    const large = await post("multipart/form-data; boundary=x", 101 * 1024 * 1024).catch(() => null);
    // A browser that is still sending may meet the closed connection before it reads the answer.
    if (large) {
      expect(large.status).toBe(413);
      expect(await large.text()).toContain("Tệp lớn hơn 100 MB nên không nhận");
    }
    const other = await post("text/csv", 10);
    expect(other.status).toBe(415);
    expect(await other.text()).toContain("Chỉ nhận biểu mẫu");
    const long = form("a".repeat(101 * 1024 * 1024));
    const streamed = await officer.send(path, { method: "POST", body: long });
    expect(streamed.status).toBe(413);
    expect(text(await streamed.text())).toContain("Tệp lớn hơn 100 MB nên không nhận");
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    const broken = await officer.send(path, { method: "POST", headers, body: "not a form" });
    expect(broken.status).toBe(422);
    expect(text(await broken.text())).toContain("Chọn một tệp CSV hoặc XLSX có nội dung");
  });

  it("into a survey of somebody else, as if there were none", async () => {
    const { database, path, officer, rows, file } = await place();
    const page = await send(officer, path, file(rows(1)));
    const stranger = await signedIn(database, { role: "designer", unit: "th-sgddt" });
    const answers = [
      await stranger.get(path),
      await stranger.get(page),
      await stranger.get(`${page}/bad-rows.csv`),
      await stranger.send(path, { method: "POST", body: form("x") }),
      await stranger.post(page, { change: "store" }),
      await officer.get(`${path}/999`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    const officerOfUnit = await signedIn(database, { role: "unit_officer", unit: "bv-dk-tinh" });
    expect([403, 404]).toContain((await officerOfUnit.get(path)).status);
    expect(count(database)).toBe(0);
  });
});
