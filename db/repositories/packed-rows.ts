import { setImmediate } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ReadingProgress } from "~/indices/reading-progress";
import type { Channel } from "~/responses/channels";
import { type Database, databaseFile, openReader } from "../open-database.server";
import { responses } from "../schema";
import { withinScope } from "./responses";
import { waitingNow } from "./waiting-responses";

/** What an index needs of a response, in the order of arrival: unit, channel and packed answers. */
export interface PackedRow {
  /** Internal number, which never leaves. */
  id: number;
  unitId: number;
  channel: Channel;
  packed: string;
  /** ISO in UTC. */
  finishedAt: string;
}

/** Responses read before others have their turn: some milliseconds. */
const ROWS_AT_ONCE = 5000;

/**
 * Calls `receive` for every counted response of a survey that the viewer may see and that is in the published figures, as
 * they stood at one moment: all of it for whoever runs the survey, else those of units in scope. A file is read through a
 * connection of its own, some at a time, so that citizens' forms are served and stored meanwhile.
 * @param of.since instant from which responses enter the figures batch by batch (`batchesSince`).
 * @param tell hears how far it is.
 */
export async function eachPackedRow(
  database: Database,
  viewer: Viewer,
  { surveyId, since }: { surveyId: number; since: string | null },
  receive: (row: PackedRow) => void,
  tell: (progress: ReadingProgress) => void = () => {},
): Promise<void> {
  const path = databaseFile(database);
  if (path === null)
    return database.transaction(() => void [...readRows(database, viewer, { surveyId, since }, receive)]);
  const reader = openReader(path);
  try {
    reader.$client.exec("begin");
    const total = countOf(reader, surveyId);
    for (const read of readRows(reader, viewer, { surveyId, since }, receive)) {
      tell({ read, total });
      await setImmediate();
    }
    // Those that do not count are passed over and not missed.
    tell({ read: total, total });
  } finally {
    reader.$client.close();
  }
}

/** Gives the rows, and says from time to time how many they were. */
function* readRows(
  database: Database,
  viewer: Viewer,
  { surveyId, since }: { surveyId: number; since: string | null },
  receive: (row: PackedRow) => void,
): Generator<number> {
  const query = database
    .select({
      ...{ id: responses.id, unitId: responses.unitId, channel: responses.channel, packed: responses.packed },
      finishedAt: responses.finishedAt,
    })
    .from(responses)
    .where(and(eq(responses.surveyId, surveyId), responses.counted, withinScope(viewer)))
    .toSQL();
  const waiting = new Set(waitingNow(database, { surveyId, since }).map(({ id }) => id));
  const rows = database.$client
    .prepare(query.sql)
    .raw()
    .iterate(...query.params);
  let read = 0;
  for (const row of rows as IterableIterator<[number, number, Channel, string, string]>) {
    const [id, unitId, channel, packed, finishedAt] = row;
    if (!waiting.has(id)) receive({ id, unitId, channel, packed, finishedAt });
    if (++read % ROWS_AT_ONCE === 0) yield read;
  }
}

function countOf({ $client }: Database, surveyId: number): number {
  return $client.prepare("select count(*) from responses where survey_id = ?").pluck().get(surveyId) as number;
}
