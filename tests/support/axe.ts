import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

type NodeResult = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number]["nodes"][number];

/** Beyond the tags: two landmarks of one name cannot be told apart in a screen reader's list of them. */
const RULES = { "landmark-unique": { enabled: true } };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on a page, in short; nothing is allowed. Also whether the page is wider than the screen. */
export async function defects(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ rules: RULES }).withTags(TAGS).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  const found = violations.flatMap(({ id, nodes }) => {
    const own = nodes.filter((node) => id !== "landmark-unique" || !isUniqueInItsFrame(node));
    return own.length === 0 ? [] : `${id}: ${own.map(({ target }) => target.join(" ")).join(", ")}`;
  });
  return wide ? [...found, "wider than the screen"] : found;
}

/** Whether a landmark has its namesakes in other frames alone, whose titles tell them apart. */
function isUniqueInItsFrame({ any, target }: NodeResult): boolean {
  const related = any.flatMap(({ relatedNodes }) => relatedNodes ?? []);
  return (
    related.length > 0 && related.every((other) => String(other.target.slice(0, -1)) !== String(target.slice(0, -1)))
  );
}
