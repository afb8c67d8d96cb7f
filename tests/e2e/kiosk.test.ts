import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { expect, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import { groupCode } from "~/collection-points/code";
import { createKiosk } from "~/collection-points/manage-kiosks.server";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { revokeKiosk } from "~db/repositories/kiosks";
import { sharedBrowser } from "../support/browser";
import { NOW } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, provinceViewer, unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";
const UPRIGHT = { width: 800, height: 1280 };
const SCREENS = [UPRIGHT, { width: 1280, height: 800 }];
const browser = sharedBrowser();

/** A served site with one open survey of the counter, and a tablet's browser that is not enrolled yet. */
async function setUp() {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"] });
  const [point] = points;
  if (!point) throw new Error("a point is needed");
  const { url } = await serveSite(database);
  const tablet = await browser.current().newContext({ viewport: UPRIGHT, hasTouch: true });
  const code = await enrolmentCode(database, point.id);
  return { database, point, url, tablet, code, path: `/k/${point.code}/kiosk` };
}

async function enrolmentCode(database: Database, pointId: number): Promise<string> {
  const viewer = { ...(await provinceViewer(database)), accountId: await addOfficer(database) };
  const made = await createKiosk(database, viewer, { pointId, label: "Quầy số 3" }, { now: NOW, today: "2026-06-01" });
  if (!made) throw new Error("the tablet was not added");
  return made.code;
}

async function addOfficer(database: Database): Promise<number> {
  await insertAccount(database, {
    username: "quantri",
    displayName: "Cán bộ thử",
    passwordHash: await hashPassword(PASSWORD),
    mustChangePassword: false,
    role: "administrator",
    sector: null,
    unitId: await unitId(database, "th"),
    createdAt: "2026-01-05T02:00:00.000Z",
  });
  return (database.$client.prepare("select id from accounts").get() as { id: number }).id;
}

/** Types the one-time code. The clock of the page goes on by itself between the jumps of a test, which leave room for that. */
async function enrolledPage(made: Awaited<ReturnType<typeof setUp>>): Promise<Page> {
  const page = await made.tablet.newPage();
  await page.clock.install({ time: NOW });
  await page.goto(`${made.url}/kiosk`);
  await page.getByLabel("Mã ghép máy").fill(made.code);
  await page.getByRole("button", { name: "Ghép máy" }).click();
  await page.waitForURL(`**${made.path}`);
  await begun(page);
  return page;
}

/** The first section is there and the script runs. */
async function begun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Tiếp tục", exact: true }).waitFor();
}

/** Answers every question of every section with its highest level or first option, up to sending. */
async function answer(page: Page): Promise<void> {
  for (;;) {
    for (const group of await page.locator("section.part:not([hidden]) fieldset").all()) {
      const best = group.getByLabel("Rất hài lòng", { exact: true });
      await ((await best.count()) > 0 ? best : group.getByRole("radio").first()).check();
    }
    const next = page.getByRole("button", { name: "Tiếp tục", exact: true });
    if (!(await next.isVisible())) return;
    await next.click();
  }
}

const send = (page: Page) => page.getByRole("button", { name: "Gửi phiếu" }).click();
const thanks = (page: Page) => page.getByRole("heading", { name: /Đã nhận phiếu/ });
const dialog = (page: Page) => page.getByRole("dialog");
const ticked = (page: Page) => page.locator("input:checked").count();
const rows = (database: Database) =>
  database.$client.prepare("select channel, response_id from responses").all() as {
    channel: string;
    response_id: string;
  }[];

async function defects(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  return wide ? [...found, "wider than the screen"] : found;
}

/** Waits until the worker keeps the tablet's page. */
async function worksOffline(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const copy = await caches.match(location.pathname);
    return navigator.serviceWorker.controller !== null && copy !== undefined;
  });
}

async function keptForms(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("hailong");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains("outbox")) return resolve(0);
          const counting = database.transaction("outbox").objectStore("outbox").count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

it("is enrolled, takes an answer, thanks, and stands ready for the next person by itself", async () => {
  const made = await setUp();
  const page = await enrolledPage(made);
  for (let person = 1; person <= 2; person++) {
    await answer(page);
    await send(page);
    await thanks(page).waitFor();
    expect(rows(made.database)).toHaveLength(person);
    // For five seconds pressing on does nothing.
    await page.getByRole("button", { name: "Mở ngay" }).click({ force: true });
    await page.clock.runFor(1_000);
    await page.getByRole("button", { name: "Mở ngay" }).click({ force: true });
    expect(await thanks(page).isVisible()).toBe(true);
    const left = async () => Number(await page.locator("[data-after] [data-seconds]").textContent());
    await expect.poll(left, { timeout: 3_000 }).toBeLessThan(8);
    await page.clock.runFor(9_000);
    await begun(page);
    expect(await ticked(page)).toBe(0);
  }
  const stored = rows(made.database);
  expect(stored.map(({ channel }) => channel)).toEqual(["kiosk", "kiosk"]);
  expect(new Set(stored.map(({ response_id }) => response_id)).size).toBe(2);
  // Nothing of them is left on the device, nor behind the Back button.
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await keptForms(page)).toBe(0);
  for (let step = 0; step < 4; step++) {
    await page.goBack({ timeout: 2_000 }).catch(() => null);
    expect([new URL(page.url()).pathname, await ticked(page)]).toEqual([made.path, 0]);
  }
  await made.tablet.close();
});

