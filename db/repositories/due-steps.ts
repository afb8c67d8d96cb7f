import { and, desc, eq, inArray, lt, lte, sql } from "drizzle-orm";
import type { ActivityKind } from "~/access/activity";
import type { Database } from "../open-database.server";
import { activities, surveys } from "../schema";
import { recordNow } from "./activities";

const RUNNING = ["open", "paused"] as const;

/** Steps after which a survey takes answers on the days of its window. */
const OPENING: readonly ActivityKind[] = ["survey.open", "survey.resume", "survey.reopen"];
const MOVING: readonly ActivityKind[] = [...OPENING, "survey.pause", "survey.close"];

/** The step of a window that is due for some survey, whoever runs it: this is the platform's own doing. */
export interface DueStep {
  surveyId: number;
  day: string;
}

/** Surveys that were opened ahead of their first day, which has come and is not recorded yet. */
export async function listDueBeginnings(database: Database, today: string): Promise<DueStep[]> {
  return database
    .select({ surveyId: surveys.id, day: surveys.opensOn })
    .from(surveys)
    .where(
      and(
        inArray(surveys.status, [...RUNNING]),
        lte(surveys.opensOn, today),
        sql`not exists (select 1 from activities done where done.survey_id = ${surveys.id}
          and done.kind = 'survey.begin')`,
      ),
    )
    .all();
}

/** Surveys still open or paused after their last day. */
export async function listDueEnds(database: Database, today: string): Promise<DueStep[]> {
  return database
    .select({ surveyId: surveys.id, day: surveys.closesOn })
    .from(surveys)
    .where(and(inArray(surveys.status, [...RUNNING]), lt(surveys.closesOn, today)))
    .all();
}

/**
 * Records that a survey began to take answers at an instant, where it stood open then and that is not recorded yet; one
 * opened later began when it was opened. Returns whether it did.
 */
export async function recordBeginning(database: Database, { surveyId, day }: DueStep, at: Date): Promise<boolean> {
  return database.transaction(
    () => {
      const steps = database
        .select({ kind: activities.kind, at: activities.at })
        .from(activities)
        .where(and(eq(activities.surveyId, surveyId), inArray(activities.kind, [...MOVING, "survey.begin"])))
        .orderBy(desc(activities.id))
        .all();
      if (steps.some(({ kind }) => kind === "survey.begin")) return false;
      const before = steps.find((step) => step.at < at.toISOString());
      if (!before || !(OPENING as readonly string[]).includes(before.kind)) return false;
      recordNow(database, { at, accountId: null, kind: "survey.begin", surveyId, detail: { day } });
      return true;
    },
    { behavior: "immediate" },
  );
}

/** Closes a survey whose last day is over as of the instant at which that day ended. Returns whether it did. */
export async function closeAtEnd(database: Database, { surveyId, day }: DueStep, at: Date): Promise<boolean> {
  return database.transaction(
    () => {
      const closed = database
        .update(surveys)
        .set({ status: "closed", closedAt: at.toISOString() })
        .where(and(eq(surveys.id, surveyId), eq(surveys.closesOn, day), inArray(surveys.status, [...RUNNING])))
        .run();
      if (closed.changes === 0) return false;
      recordNow(database, { at, accountId: null, kind: "survey.close", surveyId, detail: { day } });
      return true;
    },
    { behavior: "immediate" },
  );
}
