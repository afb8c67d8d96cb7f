import type { Viewer } from "~/access/viewer";
import { loadUnitSizes } from "~/surveys/load-unit-sizes.server";
import type { Database } from "~db/open-database.server";
import { findPlan } from "~db/repositories/reform-plans";
import { findSurveyPlan } from "~db/repositories/survey-plans";
import type { SurveySummary } from "~db/repositories/surveys";
import { readTree } from "~db/repositories/units";
import { issuerOf } from "./letterhead";
import type { MadeFile } from "./make-file.server";
import { buildPlan } from "./plan-content";
import { planDefaults } from "./plan-defaults";
import type { ReportDocument } from "./report-document";
import { writeDocx } from "./write-docx.server";

interface PlanRequest {
  survey: SurveySummary;
  /** Name of the province from the settings. */
  province: string;
  today: string;
}

/** The plan of a survey that the viewer runs: as saved, or the texts to begin with; and the document made of it. */
export async function loadSurveyPlan(database: Database, viewer: Viewer, { survey, province, today }: PlanRequest) {
  const saved = await findSurveyPlan(database, viewer, survey.id);
  const owner = (await readTree(database, today)).find(({ id }) => id === survey.ownerUnitId);
  const issuedBy = issuerOf({ survey: { owner: { name: survey.ownerName, code: owner?.code ?? "" } }, province });
  const planYear = Number(survey.opensOn.slice(0, 4));
  const plan = await findPlan(database, planYear);
  const task = plan?.tasks.find(({ survey_sector }) => survey_sector === survey.sector) ?? null;
  const sizes = await loadUnitSizes(database, viewer, survey.id, today);
  const facts = { survey, task, planYear, issuedBy, province };
  const document = saved?.document ?? planDefaults({ ...facts, sector: survey.sector });
  const build = (): ReportDocument =>
    buildPlan({
      ...facts,
      document,
      questionnaireTitle: survey.questionnaireTitle,
      sampling: sizes.plan,
      units: sizes.units,
      today,
    });
  return { document, saved: saved && { at: saved.changedAt, by: saved.by }, units: sizes.units, build };
}

/** The plan as a Word file. */
export async function makePlanFile(database: Database, viewer: Viewer, request: PlanRequest): Promise<MadeFile> {
  const { build } = await loadSurveyPlan(database, viewer, request);
  return {
    name: `ke-hoach-dot-${request.survey.id}-${request.today}.docx`,
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body: await writeDocx(build()),
  };
}
