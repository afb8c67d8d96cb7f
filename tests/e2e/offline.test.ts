import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { drawInvitation } from "~/collection-points/draw-invitation.server";
import type { Database } from "~db/open-database.server";
import { insertBatch } from "~db/repositories/invitations";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey, provinceViewer } from "../support/surveys";

const browser = sharedBrowser();

interface Network {
  /** Requests to send a form arrive, and their answers never do. */
  losesAnswers: boolean;
  /** Status with which something between phone and server answers in its place. */
  refuses: number | null;
  /** How many more sent forms get through before the network breaks. */
  lets: number;
}

/** A hospital's form, opened once on a phone whose service worker is ready. */
async function openHospital({ now = () => new Date(), closesOn = "2099-12-31" } = {}) {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database, { closesOn });
  const site = await serveSite(database, { now });
  const network: Network = { losesAnswers: false, refuses: null, lets: Infinity };
  const url = await standBefore(site.url, network);
  const context = await browser.current().newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const address = `${url}/k/${points[0]?.code}`;
  await page.goto(address);
  await keptOnDevice(page, address);
  return { database, context, page, address, network };
}

/** A network in front of the site that can fail in the ways that real ones do. Returns its address. */
async function standBefore(url: string, network: Network): Promise<string> {
  const server = createServer((incoming, answer) => {
    const { method, headers } = incoming;
    if (method === "POST" && network.refuses !== null) {
      incoming.resume();
      answer.writeHead(network.refuses).end("Bad Gateway");
      return;
    }
    if (method === "POST" && --network.lets < 0) {
      incoming.destroy();
      return;
    }
    // As a reverse proxy does it: the site is known by the address that people use.
    const onward = request(
      `${url}${incoming.url}`,
      { method, headers: { ...headers, host: new URL(url).host } },
      (reply) => {
        if (method === "POST" && network.losesAnswers) {
          reply.resume();
          answer.destroy();
          return;
        }
        answer.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(answer);
      },
    );
    onward.on("error", () => answer.destroy());
    if (headers.origin) onward.setHeader("Origin", url);
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Waits until the device can open the page and the one after sending by itself. */
async function keptOnDevice(page: Page, address: string): Promise<void> {
  const isKept = () =>
    page.evaluate(async (wanted) => {
      const kept = await Promise.all([caches.match(wanted), caches.match(`${wanted}/saved`)]);
      return navigator.serviceWorker.controller !== null && kept.every(Boolean);
    }, address);
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true);
}

function stored(database: Database) {
  return database.$client
    .prepare(
      "select response_id as responseId, packed, finished_at as finishedAt, received_at as receivedAt, flags, counted from responses order by id",
    )
    .all() as {
    responseId: string;
    packed: string;
    finishedAt: string;
    receivedAt: string;
    flags: string;
    counted: 0 | 1;
  }[];
}

async function answer(page: Page, level: string): Promise<string> {
  await page.locator(`[name=A1][value="${level}"]`).evaluate((field: HTMLInputElement) => field.click());
  const id = await page.locator("[name=response_id]").inputValue();
  while (await page.getByRole("button", { name: "Tiếp tục" }).isVisible())
    await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  return id;
}

const saved = (page: Page) => page.getByRole("heading", { name: "Đã lưu phiếu trên máy này" });
const thanks = (page: Page) => page.getByRole("heading", { name: /Đã nhận phiếu/ });
const delivered = (page: Page) => page.getByText("Các phiếu chờ trên máy này đã được gửi.");

describe("with a one-time code and no network", () => {
  it("keeps the answers on the phone, says so, and sends them once when the network is back", async () => {
    const { database, address: point, page, context } = await openHospital();
    const viewer = await provinceViewer(database);
    const order = { surveyId: 1, pointId: 1, label: "Giấy mời", size: 10, expiresOn: null };
    const made = await insertBatch(database, viewer, order, { now: new Date(), drawCode: drawInvitation });
    expect(made).not.toBeNull();
    const first = database.$client.prepare("select code from invitation_codes order by number").pluck().get();
    const address = `${new URL(point).origin}/i/${first}`;
    await page.goto(address);
    await keptOnDevice(page, address);
    await context.setOffline(true);
    const id = await answer(page, "5");
    await saved(page).waitFor();
    await page.getByText(/Có 1 phiếu .* đang chờ mạng/).waitFor();
    expect(await page.getByRole("link", { name: /Mở phiếu mới/ }).count()).toBe(0);
    expect(stored(database)).toEqual([]);
    await context.setOffline(false);
    await delivered(page).waitFor();
    expect(stored(database).map(({ responseId }) => responseId)).toEqual([id]);
    expect((await page.goto(address))?.status()).toBe(410);
  });
});

describe("without a network", () => {
  it("opens again, keeps what is sent, and sends it once when the network is back", async () => {
    const { database, context, page, address } = await openHospital();
    await context.setOffline(true);
    await page.goto(address);
    const id = await answer(page, "5");
    await saved(page).waitFor();
    await page.getByText(/Có 1 phiếu .* đang chờ mạng/).waitFor();
    expect(stored(database)).toHaveLength(0);
    await context.setOffline(false);
    await delivered(page).waitFor();
    expect(stored(database).map(({ responseId }) => responseId)).toEqual([id]);
  });

  it("switches the language and keeps what was answered", async () => {
    const { context, page, address } = await openHospital();
    await expect
      .poll(() => page.evaluate((other) => caches.match(other).then(Boolean), `${address}?lang=en`))
      .toBe(true);
    await context.setOffline(true);
    await page.locator('[name=P1][value="1"]').check();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Continue" }).waitFor();
    expect(await page.locator('[name=P1][value="1"]').isChecked()).toBe(true);
  });

  it("sends several oldest first, once each, whatever tabs are open", async () => {
    const { database, context, page, address } = await openHospital();
    await context.setOffline(true);
    const ids: string[] = [];
    for (const level of ["1", "2", "3"]) {
      await page.goto(address);
      ids.push(await answer(page, level));
      await saved(page).waitFor();
    }
    const other = await context.newPage();
    await other.goto(address);
    await other.getByText(/Có 3 phiếu .* đang chờ mạng/).waitFor();
    await context.setOffline(false);
    await expect.poll(() => stored(database).length, { timeout: 20_000 }).toBe(3);
    expect(stored(database).map(({ responseId }) => responseId)).toEqual(ids);
  });

  it("may break at every step: in the middle of a form, on the page after it, and while what waits goes out", async () => {
    const { database, context, page, address, network } = await openHospital();
    const ids: string[] = [];
    // In the middle of a form that was opened with a network.
    await page.locator('[name=P1][value="1"]').check();
    await page.getByRole("button", { name: "Tiếp tục" }).click();
    await context.setOffline(true);
    ids.push(await answer(page, "4"));
    await saved(page).waitFor();
    // On the page after sending, and on a new form after that.
    await page.reload();
    await page.getByText(/Có 1 phiếu .* đang chờ mạng/).waitFor();
    await page.getByRole("link", { name: /Mở phiếu mới/ }).click();
    ids.push(await answer(page, "2"));
    await saved(page).waitFor();
    // While what waits goes out: one gets through, then the network is gone again.
    network.lets = 1;
    await context.setOffline(false);
    await page.getByText(/Có 1 phiếu .* đang chờ mạng/).waitFor();
    expect(stored(database).map(({ responseId }) => responseId)).toEqual(ids.slice(0, 1));
    network.lets = Infinity;
    await page.goto(address);
    await expect.poll(() => stored(database).length, { timeout: 20_000 }).toBe(2);
    expect(stored(database).map(({ responseId }) => responseId)).toEqual(ids);
  });

  it("stores one response where the answer to a sent form was lost on the way", async () => {
    const { database, page, address, network } = await openHospital();
    network.losesAnswers = true;
    await page.goto(address);
    const id = await answer(page, "4");
    await saved(page).waitFor();
    expect(stored(database).map(({ responseId }) => responseId)).toEqual([id]);
    network.losesAnswers = false;
    await page.goto(address);
    await delivered(page).waitFor();
    expect(stored(database)).toHaveLength(1);
  });

  it("still takes answers made before the survey closed", async () => {
    let ahead = 0;
    const { database, context, page, address } = await openHospital({
      now: () => new Date(Date.now() + ahead),
      closesOn: new Intl.DateTimeFormat("sv", { timeZone: "Asia/Ho_Chi_Minh" }).format(),
    });
    await context.setOffline(true);
    await page.goto(address);
    const before = Date.now();
    await answer(page, "5");
    await saved(page).waitFor();
    ahead = 2 * 24 * 3600 * 1000;
    await context.setOffline(false);
    await delivered(page).waitFor();
    const [row] = stored(database);
    expect(row).toMatchObject({ counted: 1, flags: "" });
    expect(Date.parse(row?.finishedAt ?? "") - before).toBeLessThan(60_000);
    expect(Date.parse(row?.receivedAt ?? "")).toBeGreaterThan(before + ahead);
    const late = await page.goto(address);
    expect(late?.status()).toBe(410);
  });

  it("keeps a form that the server refuses until the person has decided", async () => {
    const { database, context, page, address } = await openHospital();
    page.on("dialog", (dialog) => void dialog.accept());
    await context.setOffline(true);
    await page.goto(address);
    await page.locator("[name=survey]").evaluate((field: HTMLInputElement) => {
      field.value = "999";
    });
    await page.locator("[name=version]").evaluate((field: HTMLInputElement) => {
      field.value = "0".repeat(64);
    });
    await answer(page, "2");
    await saved(page).waitFor();
    await context.setOffline(false);
    await page.getByText(/Có 1 phiếu .* chưa gửi được/).waitFor();
    expect(stored(database)).toHaveLength(0);
    await page.goto(address);
    await page.getByText(/Có 1 phiếu .* chưa gửi được/).waitFor();
    await page.getByRole("button", { name: "Xóa khỏi máy" }).click();
    await page.getByText(/Có 1 phiếu .* chưa gửi được/).waitFor({ state: "hidden" });
  });

  it("sends what waits after the browser was closed and opened again", async () => {
    const profile = mkdtempSync(join(tmpdir(), "hailong-profile-"));
    const database = referenceDatabase();
    const { points } = await addOpenSurvey(database);
    const { url } = await serveSite(database, { now: () => new Date() });
    const address = `${url}/k/${points[0]?.code}`;
    let context = await browser.launchPersistent(profile);
    let page = await context.newPage();
    await page.goto(address);
    await keptOnDevice(page, address);
    await context.setOffline(true);
    await page.goto(address);
    const id = await answer(page, "3");
    await saved(page).waitFor();
    await context.close();
    context = await browser.launchPersistent(profile);
    page = await context.newPage();
    await page.goto(address);
    await delivered(page).waitFor();
    expect(stored(database).map(({ responseId }) => responseId)).toEqual([id]);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
});

describe("a slow or failing server", () => {
  it("is no reason to lose a form: an error of the server keeps it on the device", async () => {
    const { database, page, address, network } = await openHospital();
    network.refuses = 502;
    await page.goto(address);
    await answer(page, "1");
    await saved(page).waitFor();
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    await page.getByText(/Có 1 phiếu .* đang chờ mạng/).waitFor();
    expect(stored(database)).toHaveLength(0);
    network.refuses = null;
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    await delivered(page).waitFor();
    expect(stored(database)).toHaveLength(1);
  });

  it("answers at once where it can", async () => {
    const { database, page, address } = await openHospital();
    await page.goto(address);
    await answer(page, "5");
    await thanks(page).waitFor();
    expect(stored(database)).toHaveLength(1);
  });
});
