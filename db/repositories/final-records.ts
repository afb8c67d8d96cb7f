import { sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ReadingProgress } from "~/indices/reading-progress";
import type { Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import { ownedSurveys } from "./scope";

/** A counted response of a finalised survey, without its ids, its point and who asked. */
export interface FinalRecord {
  unitId: number;
  channel: Channel;
  finishedAt: string;
  packed: string;
}

/** Responses read before others have their turn. */
const ROWS_AT_ONCE = 5000;

type Raw = [id: number, unitId: number, channel: Channel, finishedAt: string, packed: string];

/**
 * Calls `receive` for every counted response of a survey that the viewer runs and whose results are fixed.
 * @param tell hears how far it is.
 */
export async function eachFinalRecord(
  database: Database,
  viewer: Viewer,
  surveyId: number,
  receive: (record: FinalRecord) => void,
  tell: (progress: ReadingProgress) => void = () => {},
): Promise<void> {
  const [[total] = [0]] = database.values<[number]>(
    sql`select count(*) from responses where survey_id = ${surveyId} and counted`,
  );
  let read = 0;
  for (let after = 0; ; ) {
    const rows = database.values<Raw>(sql`
      select id, unit_id, channel, finished_at, packed from responses
      where survey_id = ${surveyId} and counted and id > ${after}
        and survey_id in (select id from surveys where status = 'finalised') and survey_id in ${ownedSurveys(viewer)}
      order by id limit ${ROWS_AT_ONCE}`);
    for (const [id, unitId, channel, finishedAt, packed] of rows) {
      after = id;
      receive({ unitId, channel, finishedAt, packed });
    }
    read += rows.length;
    tell({ read, total });
    if (rows.length < ROWS_AT_ONCE) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
