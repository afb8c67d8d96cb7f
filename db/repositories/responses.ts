import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import { responses, responseTexts, units } from "../schema";
import { prepareOnce } from "./prepare-once";
import { ownedSurveys, visibleUnits } from "./scope";
import { waitingNow } from "./waiting-responses";

/** A response as it is stored. Instants are ISO in UTC. */
export interface StoredResponse {
  responseId: string;
  surveyId: number;
  unitId: number;
  pointId: number | null;
  channel: Channel;
  language: "vi" | "en";
  /** Pseudonym of who read the questions out; null where nobody did. */
  interviewer: string | null;
  startedAt: string | null;
  finishedAt: string;
  receivedAt: string | null;
  noticeVersion: string | null;
  packed: string;
  flags: string;
  counted: boolean;
  /** Free text by field. */
  texts: Readonly<Record<string, string>>;
}

type Defaulted = "interviewer" | "startedAt" | "receivedAt" | "noticeVersion" | "flags" | "counted";

/** A response to store; unless told otherwise it arrived when it was finished, bears no mark and is counted. */
export type NewResponse = Omit<StoredResponse, Defaulted> & Partial<Pick<StoredResponse, Defaulted>>;

/** Results that were fixed take in nothing more, by whatever way it comes: it is kept beside them as late. */
const FINALISED = "exists (select 1 from surveys where id = @surveyId and status = 'finalised')";

/** The way of every submission: written out, since drizzle takes longer to fill in a statement than SQLite to run it. */
const statementsOf = prepareOnce((database) => ({
  insert: database.$client.prepare(`
    insert into responses (response_id, survey_id, unit_id, point_id, channel, language, interviewer,
      started_at, finished_at, received_at, notice_version, packed, flags, counted)
    values (@responseId, @surveyId, @unitId, @pointId, @channel, @language, @interviewer,
      @startedAt, @finishedAt, @receivedAt, @noticeVersion, @packed,
      case when ${FINALISED} and instr(',' || @flags || ',', ',late,') = 0
        then ltrim(@flags || ',late', ',') else @flags end,
      case when ${FINALISED} then 0 else @counted end)
    on conflict (response_id) do nothing`),
  insertTexts: database.$client.prepare(
    "insert into response_texts (response_sequence, field, text) select ?, key, value from json_each(?)",
  ),
  find: prepareFind(database),
  storeOrFind: database.$client.transaction((response: NewResponse) =>
    storeNow(database, response) ? null : findNow(database, response.responseId),
  ),
}));

const inviteOnce = prepareOnce((database) => {
  const use = database.$client.prepare(`
    update invitation_codes set state = 'used' where code = ? and state = 'unused'
      and (select revoked_at from invitation_batches where id = batch_id) is null`);
  return database.$client.transaction((response: NewResponse, code: string) => {
    const existing = findNow(database, response.responseId);
    if (existing) return existing;
    if (use.run(code).changes === 0) return "used" as const;
    storeNow(database, response);
    return null;
  });
});

/**
 * Stores a response and uses up the one-time code that invited to it, both or neither; nothing is kept that joins the
 * two. A response whose id is known needs no code: it has used its own.
 * @returns null when it was stored, the response that already has the id, or `used` when the code opens nothing any more.
 */
export async function insertInvited(
  database: Database,
  response: NewResponse,
  code: string,
): Promise<StoredResponse | "used" | null> {
  return inviteOnce(database).immediate(response, code);
}

function prepareFind(database: Database) {
  return database
    .select()
    .from(responses)
    .where(eq(responses.responseId, sql.placeholder("responseId")))
    .prepare();
}

/**
 * Stores a response with its texts, whole or not at all, unless its id is known.
 * @returns the response that already has the id, or null when this one was stored.
 */
export async function insertResponse(database: Database, response: NewResponse): Promise<StoredResponse | null> {
  return statementsOf(database).storeOrFind.immediate(response);
}

/** Stores many responses in one transaction; those whose id is known are left as they are. Returns how many were new. */
export async function insertResponses(database: Database, batch: Iterable<NewResponse>): Promise<number> {
  return database.transaction(
    () => {
      let stored = 0;
      for (const response of batch) if (storeNow(database, response)) stored++;
      return stored;
    },
    { behavior: "immediate" },
  );
}

/**
 * Puts other answers in the place of a response's inside the caller's transaction, or takes it out where there are none:
 * what was keyed from paper, corrected from the same paper. It gets a new place in the order of arrival, so that whoever
 * watches for what is new sees it.
 */
export function replaceKeyedNow(database: Database, responseId: string, packed: string | null): void {
  const present = findNow(database, responseId);
  if (!present) throw new Error("the response to correct does not exist");
  database.delete(responses).where(eq(responses.responseId, responseId)).run();
  if (packed !== null) storeNow(database, { ...present, packed });
}

