import type { Logger } from "pino";
import { applyDueSteps } from "~/surveys/apply-due-steps.server";
import type { Database } from "~db/open-database.server";

const EVERY_MS = 60_000;

/**
 * Takes the steps that the dates of surveys bring, at once and then every minute. One that fails is logged and tried again
 * a minute later; it neither stops the server nor keeps it running.
 */
export async function keepDueSteps(
  database: Database,
  { timeZone, log }: { timeZone: string; log: Logger },
): Promise<void> {
  const apply = () =>
    applyDueSteps(database, { now: new Date(), timeZone }).then(
      (taken) => {
        if (taken > 0) log.info({ taken }, "surveys moved on by their dates");
      },
      (error: unknown) => log.error({ err: error }, "surveys could not be moved on by their dates"),
    );
  setInterval(apply, EVERY_MS).unref();
  await apply();
}
