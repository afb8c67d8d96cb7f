import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

/** Debian's Chromium for all tests of a file. Chromium has no sandbox where everything runs as root. */
export function sharedBrowser(): { current(): Browser } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args });
  });
  afterAll(() => browser?.close());
  return {
    current() {
      if (!browser) throw new Error("the browser runs only inside tests");
      return browser;
    },
  };
}
