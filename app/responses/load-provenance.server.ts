import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { listProvenance } from "~db/repositories/response-imports";

/** The files that a survey has taken in, with their sources and days, for whoever sees something of it. */
export async function loadProvenance(database: Database, viewer: Viewer, surveyId: number, timeZone: string) {
  const files = await listProvenance(database, viewer, surveyId);
  return files.flatMap(({ day, ...file }) => (day === null ? [] : [{ ...file, day: dayOf(new Date(day), timeZone) }]));
}
