import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import { runsFieldwork } from "~/surveys/runs-fieldwork";
import type { Database } from "~db/open-database.server";
import { listProvenance } from "~db/repositories/response-imports";

/**
 * The files that a survey has taken in, with their sources and days, for whoever sees something of it. How many responses
 * each brought is for whoever runs the fieldwork (null otherwise): beside masked numbers it would tell small ones.
 */
export async function loadProvenance(
  database: Database,
  viewer: Viewer,
  survey: { id: number; owned: boolean },
  timeZone: string,
) {
  const files = await listProvenance(database, viewer, survey.id);
  const live = runsFieldwork(viewer, survey);
  return files.flatMap(({ day, stored, ...file }) =>
    day === null ? [] : [{ ...file, stored: live ? stored : null, day: dayOf(new Date(day), timeZone) }],
  );
}
