import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { expect, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const browser = sharedBrowser();

/** What axe finds on a page, in short; nothing is allowed. Also whether the page is wider than the screen. */
async function defects(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  return wide ? [...found, "wider than the screen"] : found;
}

async function eachScreen(open: Browser, addresses: string[], signIn: ((page: Page) => Promise<void>) | null) {
  const found: Record<string, string[]> = {};
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1280, height: 800 },
  ]) {
    const context = await open.newContext({ viewport });
    const page = await context.newPage();
    await signIn?.(page);
    for (const address of addresses) {
      await page.goto(address);
      const problems = await defects(page);
      if (problems.length > 0) found[`${address} at ${viewport.width}`] = problems;
    }
    await context.close();
  }
  return found;
}

async function addAdministrator(database: Database): Promise<void> {
  await insertAccount(database, {
    username: "quantri",
    // As long as names of departments are, since the frame must hold them on a phone.
    displayName: "Cán bộ Sở Giáo dục và Đào tạo tỉnh Thanh Hóa (mẫu)",
    passwordHash: await hashPassword(PASSWORD),
    mustChangePassword: false,
    role: "administrator",
    sector: null,
    unitId: await unitId(database, "th"),
    createdAt: "2026-01-05T02:00:00.000Z",
  });
}

it("finds nothing on the citizens' pages, on a phone and on a desk", async () => {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database);
  const { url } = await serveSite(database);
  const point = `${url}/k/${points[0]?.code}`;
  const addresses = [`${url}/`, point, `${point}?lang=en`, `${point}/thanks`, `${url}/k/22222222`];
  expect(await eachScreen(browser.current(), addresses, null)).toEqual({});
});

it("finds nothing on the officers' pages, on a phone and on a desk", async () => {
  const database = referenceDatabase();
  await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc", "xa-14848"] });
  await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"] });
  database.$client.exec("update surveys set status = 'draft' where id = 2");
  await addAdministrator(database);
  const { url } = await serveSite(database);
  const paths = [
    "/surveys",
    "/surveys/new",
    "/surveys/new?version=1",
    "/surveys/1",
    "/surveys/1/results",
    "/surveys/2",
    "/surveys/1/results/th-ttpvhcc",
    "/surveys/1/comments",
    "/surveys/2/comments",
    "/questionnaires",
    "/questionnaires/1",
    "/units",
    "/units?under=xa-2025-14797",
    "/tasks",
    "/accounts",
    "/account",
  ];
  const found = await eachScreen(
    browser.current(),
    paths.map((path) => url + path),
    async (page) => {
      await page.goto(`${url}/sign-in`);
      expect(await defects(page)).toEqual([]);
      await page.getByLabel("Tên đăng nhập").fill("quantri");
      await page.getByLabel("Mật khẩu").fill(PASSWORD);
      await page.getByRole("button", { name: "Đăng nhập" }).click();
      await page.getByRole("heading", { name: "Đợt khảo sát", exact: true }).waitFor();
    },
  );
  expect(found).toEqual({});
});
