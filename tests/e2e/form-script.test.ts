import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Database } from "~db/open-database.server";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey } from "../support/surveys";

const browser = sharedBrowser();

/** A counter's form on a phone with JavaScript. */
async function openCounter(): Promise<{ database: Database; context: BrowserContext; page: Page; address: string }> {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"] });
  const { url } = await serveSite(database, { now: () => new Date() });
  const context = await browser.current().newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const address = `${url}/k/${points[0]?.code}`;
  await page.goto(address);
  await page.locator("html.scripted").waitFor();
  return { database, context, page, address };
}

function stored(database: Database): { responseId: string; packed: string }[] {
  const rows = database.$client.prepare("select response_id as responseId, packed from responses order by id").all();
  return rows as { responseId: string; packed: string }[];
}

const next = (page: Page) => page.getByRole("button", { name: "Tiếp tục" });
const send = (page: Page) => page.getByRole("button", { name: "Gửi phiếu" });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });
const thanks = /Đã nhận phiếu/;

/** Answers the required question and goes through to the last section. */
async function fillIn(page: Page, level = "Hài lòng"): Promise<void> {
  await page.getByLabel("Cá nhân (người dân)").check();
  await next(page).click();
  await page.getByLabel(level, { exact: true }).first().check();
  while (await next(page).isVisible()) await next(page).click();
}

describe("one section at a time", () => {
  it("shows the first section, holds a required question, and follows Back", async () => {
    const { page } = await openCounter();
    await heading(page, "Thông tin chung").waitFor();
    expect(await heading(page, "Tiếp cận dịch vụ").isVisible()).toBe(false);
    expect(await send(page).isVisible()).toBe(false);
    await next(page).click();
    expect(await page.getByText("Câu này bắt buộc").isVisible()).toBe(true);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("P1");
    await page.getByLabel("Tổ chức, doanh nghiệp").check();
    await next(page).click();
    await heading(page, "Tiếp cận dịch vụ").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("part-2");
    await page.goBack();
    await heading(page, "Thông tin chung").waitFor();
    expect(await page.getByLabel("Tổ chức, doanh nghiệp").isChecked()).toBe(true);
  });

  it("goes on by Enter, and neither sends nor switches the language with it", async () => {
    const { database, page } = await openCounter();
    await page.getByLabel("Cá nhân (người dân)").check();
    await page.keyboard.press("Enter");
    await heading(page, "Tiếp cận dịch vụ").waitFor();
    expect(page.url()).not.toContain("lang=en");
    while (await next(page).isVisible()) await next(page).click();
    expect(stored(database)).toHaveLength(0);
  });

  it("asks only what routing asks, and sends nothing of what it does not", async () => {
    const { database, page } = await openCounter();
    const sex = page.getByRole("radiogroup", { name: /Giới tính/ });
    expect(await sex.isVisible()).toBe(false);
    await page.getByLabel("Cá nhân (người dân)").check();
    await sex.getByLabel("Nữ").check();
    await page.getByLabel("Tổ chức, doanh nghiệp").check();
    expect(await sex.isVisible()).toBe(false);
    await page.getByLabel("Cá nhân (người dân)").check();
    expect(await sex.getByLabel("Nữ").isChecked()).toBe(true);
    await page.getByLabel("Tổ chức, doanh nghiệp").check();
    while (await next(page).isVisible()) await next(page).click();
    await send(page).click();
    await heading(page, thanks).waitFor();
    expect(stored(database)[0]?.packed.slice(0, 3)).toBe("2  ");
  });

  it("can be done by keyboard alone", async () => {
    const { database, page } = await openCounter();
    const press = async (key: string, times = 1) => {
      for (let time = 0; time < times; time++) await page.keyboard.press(key);
    };
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document;
        return activeElement instanceof HTMLInputElement ? activeElement.name : (activeElement?.textContent ?? "");
      });
    const tabTo = async (wanted: string) => {
      for (let step = 0; step < 40 && (await focused()) !== wanted; step++) await press("Tab");
      expect(await focused()).toBe(wanted);
    };
    await tabTo("P1");
    await press("Space");
    for (;;) {
      const last = await send(page).isVisible();
      await tabTo(last ? "Gửi phiếu" : "Tiếp tục");
      await press("Enter");
      if (last) break;
    }
    await heading(page, thanks).waitFor();
    expect(stored(database)).toHaveLength(1);
  });

  it("opens the section of a mistake, with its summary in focus and links that lead to it", async () => {
    const { page } = await openCounter();
    await page.evaluate(() => document.querySelector("[data-required]")?.removeAttribute("data-required"));
    while (await next(page).isVisible()) await next(page).click();
    await page.locator("textarea").fill("Ghế chờ đủ.");
    await send(page).click();
    await heading(page, "Phiếu chưa gửi được").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
    await heading(page, "Thông tin chung").waitFor();
    // Before the script has laid the page out in steps a link is but a jump, and moves no focus.
    await next(page).waitFor();
    await page.getByRole("link", { name: /Câu 1:/ }).click();
    const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name);
    await expect.poll(focused).toBe("P1");
    await fillIn(page);
    expect(await page.locator("textarea").inputValue()).toBe("Ghế chờ đủ.");
    await send(page).click();
    await heading(page, thanks).waitFor();
  });
});