it("opens at once for the next person once the pause is over", async () => {
  const made = await setUp();
  const page = await enrolledPage(made);
  await answer(page);
  await send(page);
  await thanks(page).waitFor();
  await page.clock.runFor(6_000);
  await page.getByRole("button", { name: "Mở ngay" }).click();
  await begun(page);
  await made.tablet.close();
});

it("asks whether somebody is there, goes on with the answers, and else wipes them", async () => {
  const made = await setUp();
  const page = await enrolledPage(made);
  // Nobody has touched it: it asks nothing.
  await page.clock.runFor(120_000);
  expect(await dialog(page).isVisible()).toBe(false);
  await page.getByRole("radio").first().check();
  await page.clock.runFor(30_000);
  expect(await dialog(page).isVisible()).toBe(false);
  await page.clock.runFor(16_000);
  await dialog(page).waitFor();
  expect(await dialog(page).getByRole("heading").textContent()).toBe("Còn ai ở đây không?");
  await page.clock.runFor(5_000);
  const left = Number(await dialog(page).locator("[data-seconds]").textContent());
  expect(left).toBeLessThanOrEqual(10);
  expect(left).toBeGreaterThan(0);
  await dialog(page).getByRole("button", { name: "Tiếp tục trả lời" }).click();
  await page.clock.runFor(30_000);
  expect([await dialog(page).isVisible(), await ticked(page)]).toEqual([false, 1]);
  await page.clock.runFor(16_000);
  await dialog(page).waitFor();
  await page.clock.runFor(16_000);
  await dialog(page).waitFor({ state: "hidden" });
  expect(await ticked(page)).toBe(0);
  await page.clock.runFor(120_000);
  expect(await dialog(page).isVisible()).toBe(false);
  expect(rows(made.database)).toEqual([]);
  await made.tablet.close();
});

it("keeps answers and place when the language changes", async () => {
  const made = await setUp();
  const page = await enrolledPage(made);
  for (const group of await page.locator("section.part:not([hidden]) fieldset").all())
    await group.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Tiếp tục", exact: true }).click();
  await page.locator("section.part:not([hidden]) input[type=radio]").first().check();
  const before = await ticked(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Continue", exact: true }).waitFor();
  expect(await ticked(page)).toBe(before);
  expect(await page.locator("section.part:not([hidden]) input:checked").count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  await made.tablet.close();
});

it("works without a network, and sends what it kept exactly once when there is one", async () => {
  const made = await setUp();
  const page = await enrolledPage(made);
  await page.reload();
  await begun(page);
  await worksOffline(page);
  await made.tablet.setOffline(true);
  await page.reload();
  for (let person = 0; person < 2; person++) {
    await begun(page);
    await answer(page);
    await send(page);
    await page.getByRole("heading", { name: /Đã giữ phiếu/ }).waitFor();
    await page.clock.runFor(9_000);
  }
  await begun(page);
  expect([await keptForms(page), rows(made.database).length]).toEqual([2, 0]);
  await made.tablet.setOffline(false);
  // Minute after minute: a browser may drop what is on its way when the network comes back.
  const keptAMinuteLater = async () => {
    await page.clock.runFor(61_000);
    return keptForms(page);
  };
  await expect.poll(keptAMinuteLater, { timeout: 20_000, interval: 500 }).toBe(0);
  const stored = rows(made.database);
  expect(stored.map(({ channel }) => channel)).toEqual(["kiosk", "kiosk"]);
  await page.clock.runFor(61_000);
  const told = () => made.database.$client.prepare("select queue_length from kiosks").get();
  await expect.poll(told, { timeout: 10_000 }).toEqual({ queue_length: 0 });
  await made.tablet.close();
});

it("says that it must be enrolled again once it was revoked, and then sends what it kept", async () => {
  const made = await setUp();
  const page = await enrolledPage(made);
  await answer(page);
  await revokeKiosk(made.database, await provinceViewer(made.database), 1, NOW.toISOString());
  await send(page);
  await page.getByRole("heading", { name: /Đã giữ phiếu/ }).waitFor();
  await page.clock.runFor(10_000);
  await page.getByRole("heading", { name: "Máy này cần được ghép lại" }).waitFor();
  await page.getByText("Trên máy còn 1 phiếu chưa gửi").waitFor();
  expect(rows(made.database)).toEqual([]);
  expect(await defects(page)).toEqual([]);
  const viewer = await provinceViewer(made.database);
  const again = await createKiosk(
    made.database,
    { ...viewer, accountId: 1 },
    { pointId: made.point.id, label: "Quầy số 3" },
    { now: NOW, today: "2026-06-01" },
  );
  await page.goto(`${made.url}/kiosk`);
  await page.getByLabel("Mã ghép máy").fill(again?.code ?? "");
  await page.getByRole("button", { name: "Ghép máy" }).click();
  await begun(page);
  await expect.poll(() => rows(made.database).length, { timeout: 10_000 }).toBe(1);
  await expect.poll(() => keptForms(page), { timeout: 10_000 }).toBe(0);
  await made.tablet.close();
});

it("shows again what is to be corrected, with the answers", async () => {
  const made = await setUp();
  const page = await enrolledPage(made);
  const next = page.getByRole("button", { name: "Tiếp tục", exact: true });
  // Past what the page itself asks for, as a page of an earlier release would.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("[data-required]")) one.removeAttribute("data-required");
  });
  await page.getByRole("radio").last().check();
  while (await next.isVisible()) await next.click();
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("input[type=radio][name^=A]");
    if (field) {
      field.value = "99";
      field.checked = true;
    }
  });
  await send(page);
  await page.getByText("Phiếu chưa gửi được").waitFor();
  expect([await keptForms(page), rows(made.database).length]).toEqual([0, 0]);
  expect(new URL(page.url()).pathname).toBe(made.path);
  await made.tablet.close();
});

