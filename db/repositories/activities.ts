import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { ActivityDetail, ActivityKind } from "~/access/activity";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import { accounts, activities, surveys } from "../schema";
import { ownedSurveys, visibleSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

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

/** What was done with one subject, by whom, the latest first. */
export function historyOf(database: Database, subject: SQL | undefined) {
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
    .where(subject)
    .orderBy(desc(activities.id));
}

/** What was done with a survey that the viewer runs, the latest first. */
export async function listSurveyActivities(database: Database, viewer: Viewer, surveyId: number, limit = 200) {
  const own = and(eq(activities.surveyId, surveyId), sql`${activities.surveyId} in ${ownedSurveys(viewer)}`);
  return historyOf(database, own).limit(limit).all();
}

/**
 * What was done by accounts in the viewer's scope, or by the platform to their surveys, the latest first; what it was
 * done to is named only where the viewer may see it.
 */
export async function listActivities(
  database: Database,
  viewer: Viewer,
  {
    before = null,
    limit = 100,
    kind = null,
    person = null,
    today = "",
  }: {
    before?: number | null;
    limit?: number;
    kind?: ActivityKind | null;
    person?: number | null;
    /** ISO day on which units bear the names shown. */
    today?: string;
  } = {},
) {
  const subject = alias(accounts, "subject");
  return database
    .select({
      id: activities.id,
      at: activities.at,
      kind: activities.kind,
      detail: activities.detail,
      surveyId: activities.surveyId,
      by: accounts.displayName,
      surveyTitle: surveys.title,
      subject: subject.displayName,
      unitName: sql<string | null>`case when ${activities.unitId} in ${visibleUnits(viewer)}
        then ${unitNameOn(activities.unitId, today)} end`,
    })
    .from(activities)
    .leftJoin(accounts, eq(accounts.id, activities.accountId))
    .leftJoin(surveys, and(eq(surveys.id, activities.surveyId), sql`${surveys.id} in ${visibleSurveys(viewer)}`))
    .leftJoin(
      subject,
      and(eq(subject.id, activities.subjectAccountId), sql`${subject.unitId} in ${visibleUnits(viewer)}`),
    )
    .where(
      and(
        sql`(${accounts.unitId} in ${visibleUnits(viewer)}
          or (${activities.accountId} is null and ${activities.surveyId} in ${ownedSurveys(viewer)}))`,
        before === null ? undefined : sql`${activities.id} < ${before}`,
        kind === null ? undefined : eq(activities.kind, kind),
        person === null ? undefined : eq(activities.accountId, person),
      ),
    )
    .orderBy(desc(activities.id))
    .limit(limit)
    .all();
}
