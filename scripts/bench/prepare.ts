import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Viewer } from "~/access/viewer";
import { codeFrom } from "~/collection-points/code";
import type { Answer } from "~/questionnaires/answers";
import { packAnswers, packedLayout } from "~/questionnaires/packed-layout";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { readVersion } from "~/questionnaires/read-version.server";
import { closeDatabase, type Database, migrateDatabase, openDatabase } from "~db/open-database.server";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { findVersion, listVersions } from "~db/repositories/questionnaire-versions";
import { insertResponses, type NewResponse } from "~db/repositories/responses";
import { changeStatus, insertSurvey } from "~db/repositories/surveys";
import { findUnitId, listUnits } from "~db/repositories/units";
import { loadReferenceData } from "../reference-data";
import { type Random, randomFor } from "../simulate/random";

/** What is measured: the form of 31 items for outpatients. */
const QUESTIONNAIRE = "outpatient-qd56";

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

async function openSurvey(database: Database, viewer: Viewer, code: string, unitIds: number[]) {
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

/** Adds responses with every item answered, spread evenly over the units. */
export async function addResponses(database: Database, survey: BenchSurvey, count: number): Promise<void> {
  const { questionnaire, points, surveyId } = survey;
  const layout = packedLayout(questionnaire);
  const random = randomFor("bench");
  function* batch(): Generator<NewResponse> {
    for (let index = 0; index < count; index++) {
      const point = points[index % points.length];
      const answers: Record<string, Answer> = {};
      for (const { item } of layout.columns) {
        if (item.type === "number") answers[item.code] = item.min ?? 0;
        else if (item.type === "multiple") answers[item.code] = item.options.slice(0, 1).map((option) => option.value);
        else answers[item.code] = pickValue(questionnaire, item, random);
      }
      yield {
        responseId: randomUUID(),
        surveyId,
        unitId: point?.unitId ?? 0,
        pointId: point?.id ?? null,
        channel: "qr",
        language: "vi",
        finishedAt: "2026-06-01T03:00:00.000Z",
        packed: packAnswers(layout, answers),
        texts: {},
      };
    }
  }
  await insertResponses(database, batch());
}

function pickValue(
  questionnaire: Questionnaire,
  item: { type: "scale"; scale: string } | { type: "single"; options: readonly { value: number }[] },
  random: Random,
): number {
  const choices =
    item.type === "single"
      ? item.options
      : (questionnaire.scales.find(({ code }) => code === item.scale)?.levels ?? []);
  return choices[Math.floor(random() * choices.length)]?.value ?? 0;
}
