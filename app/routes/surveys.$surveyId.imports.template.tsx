import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireSurvey } from "~/http/require-survey.server";
import { readVersion } from "~/questionnaires/read-version.server";
import { importTemplate } from "~/responses/import-template";
import { listSurveyUnitIds } from "~db/repositories/surveys";
import { readTree } from "~db/repositories/units";

/** A responses file for the survey with its header and one row as an example. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, template(asked));
}

async function template(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey } = await requireSurvey(asked, "import-responses", { owned: true });
  const { database } = asked.context;
  const ids = new Set(await listSurveyUnitIds(database, viewer, survey.id));
  const day = survey.opensOn;
  const unit = (await readTree(database, day)).find(({ id }) => ids.has(id));
  const questionnaire = await readVersion(database, survey.versionId);
  const body = importTemplate(questionnaire, { unitCode: unit?.code ?? "", day });
  return attachment(body, { name: `mau-nhap-dot-${survey.id}.csv`, type: "text/csv; charset=utf-8" });
}
