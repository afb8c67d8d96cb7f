import { createReadStream } from "node:fs";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireSurvey } from "~/http/require-survey.server";
import { unitReportsFileName } from "~/reports/unit-report-jobs.server";
import { recordActivity } from "~db/repositories/activities";

/** The ZIP of a finished job. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, fileOfJob(asked));
}

async function fileOfJob(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey } = await requireSurvey(asked, "design-surveys", { owned: true });
  const { database, unitReportsJobs, now } = asked.context;
  const job = unitReportsJobs.find(viewer.accountId, asked.params.jobId ?? "");
  if (job?.state !== "done" || job.surveyId !== survey.id) {
    throw new Response("Tệp báo cáo này chưa xong hoặc không còn.", { status: 404 });
  }
  const { format, snapshot } = job.about;
  const detail = { file: `unit-reports.${format}.zip`, snapshot: snapshot.number };
  await recordActivity(database, {
    ...{ at: now(), accountId: viewer.accountId, kind: "file.take", surveyId: survey.id, detail },
  });
  const stream = createReadableStreamFromReadable(createReadStream(job.file));
  return attachment(stream, { name: unitReportsFileName(job), type: "application/zip" });
}
