import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireResults } from "~/http/require-results.server";
import { todayOf } from "~/http/session.server";
import { makeFile } from "~/reports/make-file.server";

/** Files of a survey: the report, the tables, the codebook. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, surveyFile(asked));
}

async function surveyFile({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const surveyId = numberParam(params.surveyId);
  const today = todayOf(context);
  const { results } = await requireResults(request, context, surveyId, { action: "take-files" });
  const file = await makeFile(context.database, results, { file: params.file ?? "", today });
  if (!file) throw new Response("Không có tệp này.", { status: 404 });
  return attachment(file.body, file);
}
