import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { findVerification, findVersion } from "~db/repositories/questionnaire-versions";

/** The contract file of a version, as its author wrote it. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, fileOfVersion(asked));
}

async function fileOfVersion({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  await requireViewer(request, context, "see-results");
  const version = await findVersion(context.database, numberParam(params.versionId));
  if (!version) throw new Response("Không có mẫu phiếu này.", { status: 404 });
  // The check against the original is shown in exports and left out of the checksum; null: chưa đối chiếu bản gốc.
  const verified = await findVerification(context.database, version.id);
  const file = `${JSON.stringify({ ...JSON.parse(version.document), verified }, null, 2)}\n`;
  return attachment(file, {
    name: `${version.code}-v${version.version}.json`,
    type: "application/json; charset=utf-8",
  });
}
