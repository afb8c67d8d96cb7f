import type { LoaderFunctionArgs } from "@remix-run/node";
import { surveyPosters } from "~/collection-points/survey-posters.server";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireResults } from "~/http/require-results.server";
import { requireViewer, todayOf } from "~/http/session.server";
import { makeFile } from "~/reports/make-file.server";

/** Files of a survey: the report, the tables, the codebook, and the posters of all its points. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, surveyFile(asked));
}

async function surveyFile({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const surveyId = numberParam(params.surveyId);
  const today = todayOf(context);
  if (params.file === "posters.pdf") {
    const { viewer } = await requireViewer(request, context, "print-posters");
    const { database, settings } = context;
    const posters = await surveyPosters(database, { viewer, surveyId, today, ...settings });
    if (!posters) throw new Response("Không có điểm khảo sát nào để in.", { status: 404 });
    return attachment(posters, { name: `ap-phich-dot-${surveyId}.pdf`, type: "application/pdf", inline: true });
  }
  const { results } = await requireResults(request, context, surveyId, "take-files");
  const file = await makeFile(context.database, results, { file: params.file ?? "", today });
  if (!file) throw new Response("Không có tệp này.", { status: 404 });
  return attachment(file.body, file);
}
