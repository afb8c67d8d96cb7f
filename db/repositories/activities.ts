import { and, desc, eq, sql } from "drizzle-orm";
import type { ActivityDetail, ActivityKind } from "~/access/activity";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { accounts, activities } from "../schema";
import { ownedSurveys, visibleUnits } from "./scope";

export interface NewActivity {
  at: Date;
  /** Who did it; null: the platform by itself. */
  accountId: number | null;
  kind: ActivityKind;
  surveyId?: number | null;
  versionId?: number | null;
  unitId?: number | null;
  subjectAccountId?: number | null;
  detail?: ActivityDetail;
}

/** Records what is being done, inside the caller's transaction, so that no change stands without its record. */
export function recordNow(database: Database, { at, detail = {}, ...activity }: NewActivity): void {
  // Tests look around without an account of their own.
  const accountId = activity.accountId || null;
  database
    .insert(activities)
    .values({ ...activity, accountId, at: at.toISOString(), detail })
    .run();
}

/** Records what changes nothing in the database itself, such as a file that is taken away. */
export async function recordActivity(database: Database, activity: NewActivity): Promise<void> {
  recordNow(database, activity);
}

/** What was done with a survey that the viewer runs, the latest first. */
export async function listSurveyActivities(database: Database, viewer: Viewer, surveyId: number, limit = 200) {
  return database
    .select({
      id: activities.id,
      at: activities.at,
      kind: activities.kind,
      detail: activities.detail,
      by: accounts.displayName,
    })
    .from(activities)
    .leftJoin(accounts, eq(accounts.id, activities.accountId))
    .where(and(eq(activities.surveyId, surveyId), sql`${activities.surveyId} in ${ownedSurveys(viewer)}`))
    .orderBy(desc(activities.id))
    .limit(limit)
    .all();
}

/** What was done by accounts in the viewer's scope, or by the platform to their surveys, the latest first. */
export async function listActivities(
  database: Database,
  viewer: Viewer,
  { before = null, limit = 100 }: { before?: number | null; limit?: number } = {},
) {
  return database
    .select({
      id: activities.id,
      at: activities.at,
      kind: activities.kind,
      detail: activities.detail,
      surveyId: activities.surveyId,
      by: accounts.displayName,
    })
    .from(activities)
    .leftJoin(accounts, eq(accounts.id, activities.accountId))
    .where(
      and(
        sql`(${accounts.unitId} in ${visibleUnits(viewer)}
          or (${activities.accountId} is null and ${activities.surveyId} in ${ownedSurveys(viewer)}))`,
        before === null ? undefined : sql`${activities.id} < ${before}`,
      ),
    )
    .orderBy(desc(activities.id))
    .limit(limit)
    .all();
}
