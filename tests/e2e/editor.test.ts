import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { hashPassword } from "~/access/password.server";
import type { Database } from "~db/open-database.server";
import { insertAccount } from "~db/repositories/accounts";
import { insertDraft } from "~db/repositories/questionnaire-drafts";
import { defects } from "../support/axe";
import { sharedBrowser } from "../support/browser";
import { NOW } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { unitId } from "../support/surveys";

const PASSWORD = "mot-mat-khau-de-thu";
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const browser = sharedBrowser();
const passwordHash = hashPassword(PASSWORD);

/** A site with a draft of the counter form at the department of health, and the officer An who writes it. */
async function setUp({ official = false } = {}) {
  const database = referenceDatabase();
  const an = await addDesigner(database, "an", "Nguyễn An");
  const document = JSON.parse(readFileSync(`${inject("root")}/seeds/questionnaires/one-stop-counter.json`, "utf8")) as {
    items: { code: string; text: { vi: string } }[];
  };
  const versionId = database.$client
    .prepare("select id from questionnaire_versions where code = 'one-stop-counter'")
    .pluck()
    .get() as number;
  database.$client
    .prepare("update questionnaire_versions set official = ? where id = ?")
    .run(official ? 1 : 0, versionId);
  const draftId = await insertDraft(database, an, {
    ...{ ownerUnitId: an.unitId, sector: "administration", title: "Phiếu tại quầy", document },
    ...{ basedOnId: official ? versionId : null, variantName: official ? "Biến thể" : null, at: NOW },
  });
  const { url } = await serveSite(database);
  return { database, url, document, address: `${url}/questionnaires/drafts/${draftId}` };
}

async function addDesigner(database: Database, username: string, displayName: string) {
  const unit = await unitId(database, "th");
  await insertAccount(database, {
    ...{
      username,
      displayName,
      passwordHash: await passwordHash,
      mustChangePassword: false,
      role: "designer" as const,
    },
    ...{ sector: null, unitId: unit, createdAt: "2026-01-05T02:00:00.000Z" },
  });
  const id = database.$client.prepare("select id from accounts where username = ?").pluck().get(username) as number;
  return { accountId: id, role: "designer" as const, unitId: unit, sector: null };
}

async function signIn(made: { url: string }, username: string, context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await browser.current().newContext({ viewport: WIDE }))).newPage();
  await page.goto(`${made.url}/sign-in?next=/units`);
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu").fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL(`${made.url}/units`);
  return page;
}

async function openEditor(made: Awaited<ReturnType<typeof setUp>>, username = "an"): Promise<Page> {
  const page = await signIn(made, username);
  await page.goto(made.address);
  await page.locator(".editor").waitFor();
  return page;
}

const stored = (database: Database) =>
  JSON.parse(
    database.$client.prepare("select document from questionnaire_drafts where id = 1").pluck().get() as string,
  ) as {
    title: { vi: string };
    items: { code: string; text: { vi: string }; factor?: string; scale?: string }[];
  };
const saved = (page: Page) => page.locator(".save-note", { hasText: /^Đã lưu/ }).waitFor();
const question = (page: Page) => page.getByLabel("Câu hỏi", { exact: true });
/** Codes in the order of the outline, which names questions as "3 (B2)". */
const outline = async (page: Page) =>
  (await page.locator(".outline-panel li .item-code").allTextContents()).map(
    (name) => /\((\w+)\)/.exec(name)?.[1] ?? "",
  );
const isFocused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

