import type { Logger } from "pino";
import { scanAlerts } from "~/comments/scan-alerts.server";
import type { Database } from "~db/open-database.server";

const EVERY_MS = 15 * 60 * 1000;
/** The first scan lets the server get going. */
const FIRST_MS = 60 * 1000;

/** Looks at fieldwork every quarter of an hour and tells units what they should know. @returns how to stop it. */
export function watchFieldwork(
  database: Database,
  settings: { timeZone: string; cellMinimum: number },
  log: Logger,
): () => void {
  let running = false;
  let stopped = false;
  const scan = async () => {
    if (running || stopped) return;
    running = true;
    try {
      const raised = await scanAlerts(database, { ...settings, now: new Date() });
      if (raised > 0) log.info({ raised }, "alerts raised");
    } catch (error) {
      if (!stopped) log.error({ err: error }, "fieldwork could not be scanned");
    } finally {
      running = false;
    }
  };
  const first = setTimeout(scan, FIRST_MS);
  const timer = setInterval(scan, EVERY_MS);
  first.unref();
  timer.unref();
  return () => {
    stopped = true;
    clearTimeout(first);
    clearInterval(timer);
  };
}
