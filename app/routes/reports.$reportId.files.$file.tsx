import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireReport } from "~/http/require-report.server";
import { makeReportFile } from "~/reports/make-report-file.server";

/** A report as a document to sign. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, reportFile(asked));
}

async function reportFile(asked: LoaderFunctionArgs): Promise<Response> {
  const { loaded } = await requireReport(asked, "see-results");
  const file = await makeReportFile(asked.context.database, loaded, asked.params.file ?? "");
  if (!file) throw new Response("Không có tệp này.", { status: 404 });
  return attachment(file.body, file);
}
