import { setImmediate } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ReadingProgress } from "~/indices/reading-progress";
import type { Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import { activities, collectionPoints, responses } from "../schema";
import { BEARS_QUALITY } from "./response-quality";
import { ownedSurveys } from "./scope";
import { unitNameOn } from "./units";

/** What the quality of a response is judged by. Instants are milliseconds of the epoch. */
export interface QualityRow {
  id: number;
  unitId: number;
  pointId: number | null;
  importId: number | null;
  channel: Channel;
  interviewer: string | null;
  startedAt: number | null;
  finishedAt: number;
  packed: string;
  /** Its scored answers, as `levelsOf` reads them. */
  levels: string;
  /** False: excluded for its quality. */
  counted: boolean;
}

type Raw = [number, number, number | null, number | null, Channel, string | null, string | null, string, string, 0 | 1];

/** In the order of {@link Raw}. */
const columns = {
  id: responses.id,
  unitId: responses.unitId,
  pointId: responses.pointId,
  importId: responses.importId,
  channel: responses.channel,
  interviewer: responses.interviewer,
  startedAt: responses.startedAt,
  finishedAt: responses.finishedAt,
  packed: responses.packed,
  counted: responses.counted,
};

/** Responses read before others have their turn. */
const ROWS_AT_ONCE = 20_000;

/**
 * Calls `receive` for every response of a survey that the viewer runs, counted or excluded for its quality; what is held for
 * another reason stays out. Some units at a time, and `tell` hears how far it is after each.
 */
export async function eachQualityRow(
  database: Database,
  viewer: Viewer,
  surveyId: number,
  {
    levelsOf,
    receive,
    tell,
  }: {
    levelsOf: (packed: string) => string;
    receive: (row: QualityRow) => void;
    tell: (progress: ReadingProgress) => void;
  },
): Promise<void> {
  const batches = await batchesOfUnits(database, surveyId);
  const total = batches.reduce((sum, { size }) => sum + size, 0);
  let read = 0;
  tell({ read, total });
  for (const { unitIds, size } of batches) {
    const query = database
      .select(columns)
      .from(responses)
      .where(
        and(
          eq(responses.surveyId, surveyId),
          sql`${responses.unitId} in (select value from json_each(${JSON.stringify(unitIds)}))`,
          sql`(${responses.counted} = 1 or ${BEARS_QUALITY})`,
          sql`${responses.surveyId} in ${ownedSurveys(viewer)}`,
        ),
      )
      .toSQL();
    const rows = database.$client
      .prepare(query.sql)
      .raw()
      .all(...query.params) as Raw[];
    for (const [id, unitId, pointId, importId, channel, interviewer, started, finished, packed, counted] of rows) {
      receive({
        id,
        unitId,
        pointId,
        importId,
        channel,
        interviewer,
        packed,
        levels: levelsOf(packed),
        startedAt: started === null ? null : Date.parse(started),
        finishedAt: Date.parse(finished),
        counted: counted === 1,
      });
    }
    read += size;
    tell({ read, total });
    await setImmediate();
  }
}

/**
 * A sign of everything that judging a survey's responses reads: it changes with any response, any decision and any act that is
 * recorded of the survey. Some units at a time, since citizens' forms wait for it.
 */
export async function qualityFingerprint(database: Database, surveyId: number): Promise<string> {
  const parts: string[] = [];
  for (const { unitIds } of await batchesOfUnits(database, surveyId)) {
    const part = database
      .select({
        count: sql<number>`count(*)`,
        last: sql<number>`max(${responses.id})`,
        latest: sql<string>`max(${responses.finishedAt})`,
        counted: sql<number>`sum(${responses.counted})`,
        // A form that its sender corrects bears a mark of it.
        marks: sql<number>`sum(length(${responses.flags}))`,
      })
      .from(responses)
      .where(
        and(
          eq(responses.surveyId, surveyId),
          sql`${responses.unitId} in (select value from json_each(${JSON.stringify(unitIds)}))`,
        ),
      )
      .get();
    parts.push(Object.values(part ?? {}).join("/"));
    await setImmediate();
  }
  const acts = database
    .select({ last: sql<number | null>`max(${activities.id})` })
    .from(activities)
    .where(eq(activities.surveyId, surveyId))
    .get();
  return [...parts, acts?.last ?? 0].join(" ");
}

/** Units that answered, in batches of some thousand responses; one larger unit is a batch of its own. */
async function batchesOfUnits(database: Database, surveyId: number): Promise<{ unitIds: number[]; size: number }[]> {
  const units = database
    .select({ unitId: responses.unitId, size: sql<number>`count(*)` })
    .from(responses)
    .where(eq(responses.surveyId, surveyId))
    .groupBy(responses.unitId)
    .all();
  const batches: { unitIds: number[]; size: number }[] = [];
  for (const { unitId, size } of units) {
    const last = batches.at(-1);
    if (last && last.size + size <= ROWS_AT_ONCE) {
      last.unitIds.push(unitId);
      last.size += size;
    } else batches.push({ unitIds: [unitId], size });
  }
  return batches;
}

/** Points at which responses of a survey that the viewer runs were filled in, with their hours and the names of that day. */
export async function listPointsOfResponses(database: Database, viewer: Viewer, surveyId: number, today: string) {
  return database
    .select({
      id: collectionPoints.id,
      unitId: collectionPoints.unitId,
      unitName: unitNameOn(collectionPoints.unitId, today),
      label: collectionPoints.label,
      openHours: collectionPoints.openHours,
    })
    .from(collectionPoints)
    .where(
      sql`${collectionPoints.id} in (select distinct ${responses.pointId} from ${responses}
        where ${responses.surveyId} = ${surveyId} and ${responses.surveyId} in ${ownedSurveys(viewer)})`,
    )
    .orderBy(collectionPoints.id)
    .all();
}
