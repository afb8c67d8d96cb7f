import type { Viewer } from "~/access/viewer";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Channel } from "~/responses/channels";
import type { Database } from "~db/open-database.server";
import { eachPackedRow } from "~db/repositories/responses";
import { readTree } from "~db/repositories/units";
import type { Analysis } from "./analysis";
import { DayFinder, dayText } from "./day-finder";
import { createFrame } from "./response-frame";

const MONTH = "2026-05".length;

interface RecordsRequest {
  viewer: Viewer;
  survey: { id: number; versionId: number };
  asOf: string;
  /** Instant from which responses enter the figures batch by batch, as in the results (`batchesSince`). */
  since: string | null;
  timeZone: string;
  /** Internal numbers of the forms that a quality rule flags; null: they are not asked for. */
  flaggedIds: ReadonlySet<number> | null;
}

/**
 * The counted responses of a survey within the viewer's scope, for measures that no tally holds. Nothing is masked yet:
 * whoever measures from them masks.
 * @param request.asOf day (TIME_ZONE) whose unit tree names the units, as in the results.
 */
export async function loadAnalysisRecords(
  database: Database,
  { viewer, survey, asOf, since, timeZone, flaggedIds }: RecordsRequest,
): Promise<Omit<Analysis, "results">> {
  const frame = createFrame(await readVersion(database, survey.versionId));
  const keys = new Map((await readTree(database, asOf)).map((unit) => [unit.id, unit.key]));
  const channels: Channel[] = [];
  const months: string[] = [];
  const flagged: boolean[] | null = flaggedIds && [];
  const days = new DayFinder(timeZone);
  await eachPackedRow(
    database,
    viewer,
    { surveyId: survey.id, since },
    ({ id, unitId, channel, packed, finishedAt }) => {
      channels.push(channel);
      months.push(dayText(days.dayOf(finishedAt)).slice(0, MONTH));
      flagged?.push(flaggedIds?.has(id) ?? false);
      frame.addPacked(keys.get(unitId) ?? `#${unitId}`, packed);
    },
  );
  return { frame, channels, months, flagged };
}
