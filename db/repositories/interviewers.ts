import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { Database } from "../open-database.server";
import {
  accounts,
  collectionPoints,
  interviewerPoints,
  responses,
  surveyInterviewers,
  surveyPoints,
  surveys,
} from "../schema";
import { recordNow } from "./activities";
import { visibleSurveys, visibleUnits } from "./scope";
import { unitNameOn } from "./units";

/** Active interviewers whose unit is in the viewer's scope, and whoever is assigned in the survey there already. */
export async function listInterviewers(database: Database, viewer: Viewer, surveyId: number, today: string) {
  return database
    .select({
      id: accounts.id,
      displayName: accounts.displayName,
      username: accounts.username,
      unitName: unitNameOn(accounts.unitId, today),
      active: accounts.active,
      pseudonym: surveyInterviewers.pseudonym,
      responses: sql<number>`(select count(*) from responses r where r.survey_id = ${surveyId}
        and r.channel = 'interviewer' and r.interviewer = ${surveyInterviewers.pseudonym})`,
    })
    .from(accounts)
    .leftJoin(
      surveyInterviewers,
      and(eq(surveyInterviewers.accountId, accounts.id), eq(surveyInterviewers.surveyId, surveyId)),
    )
    .where(
      and(
        eq(accounts.role, "interviewer"),
        sql`(${accounts.active} or ${surveyInterviewers.pseudonym} is not null)`,
        sql`${accounts.unitId} in ${visibleUnits(viewer)}`,
      ),
    )
    .orderBy(asc(accounts.displayName))
    .all();
}

