import { and, desc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import { HOLDING_FLAGS, type ResponseFlag } from "~/responses/flags";
import type { ReviewDecision } from "~/responses/review";
import type { Database } from "../open-database.server";
import { accounts, collectionPoints, responseReviews, responses } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** Responses looked through for the start of a burst: more than the site takes in a minute. */
const LATEST = 50_000;

/**
 * The mark under which a response is reviewed: the strongest of those that keep it out of results. What an officer has
 * excluded for its quality is reviewed on the page of quality, whatever it was held for before.
 */
const heldUnder = sql`case ${sql.join(
  (["quality", ...HOLDING_FLAGS] as const).map((flag) => sql`when ${has(flag)} then ${flag}`),
  sql` `,
)} end`;

function has(flag: ResponseFlag) {
  return sql`instr(',' || ${responses.flags} || ',', ${`,${flag},`}) > 0`;
}

/**
 * Marks the responses that arrived at a point since an instant as part of a burst and leaves them out of results until
 * somebody has reviewed them; those of enrolled tablets are left as they are. Returns how many it changed.
 */
export async function holdBurst(database: Database, burst: { pointId: number; since: Date }): Promise<number> {
  const { changes } = database.run(sql`
    update responses
    set counted = 0, flags = case flags when '' then 'burst' else flags || ',burst' end
    where id > (select coalesce(max(id), 0) from responses) - ${LATEST}
      and survey_id not in (select id from surveys where status = 'finalised')
      and point_id = ${burst.pointId} and received_at > ${burst.since.toISOString()}
      and channel <> 'kiosk' and instr(flags, 'burst') = 0`);
  return changes;
}

/** How many responses of a survey stand outside results, within what the viewer may see. */
export async function countLeftOut(database: Database, viewer: Viewer, surveyId: number): Promise<number> {
  const inScope = sql`(${responses.surveyId} in ${ownedSurveys(viewer)} or ${responses.unitId} in ${visibleUnits(viewer)})`;
  const row = database
    .select({ leftOut: sql<number>`count(*)` })
    .from(responses)
    .where(and(eq(responses.surveyId, surveyId), sql`${responses.counted} = 0`, inScope))
    .get();
  return row?.leftOut ?? 0;
}

/** Responses of a survey by how they stand to its results, within what the viewer may see. */
export interface Standings {
  counted: number;
  /** Kept, and not counted because they came too late. */
  late: number;
  /** Kept, and not counted until somebody has reviewed them or because somebody has. */
  held: number;
  /** Excluded by an officer for their quality. */
  excluded: number;
}

export async function countStandings(database: Database, viewer: Viewer, surveyId: number): Promise<Standings> {
  const inScope = sql`(${responses.surveyId} in ${ownedSurveys(viewer)} or ${responses.unitId} in ${visibleUnits(viewer)})`;
  const late = sql`${responses.counted} = 0 and ${heldUnder} is 'late'`;
  const excluded = sql`${responses.counted} = 0 and ${heldUnder} is 'quality'`;
  const row = database
    .select({
      counted: sql<number>`coalesce(sum(${responses.counted}), 0)`,
      late: sql<number>`coalesce(sum(${late}), 0)`,
      held: sql<number>`coalesce(sum(${responses.counted} = 0 and not (${late}) and not (${excluded})), 0)`,
      excluded: sql<number>`coalesce(sum(${excluded}), 0)`,
    })
    .from(responses)
    .where(and(eq(responses.surveyId, surveyId), inScope))
    .get();
  return row ?? { counted: 0, late: 0, held: 0, excluded: 0 };
}

/** Responses left out that arrived at one point within one minute of UTC (`2026-06-01T03:07`) under one mark. */
export interface HeldMinute {
  pointId: number;
  unitName: string;
  label: string;
  flag: ResponseFlag;
  minute: string;
  responses: number;
}

/** What stands outside results of a survey that the viewer runs. */
export async function listHeldMinutes(
  database: Database,
  viewer: Viewer,
  surveyId: number,
  today: string,
): Promise<HeldMinute[]> {
  const minute = sql<string>`substr(coalesce(${responses.receivedAt}, ${responses.finishedAt}), 1, 16)`;
  const flag = sql<ResponseFlag>`${heldUnder}`;
  return database
    .select({
      pointId: collectionPoints.id,
      unitName: unitNameOn(collectionPoints.unitId, today),
      label: collectionPoints.label,
      flag: flag.as("held_under"),
      minute: minute.as("minute"),
      responses: sql<number>`count(*)`,
    })
    .from(responses)
    .innerJoin(collectionPoints, eq(collectionPoints.id, responses.pointId))
    .where(
      and(
        eq(responses.surveyId, surveyId),
        sql`${responses.counted} = 0`,
        sql`${responses.surveyId} in ${ownedSurveys(viewer)}`,
      ),
    )
    .groupBy(collectionPoints.id, sql`held_under`, sql`minute`)
    .having(sql`held_under is not null and held_under <> 'quality'`)
    .all();
}

export type Review = Awaited<ReturnType<typeof listReviews>>[number];

/** Decisions about what was held in a survey that the viewer runs, the latest first. */
export async function listReviews(database: Database, viewer: Viewer, surveyId: number, today: string) {
  return database
    .select({
      pointId: responseReviews.pointId,
      unitName: unitNameOn(collectionPoints.unitId, today),
      label: collectionPoints.label,
      day: responseReviews.day,
      flag: responseReviews.flag,
      decision: responseReviews.decision,
      reason: responseReviews.reason,
      responses: responseReviews.responses,
      decidedAt: responseReviews.decidedAt,
      decidedBy: accounts.displayName,
    })
    .from(responseReviews)
    .innerJoin(collectionPoints, eq(collectionPoints.id, responseReviews.pointId))
    .leftJoin(accounts, eq(accounts.id, responseReviews.decidedBy))
    .where(
      and(
        eq(responseReviews.surveyId, surveyId),
        sql`${responseReviews.flag} <> 'quality'`,
        sql`${responseReviews.surveyId} in ${ownedSurveys(viewer)}`,
      ),
    )
    .orderBy(desc(responseReviews.id))
    .all();
}

/** What a decision is about: responses of one mark that arrived at one point on one day. */
export interface HeldGroupKey {
  surveyId: number;
  pointId: number;
  /** In TIME_ZONE. */
  day: string;
  flag: ResponseFlag;
}

/**
 * Counts the responses of a group or leaves them out, and records who decided so and why. Taken again it undoes the one
 * before. Returns how many responses it is about; 0, and nothing recorded, where there are none, the viewer does not
 * run the survey or its results are fixed.
 * @param span the group's day as instants, its end excluded.
 */
export async function decideHeldGroup(
  database: Database,
  viewer: Viewer,
  group: HeldGroupKey & { span: { from: Date; until: Date } },
  review: { decision: ReviewDecision; reason: string; at: Date },
): Promise<number> {
  const received = sql`coalesce(${responses.receivedAt}, ${responses.finishedAt})`;
  return database.transaction(
    () => {
      const { changes } = database
        .update(responses)
        .set({ counted: review.decision === "counted" })
        .where(
          and(
            eq(responses.surveyId, group.surveyId),
            eq(responses.pointId, group.pointId),
            sql`${received} >= ${group.span.from.toISOString()} and ${received} < ${group.span.until.toISOString()}`,
            sql`${heldUnder} = ${group.flag}`,
            sql`${responses.surveyId} in ${ownedSurveys(viewer)}`,
            sql`${responses.surveyId} not in (select id from surveys where status = 'finalised')`,
          ),
        )
        .run();
      if (changes === 0) return 0;
      const { span: _span, ...key } = group;
      const { decision, reason, at } = review;
      const decided = { decision, reason, decidedAt: at.toISOString(), decidedBy: viewer.accountId || null };
      database
        .insert(responseReviews)
        .values({ ...key, ...decided, responses: changes })
        .run();
      const detail = { decision, flag: group.flag, day: group.day, responses: changes, reason };
      recordNow(database, {
        at,
        accountId: viewer.accountId,
        kind: "responses.review",
        surveyId: group.surveyId,
        detail,
      });
      return changes;
    },
    { behavior: "immediate" },
  );
}
