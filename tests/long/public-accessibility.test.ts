import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findPublication, withdrawPublication } from "~db/repositories/publications";
import { defects } from "../support/axe";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { addPublished } from "../support/published";
import { serveSite } from "../support/served-site";
import { addOpenSurvey } from "../support/surveys";

const browser = sharedBrowser();
const PHONE = { width: 360, height: 740 };

/** Ways in which people meet the pages. A kiosk has a test of its own (tests/e2e/kiosk.test.ts). */
const VARIANTS: Record<string, BrowserContextOptions & { doubled?: true; unscripted?: true }> = {
  phone: { viewport: PHONE },
  tablet: { viewport: { width: 820, height: 1180 } },
  desktop: { viewport: { width: 1280, height: 800 } },
  "forced colours": { viewport: PHONE, forcedColors: "active" },
  dark: { viewport: PHONE, colorScheme: "dark" },
  "reduced motion": { viewport: PHONE, reducedMotion: "reduce" },
  "200 % text": { viewport: PHONE, bypassCSP: true, doubled: true },
  // The page's own script is kept away; axe needs one of its own.
  "without script": { viewport: PHONE, unscripted: true },
};

/** A site where every public page can be met, and the addresses of them. */
async function servePages(): Promise<{ addresses: string[]; form: string }> {
  const database = referenceDatabase();
  const hospital = await addOpenSurvey(database, { units: ["bv-dk-tinh", "bv-nhi"] });
  await addOpenSurvey(database, { units: ["bv-nhi"], title: "Khảo sát thứ hai" });
  const closed = await addOpenSurvey(database, {
    units: ["bv-phu-san"],
    opensOn: "2025-01-01",
    closesOn: "2025-12-31",
  });
  const later = await addOpenSurvey(database, { units: ["bv-mat"], opensOn: "2026-09-01" });
  const counter = await addOpenSurvey(database, { questionnaire: "one-stop-counter", units: ["th-ttpvhcc"] });
  const parents = await addOpenSurvey(database, { questionnaire: "education-parents-draft", units: ["thpt-ham-rong"] });
  const household = await addOpenSurvey(database, {
    questionnaire: "sipas-household-2023-2026",
    units: ["xa-14848"],
  });
  const published = await addPublished(database, {
    units: [
      { key: "bv-dk-tinh", levels: { 4: 50, 2: 20 } },
      { key: "bv-nhi", levels: { 5: 60, 3: 12 } },
      { key: "bv-mat", levels: { 4: 12 } },
    ],
  });
  const withdrawn = await addPublished(database, { units: [{ key: "bv-nhi", levels: { 4: 40 } }] });
  const publication = await findPublication(database, withdrawn.surveyId);
  const withdrawal = { publicationId: publication?.id ?? 0, note: "Nhầm danh sách", at: new Date("2026-06-02") };
  await withdrawPublication(database, withdrawn.viewer, withdrawal);
  const { url } = await serveSite(database);
  const results = `${url}/results/${published.surveyId}`;
  const page = (survey: { points: { code: string }[] }, index = 0) => `${url}/k/${survey.points[index]?.code}`;
  const form = page(counter);
  return {
    form,
    addresses: [
      `${url}/`,
      `${url}/?code=`,
      ...[form, page(hospital), page(parents), page(household)].flatMap((one) => [one, `${one}?lang=en`]),
      page(hospital, 1),
      page(closed),
      page(later),
      `${form}/thanks?survey=${counter.surveyId}`,
      `${form}/saved`,
      `${url}/results`,
      ...["", "?lang=en", "?q=khong+co", "/method", "/method?lang=en", "/bv-dk-tinh", "/bv-mat"].map(
        (rest) => results + rest,
      ),
      `${url}/results/${withdrawn.surveyId}`,
      `${url}/k/22222222`,
      `${url}/k/KHONG-DUNG`,
      `${url}/khong-co`,
    ],
  };
}

async function openVariant(name: string): Promise<Page> {
  const { doubled: _doubled, unscripted, ...options } = VARIANTS[name] ?? {};
  const context = await browser.current().newContext(options);
  if (unscripted) await context.route(/\/assets\/.*\.js$/, (route) => route.abort());
  return context.newPage();
}

async function doubleText(page: Page, name: string): Promise<void> {
  if (VARIANTS[name]?.doubled) await page.addStyleTag({ content: "html { font-size: 200% }" });
}

describe.each(Object.keys(VARIANTS))("every public page, %s", (name) => {
  it("has nothing that axe finds, also after a mistake", async () => {
    const { addresses, form } = await servePages();
    const page = await openVariant(name);
    const found: Record<string, string[]> = {};
    const check = async (what: string) => {
      await doubleText(page, name);
      const problems = await defects(page);
      if (problems.length > 0) found[what] = problems;
    };
    for (const address of addresses) {
      await page.goto(address);
      await check(new URL(address).pathname);
    }
    const script = !VARIANTS[name]?.unscripted;
    await page.goto(form);
    const next = page.getByRole("button", { name: "Tiếp tục" });
    if (script) {
      await next.click();
      await check("after Continue without a required answer");
      await page.evaluate(() => document.querySelector("[data-required]")?.removeAttribute("data-required"));
      while (await next.isVisible()) await next.click();
      await check("the last section");
    }
    await page.locator("textarea").fill("Ghế chờ đủ.");
    await page.getByRole("button", { name: "Gửi phiếu" }).click();
    await page.getByRole("heading", { name: "Phiếu chưa gửi được" }).waitFor();
    await check("after an error");
    await page.context().close();
    expect(found).toEqual({});
  });
});
