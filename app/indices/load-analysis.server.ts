import type { Viewer } from "~/access/viewer";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Channel } from "~/responses/channels";
import type { Database } from "~db/open-database.server";
import { eachPackedRow, type PackedRow } from "~db/repositories/packed-rows";
import { responsesFingerprint } from "~db/repositories/responses";
import { readTree } from "~db/repositories/units";
import type { Analysis } from "./analysis";
import { DayFinder, dayText } from "./day-finder";
import { LongWork, type Look } from "./long-work.server";
import type { ReadingProgress } from "./reading-progress";
import { createFrame } from "./response-frame";

const MONTH = "2026-05".length;

interface RecordsRequest {
  viewer: Viewer;
  survey: { id: number; versionId: number };
  asOf: string;
  /** Instant from which responses enter the figures batch by batch, as in the results (`batchesSince`). */
  since: string | null;
  timeZone: string;
}

/** Records with what else is known of each, in the same order. */
export interface AnalysisRecords extends Pick<Analysis, "frame" | "channels" | "months"> {
  /** Internal numbers, which never leave. */
  ids: number[];
}

/** An analyst looks at one survey from several sides. */
const MOST_KEPT = 2;
const recordsOf = new WeakMap<Database, LongWork<AnalysisRecords>>();

/**
 * The counted responses of a survey within the viewer's scope, for measures that no tally holds, or how far reading them is
 * after `patienceMs`. Nothing is masked yet: whoever measures from them masks.
 * @param request.asOf day (TIME_ZONE) whose unit tree names the units, as in the results.
 */
export async function lookAtAnalysisRecords(
  database: Database,
  request: RecordsRequest,
  patienceMs?: number,
): Promise<Look<AnalysisRecords>> {
  const kept = recordsOf.get(database) ?? new LongWork<AnalysisRecords>(MOST_KEPT);
  recordsOf.set(database, kept);
  const key = JSON.stringify([request, await responsesFingerprint(database, request.survey.id)]);
  return kept.look(key, (tell) => readAnalysisRecords(database, request, tell), patienceMs);
}

/** The same, however long it takes. */
export async function readAnalysisRecords(
  database: Database,
  { viewer, survey, asOf, since, timeZone }: RecordsRequest,
  tell?: (progress: ReadingProgress) => void,
): Promise<AnalysisRecords> {
  const frame = createFrame(await readVersion(database, survey.versionId));
  const keys = new Map((await readTree(database, asOf)).map((unit) => [unit.id, unit.key]));
  const channels: Channel[] = [];
  const months: string[] = [];
  const ids: number[] = [];
  const days = new DayFinder(timeZone);
  const receive = ({ id, unitId, channel, packed, finishedAt }: PackedRow) => {
    ids.push(id);
    channels.push(channel);
    months.push(dayText(days.dayOf(finishedAt)).slice(0, MONTH));
    frame.addPacked(keys.get(unitId) ?? `#${unitId}`, packed);
  };
  await eachPackedRow(database, viewer, { surveyId: survey.id, since }, receive, tell);
  return { frame, channels, months, ids };
}
