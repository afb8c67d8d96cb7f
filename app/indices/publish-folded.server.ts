import type { Database } from "~db/open-database.server";
import { listTalliedSurveys } from "~db/repositories/fold-tallies";
import { publishSurveyResults, type ResultsRequest } from "./load-survey-results.server";

/**
 * Reckons what the results of surveys withhold from whoever runs them, and keeps it, so that pages only read it: of those
 * that have changed, or of all whose figures may still change where `changed` is null (a day has begun).
 */
export async function publishFolded(
  database: Database,
  { changed, ...request }: Omit<ResultsRequest, "viewer" | "surveyId"> & { changed: ReadonlySet<number> | null },
): Promise<void> {
  for (const { id, ownerUnitId, status } of await listTalliedSurveys(database)) {
    if (changed ? !changed.has(id) : status === "finalised") continue;
    const viewer = { accountId: 0, role: "administrator" as const, unitId: ownerUnitId, sector: null };
    await publishSurveyResults(database, { ...request, viewer, surveyId: id });
  }
}