/** Goes on with Tab until something named so has the focus, and fails where the keyboard never gets there. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at?.id ? document.querySelector(`label[for="${CSS.escape(at.id)}"]`)?.textContent : null;
      return (label ?? at?.closest("label")?.textContent ?? at?.textContent ?? "").trim();
    });
    if (typeof name === "string" ? text === name : name.test(text)) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

it("is worked by the keyboard alone: a question is written, placed, moved, undone and kept", async () => {
  const made = await setUp();
  const page = await openEditor(made);
  const before = await outline(page);
  await page.keyboard.press("Tab");
  await tabTo(page, /^\+ Thêm câu vào A\. /);
  await page.keyboard.press("Enter");
  // The new question is open with the cursor in it, and what it lacks is told.
  await expect.poll(() => isFocused(page)).toMatch(/-text-vi$/);
  await page.locator(".problem-line", { hasText: /chưa có lời hỏi/ }).waitFor();
  await page.keyboard.type("Cán bộ có đeo thẻ tên không?");
  await expect.poll(() => page.locator(".problem-line", { hasText: /chưa có lời hỏi/ }).count()).toBe(0);
  const added = (await outline(page)).find((code) => !before.includes(code)) ?? "";
  await tabTo(page, "Kiểu trả lời");
  await page.keyboard.press("Home");
  await tabTo(page, "Thuộc yếu tố");
  await page.keyboard.press("End");
  await tabTo(page, "Thang đo");
  await page.keyboard.press("Home");
  await saved(page);
  const factors = stored(made.database)
    .items.filter(({ factor }) => factor)
    .map(({ factor }) => factor);
  const own = () => stored(made.database).items.find(({ code }) => code === added);
  expect(own()).toMatchObject({
    text: { vi: "Cán bộ có đeo thẻ tên không?" },
    scale: "satisfaction5",
    factor: factors.at(-1),
  });
  // Moved up, taken back, and done again.
  const placed = await outline(page);
  await tabTo(page, "Bắt buộc trả lời");
  await page.keyboard.press("Alt+ArrowUp");
  const at = placed.indexOf(added);
  await expect.poll(() => outline(page).then((codes) => codes.indexOf(added))).toBe(at - 1);
  await page
    .locator("p[role=status]", { hasText: `Câu ${added} ở vị trí ${at} trên ${placed.length}` })
    .waitFor({ state: "attached" });
  await page.keyboard.press("Control+z");
  await expect.poll(() => outline(page)).toEqual(placed);
  await page.keyboard.press("Control+y");
  await expect.poll(() => outline(page).then((codes) => codes.indexOf(added))).toBe(at - 1);
  await expect
    .poll(() => stored(made.database).items.findIndex(({ code }) => code === added), { timeout: 5_000 })
    .toBe(at - 1);
  await page.reload();
  await page.locator(".editor").waitFor();
  expect((await outline(page)).indexOf(added)).toBe(at - 1);
  await page.context().close();
});

it("shows the very public page, reloads it after a save, leaves out what is unfinished and stores nothing", async () => {
  const made = await setUp();
  const page = await openEditor(made);
  const frame = page.frameLocator("iframe");
  await frame.getByText("Trả lời thử không được lưu lại").waitFor();
  await page.getByLabel("Tên mẫu phiếu", { exact: true }).fill("Phiếu có tên khác");
  await frame.getByRole("heading", { name: "Phiếu có tên khác" }).waitFor();
  await page.locator(".outline-panel li button").first().click();
  const [first] = made.document.items;
  await question(page).fill("");
  await frame.getByText(`Chưa hiện câu đang viết dở: 1 (${first?.code}).`).waitFor();
  const alone = await page.context().newPage();
  await alone.goto(`${made.address}/preview`);
  for (;;) {
    const next = alone.getByRole("button", { name: "Tiếp tục", exact: true });
    if (!(await next.isVisible())) break;
    for (const group of await alone.locator("section.part:not([hidden]) fieldset").all())
      await group.getByRole("radio").first().check();
    await next.click();
  }
  await alone.getByRole("button", { name: "Gửi phiếu" }).click();
  await alone.getByText("phiếu vừa gửi không được lưu lại").waitFor();
  expect(made.database.$client.prepare("select count(*) from responses").pluck().get()).toBe(0);
  expect(await alone.evaluate(() => Object.keys(localStorage).filter((key) => !key.includes("editor")))).toEqual([]);
  const answer = await alone.goto(`${made.address}/preview?lang=en`);
  expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect((await alone.goto(made.address))?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await page.context().close();
});

it("tells the second of two officers who saved, and loses nothing of either", async () => {
  const made = await setUp();
  await addDesigner(made.database, "binh", "Trần Bình");
  const [an, binh] = [await openEditor(made), await openEditor(made, "binh")];
  const item = (page: Page, at: number) => page.locator(".outline-panel li button").nth(at);
  await item(an, 0).click();
  await question(an).fill("Câu của An");
  await saved(an);
  await expect.poll(() => stored(made.database).items[0]?.text.vi).toBe("Câu của An");
  await item(binh, 1).click();
  await question(binh).fill("Câu của Bình");
  await binh.getByRole("heading", { name: /^Nguyễn An đã lưu bản nháp này lúc / }).waitFor();
  expect(await question(binh).inputValue()).toBe("Câu của Bình");
  expect(await defects(binh)).toEqual([]);
  await binh.getByRole("button", { name: "Lưu bản đã gộp" }).click();
  await expect
    .poll(() =>
      stored(made.database)
        .items.slice(0, 2)
        .map(({ text }) => text.vi),
    )
    .toEqual(["Câu của An", "Câu của Bình"]);
  // An meets it in turn and keeps an own draft.
  await question(an).fill("An viết tiếp");
  await an.getByRole("button", { name: "Lưu bản của tôi thành bản nháp riêng" }).click();
  await an.waitForURL("**/questionnaires/drafts/2");
  await an.locator(".editor").waitFor();
  await item(an, 0).click();
  expect(await question(an).inputValue()).toBe("An viết tiếp");
  expect(stored(made.database).items[0]?.text.vi).toBe("Câu của An");
  await an.context().close();
  await binh.context().close();
});

