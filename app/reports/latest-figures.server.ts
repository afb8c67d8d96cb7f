import type { Viewer } from "~/access/viewer";
import { dayOf } from "~/i18n/dates";
import { type FigureSettings, takeSnapshot } from "~/snapshots/take-snapshot.server";
import type { Database } from "~db/open-database.server";
import { findLatestSnapshot } from "~db/repositories/snapshots";
import { findSurvey } from "~db/repositories/surveys";

/** When figures are taken, and by what they are reckoned. */
export interface Moment {
  now: Date;
  settings: FigureSettings;
}

/** The final snapshot of a survey that is finalised or being corrected; else, figures as of now. */
export async function latestFigures(
  database: Database,
  viewer: Viewer,
  surveyId: number,
  { now, settings }: Moment,
): Promise<number | null> {
  const survey = await findSurvey(database, viewer, surveyId, dayOf(now, settings.timeZone));
  if (!survey?.owned) return null;
  if (survey.status === "finalised" || survey.correctionReason !== null) {
    const known = await findLatestSnapshot(database, viewer, { surveyId, kind: "final" });
    return known?.id ?? takeSnapshot(database, viewer, { surveyId, kind: "final", now, settings });
  }
  return takeSnapshot(database, viewer, { surveyId, kind: "provisional", now, settings });
}
