import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";

/** Debian's Chromium. It has no sandbox where everything runs as root. */
const CHROMIUM = {
  executablePath: "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
};

/** One browser for all tests of a file. */
export function sharedBrowser(): { current(): Browser; launchPersistent(folder: string): Promise<BrowserContext> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch(CHROMIUM);
  });
  // Before the site and its database close: a page that still asks for something would find neither.
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
  });
  afterAll(() => browser?.close());
  return {
    current() {
      if (!browser) throw new Error("the browser runs only inside tests");
      return browser;
    },
    /** A browser of its own that keeps what it stores in a folder, to be closed and opened again. */
    launchPersistent: (folder) => chromium.launchPersistentContext(folder, CHROMIUM),
  };
}
