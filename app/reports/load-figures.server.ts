import type { Viewer } from "~/access/viewer";
import { loadSurveyResults } from "~/indices/load-survey-results.server";
import { finalSnapshot } from "~/snapshots/load-snapshot.server";
import type { FigureSettings } from "~/snapshots/take-snapshot.server";
import type { Database } from "~db/open-database.server";
import { findSurvey } from "~db/repositories/surveys";
import type { FiguresSource } from "./figures-source";

/**
 * Figures for the files of a survey, with the day that the files bear: those of the final snapshot for whoever runs a
 * finalised survey, else the published ones of today within the viewer's scope. Null where the viewer may see nothing of it.
 */
export async function loadFigures(
  database: Database,
  viewer: Viewer,
  { surveyId, now, today, settings }: { surveyId: number; now: Date; today: string; settings: FigureSettings },
): Promise<(FiguresSource & { day: string }) | null> {
  const survey = await findSurvey(database, viewer, surveyId, today);
  if (!survey) return null;
  if (survey.owned && survey.status === "finalised") {
    const snapshot = await finalSnapshot(database, viewer, { surveyId, now, settings });
    if (snapshot) return { results: snapshot.document.results, snapshot, day: snapshot.document.takenOn };
  }
  const { timeZone, province, minimums } = settings;
  const results = await loadSurveyResults(database, { viewer, surveyId, today, timeZone, province, minimums });
  return results && { results, snapshot: null, day: today };
}
