import { createReadStream } from "node:fs";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { postersFileName } from "~/collection-points/order-posters.server";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireViewer } from "~/http/session.server";

/** The PDF of a finished job. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, fileOfJob(asked));
}

async function fileOfJob({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = await requireViewer(request, context, "print-posters");
  const job = context.posterJobs.find(viewer.accountId, params.jobId ?? "");
  if (job?.state !== "done" || String(job.surveyId) !== params.surveyId) {
    throw new Response("Tệp áp phích này chưa xong hoặc không còn.", { status: 404 });
  }
  const stream = createReadableStreamFromReadable(createReadStream(job.file));
  return attachment(stream, { name: postersFileName(job.surveyId, job.about.layout), type: "application/pdf" });
}
