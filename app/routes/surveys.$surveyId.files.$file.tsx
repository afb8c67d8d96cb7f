import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireSurvey } from "~/http/require-survey.server";
import { takeFile } from "~/reports/take-file.server";

/** Files of a survey: the report, the tables, the codebook. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, surveyFile(asked));
}

async function surveyFile(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey, today } = await requireSurvey(asked, "take-files");
  const { database, settings, now } = asked.context;
  const place = { surveyId: survey.id, file: asked.params.file ?? "", now: now(), today, settings };
  const file = await takeFile(database, viewer, place);
  if (!file) throw new Response("Không có tệp này.", { status: 404 });
  return attachment(file.body, file);
}
