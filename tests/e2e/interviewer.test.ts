import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import type { Role } from "~/access/roles";
import { assignToPoints } from "~/responses/interviewers.server";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";
const PHONE = { viewport: { width: 360, height: 740 } };
const HOUR = 3600 * 1000;
const browser = sharedBrowser();
const passwordHash = hashPassword(PASSWORD);

/** A hospital with a survey, an officer and an interviewer who is not assigned yet; the server's clock can be moved. */
async function setUp() {
  const database = referenceDatabase();
  const { surveyId, points } = await addOpenSurvey(database, { closesOn: "2099-12-31" });
  const [point] = points;
  if (!point) throw new Error("a point is needed");
  const clock = { ahead: 0 };
  const { url } = await serveSite(database, { now: () => new Date(Date.now() + clock.ahead) });
  await addAccount(database, "canbo", "unit_officer");
  const interviewerId = await addAccount(database, "dieutravien", "interviewer");
  const assign = async (pointIds: number[]) => {
    const assignment = { surveyId, accountId: interviewerId, pointIds };
    const pseudonym = await assignToPoints(database, await provinceViewer(database), assignment, new Date());
    if (!pseudonym) throw new Error("the interviewer was not assigned");
    return pseudonym;
  };
  const assignSecond = async () => {
    const accountId = await addAccount(database, "dongnghiep", "interviewer");
    const assignment = { surveyId, accountId, pointIds: [point.id] };
    return assignToPoints(database, await provinceViewer(database), assignment, new Date());
  };
  return { database, surveyId, point, url, clock, assign, assignSecond, address: `${url}/k/${point.code}/interview` };
}

async function addAccount(database: Database, username: string, role: Role): Promise<number> {
  await insertAccount(database, {
    ...{ username, displayName: `Người ${username}`, passwordHash: await passwordHash, mustChangePassword: false },
    ...{ role, sector: null, unitId: await unitId(database, "bv-dk-tinh"), createdAt: "2026-01-05T02:00:00.000Z" },
  });
  return (
    database.$client.prepare("select id from accounts where username = ?").get(username) as {
      id: number;
    }
  ).id;
}

async function signedInPage(url: string, username: string, options: BrowserContextOptions = PHONE) {
  const context = await browser.current().newContext(options);
  const page = await context.newPage();
  await signIn(page, url, username);
  return { context, page };
}

async function signIn(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator("[name=username]").fill(username);
  await page.locator("[name=password]").fill(PASSWORD);
  await page.locator("[name=password]").press("Enter");
  await page.waitForURL((address) => address.pathname !== "/sign-in");
}

/** The interviewer's phone with the form open, and ready for the loss of the network. */
async function onTheSpot(made: Awaited<ReturnType<typeof setUp>>): Promise<{ context: BrowserContext; page: Page }> {
  const { context, page } = await signedInPage(made.url, "dieutravien");
  await page.getByRole("button", { name: "Mở phiếu" }).click();
  await page.waitForURL(`${made.address}**`);
  const isKept = () =>
    page.evaluate(async () => {
      const kept = await caches.match(location.href);
      return navigator.serviceWorker.controller !== null && kept !== undefined;
    });
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true);
  return { context, page };
}

/** Answers one question, goes through the rest and sends. Returns the id that the form had. */
async function answer(page: Page, level: string): Promise<string> {
  await page.locator("html.scripted").waitFor();
  await page.locator(`[name=A1][value="${level}"]`).evaluate((field: HTMLInputElement) => field.click());
  const id = await page.locator("[name=response_id]").inputValue();
  const next = page.getByRole("button", { name: "Tiếp tục" });
  while (await next.isVisible()) await next.click();
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  return id;
}

/** Waits until the next person's form stands there: another id, nothing ticked. */
async function nextForm(page: Page, after: string): Promise<void> {
  const id = () => page.locator("[name=response_id]").inputValue({ timeout: 2_000 });
  await expect.poll(() => id().catch(() => after), { timeout: 20_000 }).not.toBe(after);
  expect(await page.locator("input:checked").count()).toBe(0);
  // What the worker still fetches would otherwise meet a database that the test has closed.
  await page.waitForLoadState("networkidle");
}

const waiting = (page: Page, count: number) => page.getByText(new RegExp(`Có ${count} phiếu .* đang chờ mạng`));

function stored(database: Database) {
  return database.$client
    .prepare("select response_id as id, channel, interviewer from responses order by responses.id")
    .all();
}

