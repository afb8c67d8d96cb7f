import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/access/viewer";
import { QUALITY_DEFAULTS, type QualitySettings } from "~/responses/quality/quality-settings";
import type { Database } from "../open-database.server";
import { surveyQuality, surveys } from "../schema";
import { recordNow } from "./activities";
import { ownedSurveys } from "./scope";

/** Thresholds of the quality rules in a survey that the viewer runs: its own, or the defaults. */
export async function findQualitySettings(
  database: Database,
  viewer: Viewer,
  surveyId: number,
): Promise<QualitySettings> {
  const own = database
    .select({ settings: surveyQuality.settings })
    .from(surveyQuality)
    .where(and(eq(surveyQuality.surveyId, surveyId), sql`${surveyQuality.surveyId} in ${ownedSurveys(viewer)}`))
    .get();
  return { ...QUALITY_DEFAULTS, ...own?.settings };
}

/** Sets the thresholds of a survey that the viewer runs, and records it. False where they do not run it. */
export async function saveQualitySettings(
  database: Database,
  viewer: Viewer,
  { surveyId, settings, at }: { surveyId: number; settings: QualitySettings; at: Date },
): Promise<boolean> {
  return database.transaction(
    () => {
      const survey = database
        .select({ id: surveys.id })
        .from(surveys)
        .where(and(eq(surveys.id, surveyId), sql`${surveys.id} in ${ownedSurveys(viewer)}`))
        .get();
      if (!survey) return false;
      const row = { settings, changedAt: at.toISOString(), changedBy: viewer.accountId || null };
      database
        .insert(surveyQuality)
        .values({ surveyId, ...row })
        .onConflictDoUpdate({ target: surveyQuality.surveyId, set: row })
        .run();
      recordNow(database, { at, accountId: viewer.accountId, kind: "survey.quality", surveyId });
      return true;
    },
    { behavior: "immediate" },
  );
}
