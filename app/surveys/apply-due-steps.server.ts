import { dayOf, endOfDay, startOfDay } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { closeAtEnd, listDueBeginnings, listDueEnds, recordBeginning } from "~db/repositories/due-steps";

/**
 * Takes the steps that the dates of surveys have brought: a survey opened ahead begins on its first day, and one that is
 * open or paused closes when its last day ends in the time zone. Each is recorded once, as of the instant at which it
 * fell due, whenever this runs: a server that slept for a week takes them all on waking. Returns how many it took.
 */
export async function applyDueSteps(
  database: Database,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<number> {
  const today = dayOf(now, timeZone);
  let taken = 0;
  for (const step of await listDueBeginnings(database, today)) {
    if (await recordBeginning(database, step, startOfDay(step.day, timeZone))) taken++;
  }
  for (const step of await listDueEnds(database, today)) {
    if (await closeAtEnd(database, step, endOfDay(step.day, timeZone))) taken++;
  }
  return taken;
}
