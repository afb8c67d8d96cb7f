import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireReport } from "~/http/require-report.server";
import { makeReportFile } from "~/reports/make-report-file.server";
import { recordActivity } from "~db/repositories/activities";

/** A report as a document to sign. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, reportFile(asked));
}

async function reportFile(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, loaded } = await requireReport(asked, "see-results");
  const { database, now } = asked.context;
  const { id, surveyId, unitId } = loaded.report;
  const name = asked.params.file ?? "";
  const file = await makeReportFile(database, loaded, name);
  if (!file) throw new Response("Không có tệp này.", { status: 404 });
  await recordActivity(database, {
    ...{
      at: now(),
      accountId: viewer.accountId,
      kind: "file.take",
      surveyId,
      unitId,
      detail: { file: name, report: id },
    },
  });
  return attachment(file.body, file);
}
