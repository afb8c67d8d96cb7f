import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireSurvey } from "~/http/require-survey.server";
import { readVersion } from "~/questionnaires/read-version.server";
import { importTemplate } from "~/responses/import-template";
import { loadImportExample } from "~/responses/load-import-example.server";

/** A responses file for the survey with its header and one row as an example, as a workbook or as CSV. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, template(asked));
}

async function template(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey, today } = await requireSurvey(asked, "import-responses", { owned: true });
  const { database } = asked.context;
  const example = await loadImportExample(database, viewer, { survey, today });
  const questionnaire = await readVersion(database, survey.versionId);
  const name = `mau-nhap-dot-${survey.id}`;
  if (!new URL(asked.request.url).pathname.endsWith(".xlsx")) {
    const body = importTemplate(questionnaire, example);
    return attachment(body, { name: `${name}.csv`, type: "text/csv; charset=utf-8" });
  }
  // The writer of workbooks is large, and few ask for one.
  const { writeImportWorkbook } = await import("~/responses/write-import-workbook.server");
  return attachment(await writeImportWorkbook(questionnaire, example), {
    name: `${name}.xlsx`,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
}
