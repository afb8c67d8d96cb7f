import type { Viewer } from "~/access/viewer";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Channel } from "~/responses/channels";
import type { Database } from "~db/open-database.server";
import { eachPackedRow } from "~db/repositories/responses";
import { readTree } from "~db/repositories/units";
import type { Analysis } from "./analysis";
import { createFrame } from "./response-frame";

interface RecordsRequest {
  viewer: Viewer;
  survey: { id: number; versionId: number };
  asOf: string;
  /** Instant from which responses enter the figures batch by batch, as in the results (`batchesSince`). */
  since: string | null;
}

/**
 * The counted responses of a survey within the viewer's scope, for measures that no tally holds. Nothing is masked yet:
 * whoever measures from them masks.
 * @param request.asOf day (TIME_ZONE) whose unit tree names the units, as in the results.
 */
export async function loadAnalysisRecords(
  database: Database,
  { viewer, survey, asOf, since }: RecordsRequest,
): Promise<Pick<Analysis, "frame" | "channels">> {
  const frame = createFrame(await readVersion(database, survey.versionId));
  const keys = new Map((await readTree(database, asOf)).map((unit) => [unit.id, unit.key]));
  const channels: Channel[] = [];
  await eachPackedRow(database, viewer, { surveyId: survey.id, since }, ({ unitId, channel, packed }) => {
    channels.push(channel);
    frame.addPacked(keys.get(unitId) ?? `#${unitId}`, packed);
  });
  return { frame, channels };
}
