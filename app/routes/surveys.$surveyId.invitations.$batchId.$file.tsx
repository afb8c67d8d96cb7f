import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { invitationFile } from "~/collection-points/invitations.server";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireSurvey } from "~/http/require-survey.server";

/** The unused codes of a batch: slips to print, or a table for messages. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, codesOf(asked));
}

async function codesOf(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey, today } = await requireSurvey(asked, "invite");
  const { database, posterJobs, settings } = asked.context;
  const { publicUrl, province } = settings;
  const { file } = asked.params;
  const batchId = numberParam(asked.params.batchId);
  if (file !== "slips.pdf" && file !== "codes.csv") throw new Response("Không có tệp này.", { status: 404 });
  const now = asked.context.now();
  const wanted = { survey, batchId, file, today, now, publicUrl, province } as const;
  const made = await invitationFile(database, viewer, posterJobs, wanted);
  if (!made) {
    throw new Response("Không còn mã nào chưa dùng, hoặc đợt mã không thuộc phạm vi của tài khoản.", { status: 404 });
  }
  const body = typeof made.body === "string" ? made.body : createReadableStreamFromReadable(made.body);
  return attachment(body, made);
}
