import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { sharedBrowser } from "../support/browser";
import { NOW } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { convertWithOffice, decodeQr, pdfImages } from "../support/programs";
import { serveSite } from "../support/served-site";
import { unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";
const browser = sharedBrowser();

/**
 * The whole path: an officer makes a survey and prints the poster; somebody without JavaScript scans it and answers; the
 * answer is a new figure on the results page, in the workbook and in the report.
 */
it("turns a scanned code into a figure on screen, in XLSX and in DOCX", async () => {
  const database = referenceDatabase();
  await addOfficer(database);
  // Time goes on from one look at the clock to the next: forms sent in no time look automated and are not counted.
  let looks = 0;
  const { url } = await serveSite(database, { now: () => new Date(NOW.getTime() + 10_000 * looks++) });
  const officer = await browser.current().newPage({ viewport: { width: 1280, height: 800 } });
  await signIn(officer, url);
  await createSurvey(officer);
  await officer.getByRole("link", { name: "Điểm khảo sát", exact: true }).click();

  const poster = await download(officer, officer.getByRole("link", { name: "Áp phích A4" }));
  const [page] = await pdfImages(poster, 150);
  const address = page && decodeQr(page);
  expect(address).toMatch(new RegExp(`^${url}/k/[2-9A-Z]{8}$`));
  expect(decodeQr(await download(officer, officer.getByRole("link", { name: "PNG" })))).toBe(address);

  // Thirty people: 24 satisfied with everything, 6 with nothing. 24/30 = 80 %.
  for (let person = 0; person < 30; person++) await answerByRequest(address ?? "", person < 24 ? "4" : "3");
  await officer.goto(`${url}/surveys/1/results`);
  expect(await figure(officer)).toBe("80,00%*");

  await answerOnPhone(address ?? "");

  // One more moves nothing: figures move by tens. With nine others not satisfied 25/40 = 62.5 %.
  await officer.reload();
  expect(await figure(officer)).toBe("80,00%*");
  for (let person = 0; person < 9; person++) await answerByRequest(address ?? "", "3");
  await officer.reload();
  expect(await figure(officer)).toBe("62,50%*");
  const workbook = await download(officer, officer.getByRole("link", { name: /XLSX/ }));
  const sheets = await convertWithOffice(
    workbook,
    "xlsx",
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
  );
  const cells = [...sheets.values()].map(String).join("\n");
  expect(cells).toMatch(/62\.5/);
  await officer.getByRole("button", { name: "Báo cáo (Word, PDF)" }).click();
  const report = await download(officer, officer.getByRole("link", { name: /Word/ }));
  const text = String([...(await convertWithOffice(report, "docx", "txt:Text (encoded):UTF8")).values()][0]);
  expect(text).toContain("62,50%");
  expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  expect(text).not.toContain("80,00%");
});

async function addOfficer(database: Database): Promise<void> {
  await insertAccount(database, {
    username: "canbo",
    displayName: "Cán bộ thử",
    passwordHash: await hashPassword(PASSWORD),
    mustChangePassword: false,
    role: "designer",
    sector: "administration",
    unitId: await unitId(database, "th-ttpvhcc"),
    createdAt: "2026-01-05T02:00:00.000Z",
  });
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Tên đăng nhập").fill("canbo");
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("heading", { name: "Đợt khảo sát" }).waitFor();
}

async function createSurvey(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Tạo đợt khảo sát" }).click();
  await page.getByRole("link", { name: /Trung tâm Phục vụ hành chính công/ }).click();
  await page.getByLabel("Tự nguyện").check();
  await page.getByLabel("Lọc theo tên").fill("trung tam phuc vu");
  await page
    .getByRole("button", { name: /^Chọn 1 đơn vị đang hiện/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Tạo bản nháp và mã QR" }).click();
  await page.getByText("Mở đợt khảo sát…").click();
  await page.getByLabel("Tôi đã xem và muốn mở đợt khảo sát này").check();
  await page.getByRole("button", { name: "Mở đợt khảo sát" }).click();
  await page.getByText("Đang nhận phiếu, tự đóng khi hết ngày 31/12/2026.").waitFor();
}

/** What a link gives, asked for with the page's session. */
async function download(page: Page, link: ReturnType<Page["getByRole"]>): Promise<Buffer> {
  const address = await link.first().evaluate((element) => (element as HTMLAnchorElement).href);
  const response = await page.request.get(address);
  expect(response.status(), address).toBe(200);
  return response.body();
}

function figure(page: Page): Promise<string> {
  const tile = page.locator(".key-figure", { hasText: "Tỷ lệ hài lòng chung" });
  return tile.locator(".key-figure-value").textContent() as Promise<string>;
}

/** A person whose browser posts the form: the level goes to every radio group of the scale. */
async function answerByRequest(address: string, level: string): Promise<void> {
  const html = await (await fetch(address)).text();
  const fields = new URLSearchParams();
  for (const [, name = "", value = ""] of html.matchAll(/<input type="hidden" name="([^"]+)"[^>]*value="([^"]*)"/g)) {
    fields.append(name, value);
  }
  const groups = new Set(
    [...html.matchAll(/<input[^>]*type="radio"[^>]*name="([^"]+)"/g)].map(([, name = ""]) => name),
  );
  for (const name of groups) fields.append(name, /^[A-E]\d/.test(name) ? level : "1");
  const sent = await fetch(address, { method: "POST", body: fields, redirect: "manual" });
  expect(sent.status).toBe(303);
}

/** A citizen's phone without JavaScript: ticks "Rất hài lòng" everywhere, sends, sends again, sees thanks once. */
async function answerOnPhone(address: string): Promise<void> {
  const phone = await browser.current().newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await phone.newPage();
  await page.goto(address);
  await page.getByLabel("Cá nhân (người dân)").check();
  for (const level of await page.getByLabel("Rất hài lòng", { exact: true }).all()) await level.check();
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  await page.getByRole("heading", { name: /Đã nhận phiếu/ }).waitFor();
  await page.reload();
  await page.goBack();
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  await page.getByRole("heading", { name: /Đã nhận phiếu/ }).waitFor();
  await phone.close();
}
