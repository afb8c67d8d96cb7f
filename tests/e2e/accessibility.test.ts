import type { Browser } from "playwright-core";
import { describe, expect, it } from "vitest";
import { defects } from "../support/axe";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { officeDefects, officePages, serveOfficeScreens } from "../support/office-screens";
import { serveSite } from "../support/served-site";
import { addOpenSurvey } from "../support/surveys";

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
const browser = sharedBrowser();

async function eachScreen(open: Browser, addresses: string[]) {
  const found: Record<string, string[]> = {};
  for (const viewport of SIZES) {
    const context = await open.newContext({ viewport });
    const page = await context.newPage();
    for (const address of addresses) {
      await page.goto(address);
      const problems = await defects(page);
      if (problems.length > 0) found[`${address} at ${viewport.width}`] = problems;
    }
    await context.close();
  }
  return found;
}

it("finds nothing on the citizens' pages, on a phone and on a desk", async () => {
  const database = referenceDatabase();
  const { points } = await addOpenSurvey(database);
  const { url } = await serveSite(database);
  const point = `${url}/k/${points[0]?.code}`;
  const addresses = [`${url}/`, point, `${point}?lang=en`, `${point}/thanks`, `${url}/k/22222222`];
  expect(await eachScreen(browser.current(), addresses)).toEqual({});
});

describe("the officers' pages", () => {
  // Every screen at both sizes: longer than other tests may take on a busy machine.
  it("have nothing that axe finds, on a phone and on a desk, and none is left out", async () => {
    const office = await serveOfficeScreens();
    const listed = [...office.screens, ...office.interviewer].map(({ route }) => route);
    expect([...new Set(listed)].sort()).toEqual([...new Set(officePages())].sort());
    for (const viewport of SIZES) {
      expect(await officeDefects(browser.current(), office, { viewport })).toEqual({});
    }
  }, 400_000);
});
