import type { Viewer } from "~/access/viewer";
import { readVersion } from "~/questionnaires/read-version.server";
import type { Database } from "~db/open-database.server";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { findVersion } from "~db/repositories/questionnaire-versions";
import type { SurveySummary } from "~db/repositories/surveys";
import { writePaperForm } from "./write-paper-form.server";

/** A form to print, with the name of its file. */
export interface PaperFormFile {
  body: Buffer;
  name: string;
  type: "application/pdf";
}

interface Moment {
  province: string;
  today: string;
}

/**
 * The form of a survey to print, with the name of the place where it is handed out: of the point asked for, or where the
 * viewer has only one; else with a line to write it on. Null where the point is not one of the viewer's in the survey.
 */
export async function surveyPaperForm(
  database: Database,
  {
    viewer,
    survey,
    pointId,
    province,
    today,
  }: Moment & { viewer: Viewer; survey: SurveySummary; pointId: number | null },
): Promise<PaperFormFile | null> {
  const points = await listPointsOfSurvey(database, viewer, survey.id, today);
  const asked = pointId === null ? null : points.find(({ id }) => id === pointId);
  if (asked === undefined) return null;
  const units = new Set(points.map(({ unitName }) => unitName));
  const [only] = units;
  const facts = {
    province,
    ownerName: survey.ownerName,
    surveyTitle: survey.title,
    unitName: asked?.unitName ?? (units.size === 1 ? (only ?? null) : null),
    simulated: survey.simulated,
    day: today,
  };
  const body = await writePaperForm(await readVersion(database, survey.versionId), facts);
  return { body, name: `phieu-giay-${survey.id}.pdf`, type: "application/pdf" };
}

/** The form of a version, whoever may use it. Null where there is no such version. */
export async function versionPaperForm(
  database: Database,
  { versionId, province, today }: Moment & { versionId: number },
): Promise<PaperFormFile | null> {
  const version = await findVersion(database, versionId);
  if (!version) return null;
  const body = await writePaperForm(await readVersion(database, version.id), {
    province,
    ownerName: null,
    surveyTitle: null,
    unitName: null,
    simulated: false,
    day: today,
  });
  return { body, name: `phieu-giay-${version.code}-v${version.version}.pdf`, type: "application/pdf" };
}
