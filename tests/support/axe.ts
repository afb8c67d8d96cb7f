import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Beyond the tags: two landmarks of one name cannot be told apart in a screen reader's list of them. */
const RULES = { "landmark-unique": { enabled: true } };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on a page, in short; nothing is allowed. Also whether the page is wider than the screen. */
export async function defects(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ rules: RULES }).withTags(TAGS).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  return wide ? [...found, "wider than the screen"] : found;
}