/** Inserts inside the caller's transaction; false when the id is known. */
export function storeNow(database: Database, { texts, ...given }: NewResponse): boolean {
  const {
    interviewer = null,
    startedAt = null,
    receivedAt = given.finishedAt,
    noticeVersion = null,
    flags = "",
    counted = true,
  } = given;
  const row = { ...given, interviewer, startedAt, receivedAt, noticeVersion, flags, counted: Number(counted) };
  const result = statementsOf(database).insert.run(row);
  if (result.changes === 0) return false;
  insertTexts(database, Number(result.lastInsertRowid), texts);
  return true;
}

function insertTexts(database: Database, responseSequence: number, texts: StoredResponse["texts"]): void {
  if (Object.keys(texts).length > 0) statementsOf(database).insertTexts.run(responseSequence, JSON.stringify(texts));
}

function findNow(database: Database, responseId: string): StoredResponse | null {
  const row = statementsOf(database).find.get({ responseId });
  if (!row) return null;
  const texts = database.select().from(responseTexts).where(eq(responseTexts.responseSequence, row.id)).all();
  const { id: _sequence, ...response } = row;
  return { ...response, texts: Object.fromEntries(texts.map(({ field, text }) => [field, text])) };
}

/**
 * Replaces the answers of a response by a correction from the same page, and marks it as corrected. False, and nothing
 * changed, where the results of its survey have been fixed meanwhile.
 */
export async function replaceAnswers(
  database: Database,
  correction: Pick<StoredResponse, "responseId" | "surveyId" | "packed" | "texts" | "finishedAt" | "flags" | "counted">,
): Promise<boolean> {
  return database.transaction(
    () => {
      const { packed, finishedAt, flags, counted } = correction;
      const changed = database
        .update(responses)
        .set({ packed, finishedAt, flags, counted })
        .where(
          and(
            eq(responses.responseId, correction.responseId),
            eq(responses.surveyId, correction.surveyId),
            sql`${responses.surveyId} not in (select id from surveys where status = 'finalised')`,
          ),
        )
        .returning({ id: responses.id })
        .get();
      if (!changed) return false;
      database.delete(responseTexts).where(eq(responseTexts.responseSequence, changed.id)).run();
      insertTexts(database, changed.id, correction.texts);
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Condition: a response of a survey the viewer runs, or of a unit in scope. */
export function withinScope(viewer: Viewer) {
  return sql`(${responses.surveyId} in ${ownedSurveys(viewer)} or ${responses.unitId} in ${visibleUnits(viewer)})`;
}

/** Responses received by collection point at this minute, for whoever runs the fieldwork. */
export async function countByPoint(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<{ pointId: number | null; responses: number; last: string | null }[]> {
  return database
    .select({
      pointId: responses.pointId,
      responses: sql<number>`count(*)`,
      last: sql<string | null>`max(${responses.finishedAt})`,
    })
    .from(responses)
    .where(and(eq(responses.surveyId, surveyId), withinScope(viewer)))
    .groupBy(responses.pointId)
    .all();
}

/** Responses of a unit that came from one point, or (null) from none. */
export interface PublishedPoint {
  unitKey: string;
  pointId: number | null;
  responses: number;
  last: string | null;
}

/**
 * Counted responses by unit and point as the published figures have them: less those that wait for their batch. For
 * everybody who does not run the fieldwork; not yet masked.
 */
export async function countPublishedByPoint(
  database: Database,
  viewer: Viewer,
  { surveyId, since }: { surveyId: number; since: string | null },
): Promise<PublishedPoint[]> {
  return database.transaction(() => {
    const waiting = JSON.stringify(waitingNow(database, { surveyId, since }).map(({ id }) => id));
    return database
      .select({
        unitKey: units.key,
        pointId: responses.pointId,
        responses: sql<number>`count(*)`,
        last: sql<string | null>`max(${responses.finishedAt})`,
      })
      .from(responses)
      .innerJoin(units, eq(units.id, responses.unitId))
      .where(
        and(
          eq(responses.surveyId, surveyId),
          responses.counted,
          withinScope(viewer),
          sql`${responses.id} not in (select value from json_each(${waiting}))`,
        ),
      )
      .groupBy(responses.unitId, responses.pointId)
      .all();
  });
}

/**
 * A cheap sign of what the responses of a survey say: it changes with each that comes in, is excluded or restored. Counted
 * in indexes alone, since every page of a survey whose index needs its records asks for it.
 */
export async function responsesFingerprint(database: Database, surveyId: number): Promise<string> {
  const row = database.$client
    .prepare(
      `select count(*) || '/' || coalesce(max(id), 0) || '/' ||
         (select count(*) from responses where survey_id = @surveyId and counted = 0) || '/' ||
         -- Three excluded and three others restored leave the count as it is; every decision leaves its record.
         (select coalesce(max(id), 0) from activities where survey_id = @surveyId and kind = 'responses.review')
       from responses where survey_id = @surveyId`,
    )
    .pluck()
    .get({ surveyId });
  return String(row);
}

/** Whether a survey has at least so many responses, without counting them all. */
export async function hasManyResponses(database: Database, surveyId: number, many: number): Promise<boolean> {
  const row = sql`select 1 from ${responses} where ${responses.surveyId} = ${surveyId} limit 1 offset ${many - 1}`;
  return database.values(row).length > 0;
}
