import type { Sector } from "~/questionnaires/questionnaire-schema";
import type { Database } from "~db/open-database.server";
import { listPublished } from "~db/repositories/publications";

/** The order in which sectors stand on the list. */
const SECTORS: readonly Sector[] = ["administration", "health", "education", "other"];

/** Surveys that stand published by the year they began in, the latest first, and by sector. */
export async function listPublishedByYear(database: Database) {
  const published = await listPublished(database);
  const years = [...new Set(published.map(({ opensOn }) => opensOn.slice(0, 4)))];
  return {
    simulated: published.some(({ simulated }) => simulated),
    years: years.map((year) => ({
      year,
      sectors: SECTORS.flatMap((sector) => {
        const surveys = published
          .filter((one) => one.sector === sector && one.opensOn.startsWith(year))
          .map(({ surveyId, title, ownerName, opensOn, closesOn }) => ({
            ...{ surveyId, title, ownerName, opensOn, closesOn },
          }));
        return surveys.length > 0 ? [{ sector, surveys }] : [];
      }),
    })),
  };
}