/** Points of a survey in the viewer's scope at which interviewers are, by interviewer. */
export async function listInterviewerPoints(database: Database, viewer: Viewer, surveyId: number) {
  return database
    .select({ accountId: interviewerPoints.accountId, pointId: interviewerPoints.pointId })
    .from(interviewerPoints)
    .innerJoin(collectionPoints, eq(collectionPoints.id, interviewerPoints.pointId))
    .where(and(eq(interviewerPoints.surveyId, surveyId), sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`))
    .all();
}

/**
 * Says at which points of a survey an interviewer is; points out of the viewer's scope stay as they are. The pseudonym
 * is drawn at the first assignment and stays for the survey. Null where the viewer sees no such interviewer or point.
 */
export async function assignInterviewer(
  database: Database,
  viewer: Viewer,
  { surveyId, accountId, pointIds }: { surveyId: number; accountId: number; pointIds: readonly number[] },
  { drawPseudonym, at }: { drawPseudonym: () => string; at: Date },
): Promise<string | null> {
  return database.transaction(
    () => {
      const account = database
        .select({ id: accounts.id })
        .from(accounts)
        .where(
          and(
            eq(accounts.id, accountId),
            eq(accounts.role, "interviewer"),
            eq(accounts.active, true),
            sql`${accounts.unitId} in ${visibleUnits(viewer)}`,
          ),
        )
        .get();
      const inScope = database
        .select({ id: surveyPoints.pointId })
        .from(surveyPoints)
        .innerJoin(collectionPoints, eq(collectionPoints.id, surveyPoints.pointId))
        .where(
          and(
            eq(surveyPoints.surveyId, surveyId),
            sql`${surveyPoints.surveyId} in ${visibleSurveys(viewer)}`,
            sql`${collectionPoints.unitId} in ${visibleUnits(viewer)}`,
          ),
        )
        .all()
        .map(({ id }) => id);
      if (!account || pointIds.some((id) => !inScope.includes(id))) return null;
      const pseudonym = pseudonymOf(database, { surveyId, accountId }, { drawPseudonym, at });
      const assigned = and(eq(interviewerPoints.surveyId, surveyId), eq(interviewerPoints.accountId, accountId));
      const left = inScope.filter((id) => !pointIds.includes(id));
      database
        .delete(interviewerPoints)
        .where(and(assigned, inArray(interviewerPoints.pointId, left)))
        .run();
      for (const pointId of pointIds) {
        database.insert(interviewerPoints).values({ surveyId, accountId, pointId }).onConflictDoNothing().run();
      }
      const activity = {
        kind: "interviewers.assign",
        surveyId,
        detail: { pseudonym, points: pointIds.length },
      } as const;
      recordNow(database, { at, accountId: viewer.accountId || null, subjectAccountId: accountId, ...activity });
      return pseudonym;
    },
    { behavior: "immediate" },
  );
}

function pseudonymOf(
  database: Database,
  { surveyId, accountId }: { surveyId: number; accountId: number },
  { drawPseudonym, at }: { drawPseudonym: () => string; at: Date },
): string {
  const known = database
    .select({ pseudonym: surveyInterviewers.pseudonym })
    .from(surveyInterviewers)
    .where(and(eq(surveyInterviewers.surveyId, surveyId), eq(surveyInterviewers.accountId, accountId)))
    .get();
  if (known) return known.pseudonym;
  for (let attempt = 0; attempt < 20; attempt++) {
    const pseudonym = drawPseudonym();
    const values = { surveyId, accountId, pseudonym, createdAt: at.toISOString() };
    if (database.insert(surveyInterviewers).values(values).onConflictDoNothing().run().changes > 0) return pseudonym;
  }
  throw new Error("no free pseudonym in twenty draws");
}

/** Where an interviewer interviews: of every survey that is neither a draft nor finalised, with their counts. */
export async function listOwnInterviews(
  database: Database,
  accountId: number,
  { today, since }: { today: string; since: string },
) {
  return database
    .select({
      surveyId: surveys.id,
      title: surveys.title,
      status: surveys.status,
      opensOn: surveys.opensOn,
      closesOn: surveys.closesOn,
      simulated: surveys.simulated,
      pseudonym: surveyInterviewers.pseudonym,
      pointId: collectionPoints.id,
      pointLabel: collectionPoints.label,
      unitName: unitNameOn(collectionPoints.unitId, today),
      total: countOf(""),
      today: countOf(since),
    })
    .from(interviewerPoints)
    .innerJoin(surveys, eq(surveys.id, interviewerPoints.surveyId))
    .innerJoin(collectionPoints, eq(collectionPoints.id, interviewerPoints.pointId))
    .innerJoin(
      surveyInterviewers,
      and(
        eq(surveyInterviewers.surveyId, interviewerPoints.surveyId),
        eq(surveyInterviewers.accountId, interviewerPoints.accountId),
      ),
    )
    .where(and(eq(interviewerPoints.accountId, accountId), notInArray(surveys.status, ["draft", "finalised"])))
    .orderBy(asc(surveys.closesOn), asc(surveys.id), asc(collectionPoints.id))
    .all();
}

function countOf(since: string) {
  return sql<number>`(select count(*) from ${responses} where ${responses.surveyId} = ${surveys.id}
    and ${responses.pointId} = ${collectionPoints.id} and ${responses.channel} = 'interviewer'
    and ${responses.interviewer} = ${surveyInterviewers.pseudonym} and ${responses.finishedAt} >= ${since})`;
}

/** An interviewer, as the account knows itself or as their forms do. */
export type Interviewer = { accountId: number } | { pseudonym: string };

/**
 * The pseudonym under which an account interviews in a survey at a point, for the account itself; null where it is not
 * active, no interviewer any more, or not assigned there.
 */
export async function findAssignment(
  database: Database,
  { who, surveyId, pointId }: { who: Interviewer; surveyId: number; pointId: number },
): Promise<{ pseudonym: string; displayName: string; code: string } | null> {
  return (
    database
      .select({
        pseudonym: surveyInterviewers.pseudonym,
        displayName: accounts.displayName,
        code: collectionPoints.code,
      })
      .from(interviewerPoints)
      .innerJoin(accounts, eq(accounts.id, interviewerPoints.accountId))
      .innerJoin(collectionPoints, eq(collectionPoints.id, interviewerPoints.pointId))
      .innerJoin(
        surveyInterviewers,
        and(
          eq(surveyInterviewers.surveyId, interviewerPoints.surveyId),
          eq(surveyInterviewers.accountId, interviewerPoints.accountId),
        ),
      )
      .where(
        and(
          "accountId" in who
            ? eq(interviewerPoints.accountId, who.accountId)
            : eq(surveyInterviewers.pseudonym, who.pseudonym),
          eq(interviewerPoints.surveyId, surveyId),
          eq(interviewerPoints.pointId, pointId),
          eq(accounts.active, true),
          eq(accounts.role, "interviewer"),
        ),
      )
      .get() ?? null
  );
}
