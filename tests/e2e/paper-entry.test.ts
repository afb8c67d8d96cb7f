import type { BrowserContext, Page } from "playwright-core";
import { expect, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import { questionnaireChecksum } from "~/questionnaires/checksum.server";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { findVersion, listVersions, publishVersion } from "~db/repositories/questionnaire-versions";
import { insertResponses } from "~db/repositories/responses";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";
const browser = sharedBrowser();

/** A survey with the 31 scored questions of the outpatient form and nothing else. */
async function setUp() {
  const database = referenceDatabase();
  const known = (await listVersions(database)).find(({ code }) => code === "outpatient-qd56");
  const version = known && (await findVersion(database, known.id));
  if (!version) throw new Error("the reference data have the form");
  const whole = JSON.parse(version.document) as { items: { type: string }[] };
  const document = { ...whole, code: "outpatient-31", items: whole.items.filter(({ type }) => type === "scale") };
  await publishVersion(database, {
    ...{ code: "outpatient-31", sector: "health", title: "Phiếu 31 câu", source: "thử", document },
    ...{ checksum: questionnaireChecksum(document), collectable: true, publishedAt: "2026-01-05T02:00:00.000Z" },
  });
  const { surveyId, points } = await addOpenSurvey(database, { questionnaire: "outpatient-31" });
  for (const username of ["nguoi.mot", "nguoi.hai"]) await addOfficer(database, username);
  const { url } = await serveSite(database);
  return { database, surveyId, point: points[0], url };
}

async function addOfficer(database: Database, username: string): Promise<void> {
  await insertAccount(database, {
    ...{ username, displayName: username, passwordHash: await hashPassword(PASSWORD), mustChangePassword: false },
    ...{ role: "administrator", sector: null, unitId: await unitId(database, "th") },
    createdAt: "2026-01-05T02:00:00.000Z",
  });
}

async function signedInPage(url: string, username: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.current().newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.locator("[name=username]").fill(username);
  await page.locator("[name=password]").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/surveys");
  return { context, page };
}

/** Presses keys one after another and returns how many were pressed. */
async function type(page: Page, keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

const FOURS = Array.from({ length: 31 }, () => "4");

function packed(database: Database): string[] {
  const rows = database.$client.prepare("select packed from responses where channel = 'paper' order by id").all();
  return (rows as { packed: string }[]).map((row) => row.packed);
}

it("keys 31 answers within 34 presses, keeps forms without a network, and decides a mismatch from the paper", async () => {
  const { database, surveyId, point, url } = await setUp();
  const first = await signedInPage(url, "nguoi.mot");
  const { page } = first;
  await page.goto(`${url}/surveys/${surveyId}/paper`);
  await page.getByLabel("Tên lô phiếu").fill("Sáng thứ hai");
  await page.getByLabel("Ngày khảo sát").fill("2026-05-29");
  await page.getByLabel("Phiếu phát ra").fill("3");
  await page.getByLabel("Phiếu thu về").fill("2");
  await page.getByLabel("Tỷ lệ nhập lần hai (%)").fill("100");
  await page.getByRole("button", { name: "Tạo lô phiếu" }).click();
  await page.getByRole("link", { name: "Nhập lần một" }).click();
  await page.locator(".paper-question").waitFor();

  // A digit that is no level is told and does not move on.
  await page.keyboard.press("7");
  expect(await page.getByRole("alert").filter({ hasText: "Không có mức 7" }).count()).toBe(1);
  const presses = await type(page, [...FOURS, "Enter"]);
  expect(presses).toBeLessThanOrEqual(34);
  await page.locator('[aria-label="Nhập phiếu số 2"]').waitFor();
  await expect.poll(() => packed(database)).toEqual(["4".repeat(31)]);

  // Half a form survives a reload; a whole one the loss of the network.
  await type(page, FOURS.slice(0, 10));
  await page.reload();
  await page.locator("h2", { hasText: "11." }).waitFor();
  await type(page, FOURS.slice(10));
  await first.context.setOffline(true);
  await page.keyboard.press("Enter");
  await page.getByText("1 phiếu đang giữ trên máy này").waitFor();
  expect(packed(database)).toHaveLength(1);
  await first.context.setOffline(false);
  await expect.poll(() => packed(database).length).toBe(2);

  const { page: other } = await signedInPage(url, "nguoi.hai");
  const batch = page.url().split("?")[0] ?? "";
  await other.goto(`${batch}?pass=2`);
  await other.locator(".paper-question").waitFor();
  expect(await other.locator(".paper-answers b", { hasText: "4" }).count()).toBe(0);
  await type(other, ["5", ...FOURS.slice(1), "Enter"]);
  await type(other, [...FOURS, "Enter"]);
  await other.getByText("Đã nhập lần hai hết").waitFor();
  const entries = database.$client.prepare("select count(*) as n from paper_entries");
  await expect.poll(() => entries.get()).toEqual({ n: 4 });
  await other.goto(batch);
  await other.getByText("Còn 1 phiếu nhập hai lần khác nhau").waitFor();
  expect(await other.getByRole("row", { name: /Cả lô/ }).textContent()).toContain("1,6 %");
  await other.getByLabel(/^5 – /).check();
  await other.getByRole("button", { name: "Lưu theo phiếu giấy" }).click();
  await other.getByRole("button", { name: "Hoàn thành lô phiếu" }).click();
  await other.getByText("Lô phiếu đã hoàn thành.").waitFor();
  expect(packed(database).sort()).toEqual(["4".repeat(31), `5${"4".repeat(30)}`]);

  const response = (channel: "qr" | "paper", index: number) => ({
    ...{ responseId: `${channel}-${index}`, surveyId, unitId: point?.unitId ?? 0, pointId: point?.id ?? null, channel },
    ...{ language: "vi" as const, finishedAt: "2026-05-30T02:00:00.000Z", packed: "3".repeat(31), texts: {} },
  });
  const more = (channel: "qr" | "paper", count: number) =>
    Array.from({ length: count }, (_, index) => response(channel, index));
  await insertResponses(database, [...more("qr", 40), ...more("paper", 30)]);
  await other.goto(`${url}/surveys/${surveyId}/results`);
  const text = (await other.locator("main").textContent()) ?? "";
  expect(text).toContain("Phiếu giấy");
  expect(text).toContain("Quét mã QR");
}, 120_000);
