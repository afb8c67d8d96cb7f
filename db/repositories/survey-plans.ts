import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import type { PlanDocument } from "~/surveys/plan-document";
import type { Database } from "../open-database.server";
import { accounts, surveyPlans, surveys } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys } from "./scope";

/** The plan of a survey that the viewer runs as it was saved last; null where none was, or where it is not theirs. */
export async function findSurveyPlan(database: Database, viewer: Viewer, surveyId: number) {
  return (
    database
      .select({ document: surveyPlans.document, changedAt: surveyPlans.changedAt, by: accounts.displayName })
      .from(surveyPlans)
      .leftJoin(accounts, eq(accounts.id, surveyPlans.changedBy))
      .where(and(eq(surveyPlans.surveyId, surveyId), sql`${surveyPlans.surveyId} in ${ownedSurveys(viewer)}`))
      .get() ?? null
  );
}

/**
 * Saves the plan of a survey that the viewer runs, and the target that it sets; that of finalised results stays, since
 * nobody aims at what is known already.
 * @param change.seen when the plan that the officer saw was saved, empty for none: `outdated` when another stands there.
 */
export async function saveSurveyPlan(
  database: Database,
  viewer: Viewer,
  change: { surveyId: number; document: PlanDocument; targetRate?: number | null; seen: string; at: Date },
): Promise<"done" | "outdated" | "refused"> {
  const { surveyId, document, targetRate, seen, at } = change;
  return database.transaction(
    () => {
      const survey = database
        .select({ status: surveys.status, targetRate: surveys.targetRate })
        .from(surveys)
        .where(and(eq(surveys.id, surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
        .get();
      if (!survey) return "refused";
      const present = database
        .select({ changedAt: surveyPlans.changedAt })
        .from(surveyPlans)
        .where(eq(surveyPlans.surveyId, surveyId))
        .get();
      if ((present?.changedAt ?? "") !== seen) return "outdated";
      const row = { document, changedAt: at.toISOString(), changedBy: viewer.accountId || null };
      database
        .insert(surveyPlans)
        .values({ surveyId, ...row })
        .onConflictDoUpdate({ target: surveyPlans.surveyId, set: row })
        .run();
      recordNow(database, { at, accountId: viewer.accountId, kind: "survey.plan", surveyId });
      if (targetRate !== undefined && targetRate !== survey.targetRate && survey.status !== "finalised") {
        database.update(surveys).set({ targetRate }).where(eq(surveys.id, surveyId)).run();
        const detail = { targetRate };
        recordNow(database, { at, accountId: viewer.accountId, kind: "survey.change", surveyId, detail });
      }
      return "done";
    },
    { behavior: "immediate" },
  );
}
