import { join } from "node:path";
import type { Viewer } from "~/access/viewer";
import { codeFrom } from "~/collection-points/code";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { readVersion } from "~/questionnaires/read-version.server";
import { closeDatabase, type Database, migrateDatabase, openDatabase } from "~db/open-database.server";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { findVersion, listVersions } from "~db/repositories/questionnaire-versions";
import { changeStatus, insertSurvey } from "~db/repositories/surveys";
import { findUnitId, listUnits } from "~db/repositories/units";
import { loadReferenceData } from "../reference-data";

/** What is measured: the form of 31 items for outpatients. */
export const QUESTIONNAIRE = "outpatient-qd56";

/** Of which the size is looked at as well: the form of 16 items for counters. */
const COUNTER_QUESTIONNAIRE = "one-stop-counter";

export interface BenchSurvey {
  file: string;
  surveyId: number;
  viewer: Viewer;
  questionnaire: Questionnaire;
  checksum: string;
  /** Unit and code of every collection point. */
  points: { unitId: number; id: number; code: string }[];
  /** A collection point of the counter form. */
  counterCode: string;
}

/** A database file with reference data and one open survey at every hospital, medical centre and health station. */
export async function prepareSurvey(root: string, folder: string): Promise<BenchSurvey> {
  const file = join(folder, "bench.db");
  const database = openDatabase(`file:${file}`);
  const now = new Date();
  migrateDatabase(database, join(root, "db", "migrations"));
  await loadReferenceData(database, join(root, "seeds"), now);
  const today = now.toISOString().slice(0, 10);
  const unitId = await findUnitId(database, "th");
  if (unitId === null) throw new Error("the reference data lack the province");
  const viewer: Viewer = { accountId: 0, role: "administrator", unitId, sector: null };
  const kinds = ["hospital", "medical_centre", "health_station"] as const;
  const units = await listUnits(database, viewer, { on: today, kinds });
  const hospitals = units.map((unit) => unit.id);
  const { surveyId, versionId } = await openSurvey(database, viewer, QUESTIONNAIRE, hospitals);
  const counter = await openSurvey(database, viewer, COUNTER_QUESTIONNAIRE, [unitId]);
  const [counterPoint] = await listPointsOfSurvey(database, viewer, counter.surveyId, today);
  const survey = {
    file,
    surveyId,
    viewer,
    questionnaire: await readVersion(database, versionId),
    checksum: (await findVersion(database, versionId))?.checksum ?? "",
    points: await listPointsOfSurvey(database, viewer, surveyId, today),
    counterCode: counterPoint?.code ?? "",
  };
  closeDatabase(database);
  return survey;
}

export async function openSurvey(database: Database, viewer: Viewer, code: string, unitIds: number[]) {
  const version = (await listVersions(database)).find((one) => one.code === code);
  if (!version) throw new Error(`the reference data lack the form ${code}`);
  const surveyId = await insertSurvey(
    database,
    {
      title: "Đo tốc độ",
      versionId: version.id,
      ownerUnitId: viewer.unitId,
      opensOn: "2000-01-01",
      closesOn: "2099-12-31",
      basis: "voluntary",
      simulated: true,
      createdAt: new Date().toISOString(),
      createdBy: null,
      unitIds,
    },
    { drawCode: () => codeOf(drawn++), label: "Quầy" },
  );
  await changeStatus(database, viewer, { surveyId, from: "draft", to: "open", at: new Date() });
  return { surveyId, versionId: version.id };
}

let drawn = 0;

function codeOf(number: number): string {
  return codeFrom(Array.from({ length: 7 }, (_, place) => Math.floor(number / 19 ** place) % 19));
}