it("has no link out of the form, in any of its pages", async () => {
  const made = await setUp();
  await addOpenSurvey(made.database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"], title: "Đợt hai" });
  const page = await made.tablet.newPage();
  await page.goto(`${made.url}/kiosk`);
  await page.getByLabel("Mã ghép máy").fill(made.code);
  await page.getByRole("button", { name: "Ghép máy" }).click();
  await page.waitForURL(`**${made.path}`);
  const inside = new RegExp(`^${made.url}${made.path}(\\?[\\w=&]*)?(#[\\w-]+)?$`);
  const leaving = () =>
    page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href));
  // The choice between two surveys, a form in each language, the thanks.
  expect((await leaving()).filter((href) => !inside.test(href))).toEqual([]);
  await page.getByRole("link", { name: /Đợt hai/ }).click();
  await begun(page);
  expect((await leaving()).filter((href) => !inside.test(href))).toEqual([]);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Continue", exact: true }).waitFor();
  expect((await leaving()).filter((href) => !inside.test(href))).toEqual([]);
  expect(new URL(page.url()).pathname).toBe(made.path);
  await made.tablet.close();
});

it("has nothing that axe finds, upright and across, nor have enrolment and the officers' pages", async () => {
  const made = await setUp();
  const page = await enrolledPage(made);
  const found: Record<string, string[]> = {};
  const look = async (name: string, one: Page) => {
    for (const screen of SCREENS) {
      await one.setViewportSize(screen);
      const problems = await defects(one);
      if (problems.length > 0) found[`${name} at ${screen.width}`] = problems;
    }
  };
  await look("form", page);
  await answer(page);
  await look("last section", page);
  await send(page);
  await thanks(page).waitFor();
  await look("thanks", page);
  await page.clock.runFor(9_000);
  await page.getByRole("radio").first().check();
  await page.clock.runFor(46_000);
  await dialog(page).waitFor();
  await look("countdown", page);
  await officersPages(await browser.current().newContext(), made.url, look);
  expect(found).toEqual({});
  await made.tablet.close();
});

async function officersPages(
  context: BrowserContext,
  url: string,
  look: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${url}/kiosk`);
  await look("enrolment", page);
  await page.getByLabel("Mã ghép máy").fill("22222222");
  await page.getByRole("button", { name: "Ghép máy" }).click();
  await look("enrolment refused", page);
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Tên đăng nhập").fill("quantri");
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("heading", { name: "Đợt khảo sát", exact: true }).waitFor();
  for (const path of ["/kiosks", "/kiosks/guide", "/kiosks/new"]) {
    await page.goto(url + path);
    await look(path, page);
  }
  await page.getByLabel("Nơi đặt máy").fill("Quầy số 5");
  await page.getByRole("button", { name: "Tạo mã ghép máy" }).click();
  await page.getByText("Mã chỉ hiện lần này").waitFor();
  await look("code", page);
  await context.close();
}

it("tells the officer's page by itself that it is there", async () => {
  const made = await setUp();
  const desk = await browser.current().newContext();
  const officer = await desk.newPage();
  await officer.clock.install({ time: NOW });
  await officer.goto(`${made.url}/sign-in?next=/kiosks`);
  await officer.getByLabel("Tên đăng nhập").fill("quantri");
  await officer.getByLabel("Mật khẩu").fill(PASSWORD);
  await officer.getByRole("button", { name: "Đăng nhập" }).click();
  await officer.getByText("chờ ghép").waitFor();
  expect(await officer.getByText(groupCode(made.point.code)).count()).toBeGreaterThan(0);
  await enrolledPage(made);
  await officer.clock.runFor(31_000);
  await officer.locator("table .badge", { hasText: "đang dùng" }).waitFor();
  await officer.getByText("vừa xong").waitFor();
  await desk.close();
  await made.tablet.close();
});
