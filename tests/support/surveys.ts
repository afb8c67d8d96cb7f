import type { Viewer } from "~/access/viewer";
import { codeFrom } from "~/collection-points/code";
import type { SampleBasis } from "~/surveys/survey";
import type { Database } from "~db/open-database.server";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { changeStatus, insertSurvey } from "~db/repositories/surveys";
import { findUnitId } from "~db/repositories/units";

/** Sees and runs everything, without an account. */
export async function provinceViewer(database: Database): Promise<Viewer> {
  return { accountId: 0, role: "administrator", unitId: await unitId(database, "th"), sector: null };
}

export async function unitId(database: Database, key: string): Promise<number> {
  const id = await findUnitId(database, key);
  if (id === null) throw new Error(`no unit ${key} in the reference data`);
  return id;
}

export interface OpenSurvey {
  surveyId: number;
  versionId: number;
  /** A collection point for each unit, in the order given. */
  points: { id: number; code: string; unitId: number; unitKey: string }[];
}

let drawn = 0;

/** A survey that takes answers, in all of 2026 unless other days are given, in a database with reference data. */
export async function addOpenSurvey(
  database: Database,
  {
    questionnaire = "outpatient-qd56",
    units = ["bv-dk-tinh"],
    owner = "th",
    title = "Khảo sát thử",
    basis = "voluntary",
    opensOn = "2026-01-01",
    closesOn = "2026-12-31",
  }: {
    questionnaire?: string;
    units?: string[];
    owner?: string;
    title?: string;
    basis?: SampleBasis;
    opensOn?: string;
    closesOn?: string;
  } = {},
): Promise<OpenSurvey> {
  const version = (await listVersions(database)).find((one) => one.code === questionnaire);
  if (!version) throw new Error(`no questionnaire ${questionnaire} in the reference data`);
  const unitIds = await Promise.all(units.map((key) => unitId(database, key)));
  const surveyId = await insertSurvey(
    database,
    {
      title,
      versionId: version.id,
      ownerUnitId: await unitId(database, owner),
      opensOn,
      closesOn,
      basis,
      simulated: false,
      createdAt: "2026-01-05T02:00:00.000Z",
      createdBy: null,
      unitIds,
    },
    { drawCode: nextCode, label: "Quầy tiếp đón" },
  );
  const viewer = await provinceViewer(database);
  await changeStatus(database, viewer, { surveyId, from: "draft", to: "open", at: new Date("2026-01-05T02:00:00Z") });
  const points = await listPointsOfSurvey(database, viewer, surveyId, "2026-06-01");
  return {
    surveyId,
    versionId: version.id,
    points: units.map((unitKey, index) => {
      const point = points.find((one) => one.unitId === unitIds[index]);
      if (!point) throw new Error(`no point for ${unitKey}`);
      return { id: point.id, code: point.code, unitId: point.unitId, unitKey };
    }),
  };
}

function nextCode(): string {
  const number = drawn++;
  return codeFrom(Array.from({ length: 7 }, (_, place) => Math.floor(number / 19 ** place) % 19));
}
