import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { listUnits } from "~db/repositories/units";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { decodePicture, pdfPages, pdfPictures } from "../support/programs";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";
const MOST_ACTIONS = 40;
const COMMUNES = 166;
const browser = sharedBrowser();

/** Last year's counter survey of all communes, closed, and the designer of the service centre who runs it. */
async function setUp() {
  const database = referenceDatabase();
  const communes = await listUnits(database, await provinceViewer(database), { on: "2026-06-01", kinds: ["commune"] });
  await addOpenSurvey(database, {
    questionnaire: "one-stop-counter",
    units: communes.map(({ key }) => key),
    owner: "th-ttpvhcc",
    title: "Khảo sát một cửa năm 2025",
    opensOn: "2025-07-15",
    closesOn: "2025-12-31",
  });
  database.$client.exec("update surveys set status = 'closed'");
  await insertAccount(database, {
    username: "ttpvhcc",
    displayName: "Cán bộ Trung tâm",
    passwordHash: await hashPassword(PASSWORD),
    mustChangePassword: false,
    role: "designer",
    sector: "administration",
    unitId: await unitId(database, "th-ttpvhcc"),
    createdAt: "2026-01-05T02:00:00.000Z",
  });
  const { url } = await serveSite(database);
  return { database, url };
}

/** A page whose clicks and filled fields are counted; choosing from a list counts as one, typing an address is not used. */
function counted(page: Page) {
  const steps: string[] = [];
  const note = (step: string) => void steps.push(step);
  return {
    steps,
    async click(target: Locator, what: string) {
      note(`click ${what}`);
      await target.click();
    },
    async fill(target: Locator, text: string, what: string) {
      note(`fill ${what}`);
      await target.fill(text);
    },
    link: (name: string | RegExp) => page.getByRole("link", { name }),
    button: (name: string | RegExp) => page.getByRole("button", { name }),
  };
}

const idOf = (database: Database, sql: string) => database.$client.prepare(sql).pluck().get();

it("takes at most forty actions from signing in to the posters of a copied survey with a form of one's own", async () => {
  const { database, url } = await setUp();
  const context = await browser.current().newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const { steps, click, fill, link, button } = counted(page);
  await page.goto(`${url}/sign-in`);
  await fill(page.getByLabel("Tên đăng nhập"), "ttpvhcc", "username");
  await fill(page.getByLabel("Mật khẩu"), PASSWORD, "password");
  await click(button("Đăng nhập"), "sign in");

  // A variant of the official form with one question of the province's own.
  await click(page.getByRole("navigation").getByRole("link", { name: "Mẫu phiếu" }).first(), "questionnaires");
  await click(link("Soạn mẫu phiếu").first(), "write a form");
  const official = String(
    idOf(database, "select id from questionnaire_versions where code = 'one-stop-counter' order by version desc"),
  );
  await click(page.locator(`a[href="/questionnaires/new?version=${official}"]`), "from the official form");
  await click(button("Tạo bản nháp"), "create the draft");
  await page.locator(".editor").waitFor();
  await click(button(/^\+ Thêm câu vào A\. /), "add a question");
  await fill(page.getByLabel("Câu hỏi", { exact: true }), "Cán bộ tiếp nhận có đeo thẻ tên không?", "question");
  await page.locator(".save-note", { hasText: /^Đã lưu/ }).waitFor();
  await click(link(/công bố/i).first(), "to publishing");
  await page.waitForURL("**/publish");
  await click(button("Công bố"), "publish");
  await page.waitForURL("**?done=publish");
  const own = Number(idOf(database, "select max(id) from questionnaire_versions"));

  // Last year's survey again, with that form.
  await click(page.getByRole("navigation").getByRole("link", { name: "Đợt khảo sát" }).first(), "surveys");
  await click(link("Khảo sát một cửa năm 2025"), "last year's survey");
  await click(link("Lập đợt mới từ đợt này"), "copy");
  const choice = page.getByLabel("Mẫu phiếu", { exact: true });
  if (Number(await choice.inputValue()) !== own) {
    steps.push("choose the new form");
    await choice.selectOption(String(own));
  }
  await click(button("Lập bản nháp"), "make the draft");
  await page.waitForURL("**/surveys/2?done=copy");
  expect(
    database.$client.prepare("select version_id, copied_from_id, opens_on from surveys where id = 2").get(),
  ).toEqual({
    ...{ version_id: own, copied_from_id: 1, opens_on: "2026-07-15" },
  });

  // Its posters.
  await click(page.getByRole("navigation").getByRole("link", { name: "Điểm khảo sát" }), "points");
  steps.push("click all posters");
  const all = button("Tải áp phích mọi điểm");
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), all.click()]);
  const pdf = await readFile(await download.path());
  const pages = await pdfPages(pdf);
  expect(pages).toHaveLength(COMMUNES);
  const [picture] = await pdfPictures(pdf, 150, 1, 1);
  const address = picture ? decodePicture(picture) : null;
  const codes = database.$client
    .prepare("select p.code from collection_points p join survey_points s on s.point_id = p.id where s.survey_id = 2")
    .pluck()
    .all();
  expect(codes.map((code) => `${url}/k/${code}`)).toContain(address);
  console.info(`from signing in to ${pages.length} posters: ${steps.length} actions`);
  expect(steps.length, steps.join("; ")).toBeLessThanOrEqual(MOST_ACTIONS);
  await context.close();
}, 240_000);
