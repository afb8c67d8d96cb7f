import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireSurvey } from "~/http/require-survey.server";
import { takeComments } from "~/reports/take-comments.server";

/** Released comments of a survey as a file, for whoever runs it. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, commentsFile(asked));
}

async function commentsFile(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey, today } = await requireSurvey(asked, "take-records", { owned: true });
  const { database, settings, now } = asked.context;
  const place = { survey, file: asked.params.file ?? "", now: now(), today, cellMinimum: settings.minimums.cell };
  const file = await takeComments(database, viewer, place);
  if (!file) throw new Response("Không có tệp này.", { status: 404 });
  return attachment(file.body, file);
}
