import type { Language } from "~/i18n/numbers";
import type { Database } from "~db/open-database.server";
import { findPublishedUnit } from "~db/repositories/publications";
import { resultsPath } from "./published";

/** Path of the latest published results of a unit, of surveys simulated or real as the one at hand; null: there are none. */
export async function unitResultsPath(
  database: Database,
  { unitId, simulated, language }: { unitId: number; simulated: boolean; language: Language },
): Promise<string | null> {
  const found = await findPublishedUnit(database, { unitId, simulated });
  return found && resultsPath({ surveyId: found.surveyId, page: found.unitKey, language });
}