describe("a draft on the device", () => {
  it("comes back after the page was closed, under the same id, and is gone once sent", async () => {
    const { database, context, page, address } = await openCounter();
    await page.getByLabel("Cá nhân (người dân)").check();
    const id = await page.locator("[name=response_id]").inputValue();
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await again.getByText("Đã đưa lại câu trả lời").waitFor();
    expect(await again.getByLabel("Cá nhân (người dân)").isChecked()).toBe(true);
    await fillIn(again);
    await send(again).click();
    await heading(again, thanks).waitFor();
    expect(stored(database).map(({ responseId }) => responseId)).toEqual([id]);
    await expect.poll(() => again.evaluate(() => localStorage.length)).toBe(0);
    await again.goto(address);
    await again.locator("html.scripted").waitFor();
    expect(await again.getByLabel("Cá nhân (người dân)").isChecked()).toBe(false);
    expect(await again.locator("[name=response_id]").inputValue()).not.toBe(id);
  });

  it("is cleared by its button, and after a day", async () => {
    const { context, page, address } = await openCounter();
    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByLabel("Cá nhân (người dân)").check();
    await page.getByRole("button", { name: "Xóa và làm lại" }).click();
    expect(await page.getByLabel("Cá nhân (người dân)").isChecked()).toBe(false);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.getByLabel("Cá nhân (người dân)").check();
    const later = await context.newPage();
    await later.clock.install({ time: Date.now() + 24 * 3600 * 1000 + 1000 });
    await later.goto(address);
    expect(await later.getByLabel("Cá nhân (người dân)").isChecked()).toBe(false);
    expect(await later.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it("goes along when the language is switched, section and all", async () => {
    const { page } = await openCounter();
    await page.getByLabel("Cá nhân (người dân)").check();
    await next(page).click();
    await page.getByLabel("Hài lòng", { exact: true }).first().check();
    const id = await page.locator("[name=response_id]").inputValue();
    await page.getByRole("button", { name: "English" }).click();
    await heading(page, "Access to the service").waitFor();
    expect(await page.locator("[name=A1][value='4']").isChecked()).toBe(true);
    expect(await page.locator("[name=P1][value='1']").isChecked()).toBe(true);
    expect(await page.locator("[name=response_id]").inputValue()).toBe(id);
  });

  it("tells whoever comes Back that the form was sent, and stores it once", async () => {
    const { database, page } = await openCounter();
    await fillIn(page);
    await send(page).click();
    await heading(page, thanks).waitFor();
    await page.goBack();
    await page.getByText("Phiếu này đã được gửi.").waitFor();
    while (await next(page).isVisible()) await next(page).click();
    await send(page).click();
    await heading(page, thanks).waitFor();
    expect(stored(database)).toHaveLength(1);
    await page.goBack();
    const id = await page.locator("[name=response_id]").inputValue();
    await page.getByRole("link", { name: "Mở phiếu mới" }).click();
    await heading(page, "Thông tin chung").waitFor();
    expect(await page.locator("[name=response_id]").inputValue()).not.toBe(id);
  });
});

describe("Back after a mistake was corrected", () => {
  it("says that the form was sent, and keeps and sends nothing again", async () => {
    const { database, page, address } = await openCounter();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.evaluate(() => document.querySelector("[data-required]")?.removeAttribute("data-required"));
    while (await next(page).isVisible()) await next(page).click();
    await page.locator("textarea").fill("Ghế chờ đủ.");
    await send(page).click();
    await heading(page, "Phiếu chưa gửi được").waitFor();
    // The script gives the page the address of a page to open, once it has read the answer.
    await expect.poll(() => page.url()).not.toContain("send=1");
    await fillIn(page);
    await send(page).click();
    await heading(page, thanks).waitFor();
    await page.goBack();
    await page.getByText("Phiếu này đã được gửi.").waitFor();
    expect(stored(database)).toHaveLength(1);
    await page.reload();
    await heading(page, "Thông tin chung").waitFor();
    await page.goto(address);
    await heading(page, "Thông tin chung").waitFor();
    expect(await page.locator("[data-outbox]").isVisible()).toBe(false);
  });
});

describe("without script", () => {
  it("sends by Enter, and does not switch the language with it", async () => {
    const { database, address } = await openCounter();
    const context = await browser.current().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByLabel("Cá nhân (người dân)").check();
    await page.keyboard.press("Enter");
    await heading(page, thanks).waitFor();
    expect(stored(database)).toHaveLength(1);
    await context.close();
  });

  it("switches the language and keeps what was answered", async () => {
    const { database, address } = await openCounter();
    const context = await browser.current().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByLabel("Cá nhân (người dân)").check();
    await page.getByRole("button", { name: "English" }).click();
    await heading(page, "Access to the service").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await page.locator("[name=P1][value='1']").isChecked()).toBe(true);
    expect(stored(database)).toHaveLength(0);
    await page.getByRole("button", { name: "Send the form" }).click();
    await heading(page, "Thank you").waitFor();
    expect(stored(database)).toHaveLength(1);
    await context.close();
  });
});
