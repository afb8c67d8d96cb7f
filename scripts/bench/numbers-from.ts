import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Viewer } from "~/access/viewer";
import { readVersion } from "~/questionnaires/read-version.server";
import { closeDatabase, migrateDatabase, openDatabase } from "~db/open-database.server";
import { findSurvey, listSurveyUnitIds } from "~db/repositories/surveys";
import { findUnitId } from "~db/repositories/units";
import type { Numbers } from "./numbers";

/**
 * The largest survey of a database that a bench has filled before, in a copy: making a million responses anew takes minutes.
 * Its size stays as it is.
 */
export async function numbersFrom(root: string, folder: string, filled: string): Promise<Numbers> {
  const file = join(folder, "filled.db");
  for (const part of ["", "-wal"])
    if (existsSync(`${filled}${part}`)) copyFileSync(`${filled}${part}`, `${file}${part}`);
  const database = openDatabase(`file:${file}`);
  try {
    migrateDatabase(database, join(root, "db", "migrations"));
    const unitId = await findUnitId(database, "th");
    const surveyId = database.$client
      .prepare("select survey_id from responses group by survey_id order by count(*) desc limit 1")
      .pluck()
      .get() as number | undefined;
    if (unitId === null || surveyId === undefined) throw new Error(`${filled} is no database of a bench`);
    const viewer: Viewer = { accountId: 0, role: "administrator", unitId, sector: null };
    const survey = await findSurvey(database, viewer, surveyId, "2026-07-01");
    if (!survey) throw new Error(`survey ${surveyId} is not to be seen`);
    const questionnaire = await readVersion(database, survey.versionId);
    return { file, surveyId, viewer, questionnaire, unitIds: await listSurveyUnitIds(database, viewer, surveyId) };
  } finally {
    closeDatabase(database);
  }
}
