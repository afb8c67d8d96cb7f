import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { ExclusionDecision, GroupPlace } from "~/responses/quality/exclusion-groups";
import type { ReviewDecision } from "~/responses/review";
import type { Database } from "../open-database.server";
import { accounts, activities, responseReviews, responses } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys } from "./scope";

/** Excluded for its quality at some time; it may have been restored since. */
export const BEARS_QUALITY = sql`instr(',' || ${responses.flags} || ',', ',quality,') > 0`;

/** Responses filled in at one point, or brought by one file without a point, on one day in TIME_ZONE. */
export interface QualityGroupKey {
  surveyId: number;
  place: GroupPlace;
  day: string;
}

interface Decision {
  reason: string;
  at: Date;
  /** The point or the file by its name, for those who read the log of activities. */
  where?: string | undefined;
}

/**
 * Leaves responses of a group out of results, all or none, and records who decided so and why.
 * @returns false, and nothing changed, where one of them is not counted any more, the viewer does not run the survey, or its
 *   results are fixed.
 */
export async function excludeForQuality(
  database: Database,
  viewer: Viewer,
  group: QualityGroupKey & { ids: readonly number[] },
  decision: Decision,
): Promise<boolean> {
  const { ids, ...key } = group;
  const marked = sql`case when ${BEARS_QUALITY} then ${responses.flags} else ltrim(${responses.flags} || ',quality', ',') end`;
  const wanted = and(
    inArray(responses.id, sql`(select value from json_each(${JSON.stringify(ids)}))`),
    eq(responses.counted, true),
    mayDecide(viewer, key),
  );
  return database.transaction(
    () => {
      const found = database.select({ count: sql<number>`count(*)` }).from(responses).where(wanted).get();
      if (ids.length === 0 || found?.count !== ids.length) return false;
      database.update(responses).set({ counted: false, flags: marked }).where(wanted).run();
      recordDecision(database, viewer, key, { ...decision, decision: "left-out", responses: ids.length });
      return true;
    },
    { behavior: "immediate" },
  );
}

/**
 * Counts again what was excluded of a group, and records who decided so and why. Returns how many responses; 0, and nothing
 * recorded, where there are none, the viewer does not run the survey or its results are fixed.
 * @param group.span the group's day as instants, its end excluded.
 */
export async function restoreForQuality(
  database: Database,
  viewer: Viewer,
  group: QualityGroupKey & { span: { from: Date; until: Date } },
  decision: Decision,
): Promise<number> {
  const { span, ...key } = group;
  return database.transaction(
    () => {
      const { changes } = database
        .update(responses)
        .set({ counted: true })
        .where(
          and(
            sql`${responses.finishedAt} >= ${span.from.toISOString()} and ${responses.finishedAt} < ${span.until.toISOString()}`,
            BEARS_QUALITY,
            eq(responses.counted, false),
            mayDecide(viewer, key),
          ),
        )
        .run();
      if (changes > 0) recordDecision(database, viewer, key, { ...decision, decision: "counted", responses: changes });
      return changes;
    },
    { behavior: "immediate" },
  );
}

function mayDecide(viewer: Viewer, { surveyId, place }: QualityGroupKey) {
  const isPoint = place.kind === "point";
  return and(
    eq(responses.surveyId, surveyId),
    isPoint ? eq(responses.pointId, place.id) : and(isNull(responses.pointId), eq(responses.importId, place.id)),
    sql`${responses.surveyId} in ${ownedSurveys(viewer)}`,
    sql`${responses.surveyId} not in (select id from surveys where status = 'finalised')`,
  );
}

function recordDecision(
  database: Database,
  viewer: Viewer,
  { surveyId, place, day }: QualityGroupKey,
  taken: Decision & { decision: ReviewDecision; responses: number },
): void {
  const { at, where, ...rest } = taken;
  const about = { ...rest, flag: "quality" as const, day };
  if (place.kind === "point") {
    const decided = { decidedAt: at.toISOString(), decidedBy: viewer.accountId || null };
    database
      .insert(responseReviews)
      .values({ surveyId, pointId: place.id, ...about, ...decided })
      .run();
  }
  // A review is of a point: what was decided about a file stands in the log of activities alone.
  const detail = { ...about, ...(where ? { where } : {}), ...(place.kind === "point" ? {} : { importId: place.id }) };
  recordNow(database, { at, accountId: viewer.accountId, kind: "responses.review", surveyId, detail });
}

/** Decisions about groups of a survey that the viewer runs, of each group the latest first. */
export async function listQualityDecisions(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<ExclusionDecision[]> {
  const owned = (column: typeof activities.surveyId | typeof responseReviews.surveyId) =>
    and(eq(column, surveyId), sql`${column} in ${ownedSurveys(viewer)}`);
  const ofPoints = database
    .select({
      pointId: responseReviews.pointId,
      day: responseReviews.day,
      decision: responseReviews.decision,
      reason: responseReviews.reason,
      responses: responseReviews.responses,
      decidedAt: responseReviews.decidedAt,
      decidedBy: accounts.displayName,
    })
    .from(responseReviews)
    .leftJoin(accounts, eq(accounts.id, responseReviews.decidedBy))
    .where(and(owned(responseReviews.surveyId), eq(responseReviews.flag, "quality")))
    .orderBy(desc(responseReviews.id))
    .all();
  const told = <Value>(field: string) => sql<Value>`json_extract(${activities.detail}, ${`$.${field}`})`;
  const ofFiles = database
    .select({
      importId: told<number>("importId"),
      day: told<string>("day"),
      decision: told<ReviewDecision>("decision"),
      reason: told<string>("reason"),
      responses: told<number>("responses"),
      decidedAt: activities.at,
      decidedBy: accounts.displayName,
    })
    .from(activities)
    .leftJoin(accounts, eq(accounts.id, activities.accountId))
    .where(
      and(owned(activities.surveyId), eq(activities.kind, "responses.review"), sql`${told("importId")} is not null`),
    )
    .orderBy(desc(activities.id))
    .all();
  return [
    ...ofPoints.map(({ pointId: id, ...rest }) => ({ place: { kind: "point" as const, id }, ...rest })),
    ...ofFiles.map(({ importId: id, ...rest }) => ({ place: { kind: "import" as const, id }, ...rest })),
  ];
}
