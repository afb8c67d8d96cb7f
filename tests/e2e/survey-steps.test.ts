import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { sharedBrowser } from "../support/browser";
import { referenceDatabase } from "../support/databases";
import { serveSite } from "../support/served-site";
import { PASSWORD, signedIn } from "../support/signed-in";
import { addOpenSurvey } from "../support/surveys";

const browser = sharedBrowser();

/** The page of a survey that is open, before an administrator who runs it. */
async function openSurvey(): Promise<Page> {
  const database = referenceDatabase();
  const { surveyId } = await addOpenSurvey(database);
  await signedIn(database);
  const { url } = await serveSite(database);
  const page = await browser.current().newPage();
  await page.goto(`${url}/sign-in`);
  await page.fill('[name="username"]', "administrator-th");
  await page.fill('[name="password"]', PASSWORD);
  await page.click('main button[type="submit"]');
  await page.waitForURL(/surveys/);
  await page.goto(`${url}/surveys/${surveyId}`, { waitUntil: "networkidle" });
  return page;
}

const panel = (page: Page, step: string) => page.locator("details", { has: page.locator(`button[value="${step}"]`) });

async function unfoldAndTick(page: Page, step: string): Promise<void> {
  if (
    !(await panel(page, step)
      .getAttribute("open")
      .then((open) => open !== null))
  ) {
    await panel(page, step).locator("summary").click();
  }
  await panel(page, step).getByRole("checkbox").check();
}

/** Steps that are offered, with whether their panel stands open and their box is ticked. */
const offered = (page: Page) =>
  page.locator("details.step-panel").evaluateAll((panels) =>
    panels.map((one) => ({
      step: one.querySelector("button")?.value,
      open: (one as HTMLDetailsElement).open,
      ticked: one.querySelector<HTMLInputElement>("[name=confirmed]")?.checked ?? false,
    })),
  );
const folded = (...steps: string[]) => steps.map((step) => ({ step, open: false, ticked: false }));

async function take(page: Page, step: string, then: string): Promise<void> {
  await page.locator(`button[value="${step}"]`).click();
  await page.waitForURL(`**?done=${then}`);
  await page.waitForLoadState("networkidle");
}

it("after a step no panel stands open and no box is ticked, whatever was ticked before", async () => {
  const page = await openSurvey();
  // The box of closing is ticked, and then the officer pauses instead.
  await unfoldAndTick(page, "close");
  await unfoldAndTick(page, "pause");
  await take(page, "pause", "pause");
  await expect.poll(() => offered(page)).toEqual(folded("close"));
  await unfoldAndTick(page, "close");
  await take(page, "resume", "resume");
  await expect.poll(() => offered(page)).toEqual(folded("pause", "close"));
  // What cannot be undone stands where closing stood.
  await unfoldAndTick(page, "close");
  await take(page, "close", "close");
  await expect.poll(() => offered(page)).toEqual(folded("finalise"));
  await unfoldAndTick(page, "finalise");
  await take(page, "reopen", "reopen");
  await expect.poll(() => offered(page)).toEqual(folded("pause", "close"));
});
