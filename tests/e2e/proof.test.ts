import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { addOpenSurvey } from "../support/surveys";

const browser = sharedBrowser();

it("a person's phone proves its work at a point under attack, and the answers count", async () => {
  const database = referenceDatabase();
  const { points, surveyId } = await addOpenSurvey(database, {
    questionnaire: "one-stop-counter",
    units: ["th-ttpvhcc"],
  });
  let ahead = 0;
  const { url } = await serveSite(database, { now: () => new Date(Date.now() + ahead) });
  const address = `${url}/k/${points[0]?.code}`;
  const html = await (await fetch(address)).text();
  expect(html).not.toContain("data-proof=");
  const version = /name="version"[^>]*value="(\w+)"/.exec(html)?.[1] ?? "";
  const script = { survey: String(surveyId), version, lang: "vi", P1: "1", A1: "1" };
  for (let form = 0; form < 200; form++) {
    const body = new URLSearchParams({ ...script, response_id: randomUUID() });
    await fetch(`${address}?send=1`, { method: "POST", body, redirect: "manual" });
  }
  // The minute of the attack is over; the point stays under guard.
  ahead = 90_000;
  const page = await browser.current().newPage();
  await page.goto(address);
  expect(Number(await page.locator("form").getAttribute("data-proof"))).toBeGreaterThanOrEqual(16);
  await page.getByLabel("Cá nhân (người dân)").check();
  const id = await page.locator("[name=response_id]").inputValue();
  const next = page.getByRole("button", { name: "Tiếp tục" });
  while (await next.isVisible()) await next.click();
  // People take their time; a form sent at once would be taken for a program's.
  ahead += 60_000;
  await page.getByRole("button", { name: "Gửi phiếu" }).click();
  await page.getByRole("heading", { name: /Đã nhận phiếu/ }).waitFor();
  const row = database.$client.prepare("select flags, counted from responses where response_id = ?").get(id);
  expect(row).toEqual({ flags: "", counted: 1 });
});
