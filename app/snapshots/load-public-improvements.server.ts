import { dayOf } from "~/i18n/dates";
import type { Database } from "~db/open-database.server";
import { listPublicImprovements } from "~db/repositories/improvements";
import type { PublicImprovement } from "./improvement";

/** What the public reads about a unit of a survey, each with its days. */
export async function loadPublicImprovements(
  database: Database,
  { surveyId, unitKey, timeZone }: { surveyId: number; unitKey: string; timeZone: string },
): Promise<PublicImprovement[]> {
  const entries = await listPublicImprovements(database, { surveyId, unitKey });
  return entries.map(({ publishedAt, changedAt, ...entry }) => ({
    ...entry,
    publishedOn: dayOf(new Date(publishedAt), timeZone),
    changedOn: changedAt > publishedAt ? dayOf(new Date(changedAt), timeZone) : null,
  }));
}
