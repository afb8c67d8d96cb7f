import type { Viewer } from "~/access/viewer";
import type { Database } from "~db/open-database.server";
import { listSurveyUnitIds } from "~db/repositories/surveys";
import { readTree } from "~db/repositories/units";
import { type ExampleRow, exampleDays, exampleRow } from "./import-example";

/** The example row of a survey's template as of `today` (ISO). */
export async function loadImportExample(
  database: Database,
  viewer: Viewer,
  { survey, today }: { survey: { id: number; opensOn: string; closesOn: string }; today: string },
): Promise<ExampleRow> {
  const ids = new Set(await listSurveyUnitIds(database, viewer, survey.id));
  let example = exampleRow({ surveyId: survey.id, units: [], day: survey.opensOn, today });
  for (const day of exampleDays({ ...survey, today })) {
    const units = (await readTree(database, day)).filter(({ id }) => ids.has(id));
    example = exampleRow({ surveyId: survey.id, units, day, today });
    if (example.unitCode !== "") break;
  }
  return example;
}
