import type { Browser } from "playwright-core";
import { describe, expect, it } from "vitest";
import { defects } from "../support/axe";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { officeDefects, officePages, serveOfficeScreens } from "../support/office-screens";
import { addPublished } from "../support/published";
import { serveSite } from "../support/served-site";
import { addOpenSurvey } from "../support/surveys";

const PHONE = { width: 360, height: 740 };
const SIZES = [PHONE, { width: 1280, height: 800 }];
const browser = sharedBrowser();

/** Units with results to show, and one that is masked. */
const PUBLISHED = [
  { key: "bv-dk-tinh", levels: { 4: 50, 2: 20 } },
  { key: "bv-nhi", levels: { 5: 60, 3: 12 } },
  { key: "bv-phu-san", levels: { 4: 12 } },
];

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
  const { surveyId } = await addPublished(database, { units: PUBLISHED });
  const { url } = await serveSite(database);
  const results = `${url}/results/${surveyId}`;
  const point = `${url}/k/${points[0]?.code}`;
  const addresses = [`${url}/`, point, `${point}?lang=en`, `${point}/thanks`, `${url}/k/22222222`];
  addresses.push(`${url}/results`, results, `${results}?q=nhi`, `${results}/method`);
  addresses.push(...PUBLISHED.map(({ key }) => `${results}/${key}`), `${results}/bv-nhi?lang=en`);
  expect(await eachScreen(browser.current(), addresses)).toEqual({});
});

describe("the officers' pages", () => {
  // On a desk, in English and in the dark: tests/long/office-accessibility.test.ts.
  it("have nothing that axe finds on a phone, and none is left out", async () => {
    const office = await serveOfficeScreens();
    const listed = [...office.screens, ...office.interviewer].map(({ route }) => route);
    expect([...new Set(listed)].sort()).toEqual([...new Set(officePages())].sort());
    expect(await officeDefects(browser.current(), office, { viewport: PHONE })).toEqual({});
  }, 400_000);
});