it("keeps what could not be sent on the device, and gets it back after a reload", async () => {
  const made = await setUp();
  const page = await openEditor(made);
  await page.route("**/saves", (route) => route.abort());
  await page.getByLabel("Tên mẫu phiếu", { exact: true }).fill("Viết khi mất mạng");
  await page.getByText("Mất mạng: đang giữ trên máy này").waitFor();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.unroute("**/saves");
  await page.route("**/saves", (route) => route.abort(), { times: 1 });
  await page.reload();
  await page.getByText("Đã lấy lại phần chưa kịp lưu").waitFor();
  expect(await page.getByLabel("Tên mẫu phiếu", { exact: true }).inputValue()).toBe("Viết khi mất mạng");
  await expect.poll(() => stored(made.database).title.vi, { timeout: 15_000 }).toBe("Viết khi mất mạng");
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("editor")));
  await expect.poll(kept, { timeout: 5_000 }).toEqual([]);
  // An earlier save comes back, and that can be undone.
  await page.getByText("Các lần lưu").click();
  await page
    .getByRole("button", { name: /^Lấy lại bản lưu lúc/ })
    .last()
    .click();
  await expect.poll(() => page.getByLabel("Tên mẫu phiếu", { exact: true }).inputValue()).not.toBe("Viết khi mất mạng");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  expect(await page.getByLabel("Tên mẫu phiếu", { exact: true }).inputValue()).toBe("Viết khi mất mạng");
  await page.context().close();
});

it("moves a question by dragging, and locks the wording of an official form until it is asked for", async () => {
  const made = await setUp({ official: true });
  const page = await openEditor(made);
  const codes = await outline(page);
  await page.locator(".outline-panel li").nth(1).dragTo(page.locator(".outline-panel li").nth(0));
  await expect.poll(() => outline(page)).toEqual([codes[1], codes[0], ...codes.slice(2)]);
  await page.locator(".outline-panel li button").first().click();
  expect(await question(page).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Sửa câu này" }).click();
  await question(page).fill("Lời của địa phương");
  await saved(page);
  await expect.poll(() => stored(made.database).items[0]?.text.vi).toBe("Lời của địa phương");
  await page.context().close();
});

it("has nothing that axe finds, wide and on a phone, and is to be read without scripts", async () => {
  const made = await setUp({ official: true });
  const page = await openEditor(made);
  const found: Record<string, string[]> = {};
  const look = async (name: string) => {
    // Wherever a page stands, a field may be half under the bar that stays: axe would call it too small.
    await page.evaluate(() => scrollTo(0, 0));
    const problems = await defects(page);
    if (problems.length > 0) found[name] = problems;
  };
  await page.frameLocator("iframe").getByText("Trả lời thử không được lưu lại").waitFor();
  for (const screen of [WIDE, PHONE]) {
    await page.setViewportSize(screen);
    const show = async (view: string) => {
      if (screen === PHONE) await page.getByRole("button", { name: view, exact: true }).click();
    };
    await look(`head at ${screen.width}`);
    await show("Mục lục");
    await look(`outline at ${screen.width}`);
    await page.locator(".outline-panel li button").nth(3).click();
    await look(`locked question at ${screen.width}`);
    await show("Mục lục");
    await page.getByRole("button", { name: "+ Thêm câu ở cuối phiếu" }).click();
    await page.getByLabel("Kiểu trả lời").selectOption("single");
    await look(`new choice at ${screen.width}`);
    await show("Mục lục");
    await page.getByRole("button", { name: "Cách tính chỉ số" }).click();
    await page.getByLabel("Chỉ số chung của phiếu").selectOption("fixed-weights");
    await look(`weights at ${screen.width}`);
    await show("Mục lục");
    await page.locator("#outline-scales-0").click();
    await look(`scale at ${screen.width}`);
    await show("Xem trước");
    await look(`preview at ${screen.width}`);
    await show("Soạn câu hỏi");
  }
  expect(found).toEqual({});
  const plain = await browser
    .current()
    .newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const still = await plain.newPage();
  await still.goto(made.address);
  await still.getByText("Trình duyệt đang tắt JavaScript").waitFor();
  await still
    .getByText(made.document.items[0]?.text.vi ?? "?", { exact: false })
    .first()
    .waitFor();
  await plain.close();
  await page.context().close();
});