describe("with a network", () => {
  it("goes from the officer's assignment to one form after another under the pseudonym", async () => {
    const made = await setUp();
    const { database, surveyId, url } = made;
    const { page: officer } = await signedInPage(url, "canbo", { viewport: { width: 1280, height: 800 } });
    await officer.goto(`${url}/surveys/${surveyId}/interviewers`);
    await officer.getByRole("checkbox").check();
    await officer.getByRole("button", { name: "Lưu phân công" }).click();
    await officer.getByText("Đã lưu phân công.").waitFor();

    const { page } = await signedInPage(url, "dieutravien");
    expect(new URL(page.url()).pathname).toBe("/interview");
    await page.goto(`${url}/surveys`);
    expect(new URL(page.url()).pathname).toBe("/interview");
    const card = page.locator("section.card");
    const pseudonym = /ĐTV-\w{4}/.exec((await card.textContent()) ?? "")?.[0];
    await page.getByRole("button", { name: "Mở phiếu" }).click();
    await page.getByText(pseudonym ?? "no pseudonym", { exact: false }).waitFor();
    const first = await answer(page, "5");
    await nextForm(page, first);
    const second = await answer(page, "4");
    await nextForm(page, second);
    const row = (id: string) => ({ id, channel: "interviewer", interviewer: pseudonym });
    expect(stored(database)).toEqual([row(first), row(second)]);
    await page.getByRole("link", { name: "Danh sách đợt và điểm của tôi" }).click();
    await page.waitForURL("**/interview");
    expect(await card.textContent()).toMatch(/Hôm nay\s*2/);
    expect(JSON.stringify(stored(database))).not.toContain("dieutravien");
  });

  it("works where scripts are off", async () => {
    const made = await setUp();
    const pseudonym = await made.assign([made.point.id]);
    const { page } = await signedInPage(made.url, "dieutravien", { ...PHONE, javaScriptEnabled: false });
    expect(new URL(page.url()).pathname).toBe("/interview");
    await page.getByRole("button", { name: "Mở phiếu" }).click();
    for (const level of ["5", "2"]) {
      const id = await page.locator("[name=response_id]").getAttribute("value");
      await page.locator(`[name=A1][value="${level}"]`).check();
      await page.getByRole("button", { name: "Gửi phiếu" }).click();
      const next = () => page.locator("[name=response_id]").getAttribute("value");
      await expect.poll(next, { timeout: 10_000 }).not.toBe(id);
      expect(new URL(page.url()).searchParams.get("saved")).toBe("1");
    }
    expect(stored(made.database)).toMatchObject([{ interviewer: pseudonym }, { interviewer: pseudonym }]);
  });
});

describe("without a network", () => {
  it("keeps forms and sends them under the pseudonym, also after the session has ended", async () => {
    const made = await setUp();
    const pseudonym = await made.assign([made.point.id]);
    const { context, page } = await onTheSpot(made);
    await context.setOffline(true);
    const ids: string[] = [];
    for (const level of ["5", "1"]) {
      const id = await answer(page, level);
      await nextForm(page, id);
      ids.push(id);
    }
    await waiting(page, 2).waitFor();
    expect(stored(made.database)).toEqual([]);
    made.clock.ahead = 13 * HOUR;
    await context.setOffline(false);
    await expect.poll(() => stored(made.database).length, { timeout: 20_000 }).toBe(2);
    expect(stored(made.database)).toEqual(ids.map((id) => ({ id, channel: "interviewer", interviewer: pseudonym })));
    // The officers' side asks for the password again, the form does not.
    const list = await context.newPage();
    await list.goto(`${made.url}/interview`);
    expect(new URL(list.url()).pathname).toBe("/sign-in");
    const later = await page.goto(`${made.address}?survey=${made.surveyId}`);
    expect(later?.status()).toBe(200);
  });

  it("loses nothing where the interviewer was unassigned meanwhile, and sends it once they are assigned again", async () => {
    const made = await setUp();
    const pseudonym = await made.assign([made.point.id]);
    const { context, page } = await onTheSpot(made);
    await context.setOffline(true);
    const id = await answer(page, "3");
    await nextForm(page, id);
    await made.assign([]);
    await context.setOffline(false);
    const refused = await page.goto(`${made.address}?survey=${made.surveyId}`);
    expect(refused?.status()).toBe(403);
    await page.getByRole("heading", { name: "Chưa mở được phiếu phỏng vấn" }).waitFor();
    await waiting(page, 1).waitFor();
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    await page.waitForTimeout(1_000);
    await waiting(page, 1).waitFor();
    expect(stored(made.database)).toEqual([]);
    expect(await made.assign([made.point.id])).toBe(pseudonym);
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    await expect
      .poll(() => stored(made.database), { timeout: 20_000 })
      .toEqual([{ id, channel: "interviewer", interviewer: pseudonym }]);
  });
});

it("keeps whose a form is on a phone that a colleague uses next", async () => {
  const made = await setUp();
  const pseudonym = await made.assign([made.point.id]);
  const { context, page } = await onTheSpot(made);
  await context.setOffline(true);
  const id = await answer(page, "3");
  await nextForm(page, id);
  // Kept back while the phone changes hands.
  await made.assign([]);
  await context.setOffline(false);
  await context.clearCookies();
  const other = await made.assignSecond();
  await signIn(page, made.url, "dongnghiep");
  await page.getByRole("button", { name: "Mở phiếu" }).click();
  await page.waitForURL(`${made.address}**`);
  await page.getByText(other ?? "no pseudonym").waitFor();
  const own = await answer(page, "5");
  await nextForm(page, own);
  await made.assign([made.point.id]);
  await page.reload();
  await expect
    .poll(() => stored(made.database), { timeout: 20_000 })
    .toEqual([
      { id: own, channel: "interviewer", interviewer: other },
      { id, channel: "interviewer", interviewer: pseudonym },
    ]);
});

it("gives the answers back that were sent at the moment of being unassigned", async () => {
  const made = await setUp();
  const pseudonym = await made.assign([made.point.id]);
  const { page } = await onTheSpot(made);
  await made.assign([]);
  const id = await answer(page, "4");
  await page.getByRole("heading", { name: "Chưa mở được phiếu phỏng vấn" }).waitFor();
  expect(stored(made.database)).toEqual([]);
  await made.assign([made.point.id]);
  await page.goto(`${made.address}?survey=${made.surveyId}`);
  await page.locator("html.scripted").waitFor();
  expect(await page.locator('[name=A1][value="4"]').isChecked()).toBe(true);
  expect(await answer(page, "4")).toBe(id);
  await nextForm(page, id);
  expect(stored(made.database)).toEqual([{ id, channel: "interviewer", interviewer: pseudonym }]);
});
