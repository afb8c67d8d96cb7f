import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { findVersion } from "~db/repositories/questionnaire-versions";

/** The contract file of a version, as its author wrote it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireViewer(request, context);
  const version = await findVersion(context.database, numberParam(params.versionId));
  if (!version) throw new Response("Không có mẫu phiếu này.", { status: 404 });
  const file = `${JSON.stringify(JSON.parse(version.document), null, 2)}\n`;
  return attachment(file, {
    name: `${version.code}-v${version.version}.json`,
    type: "application/json; charset=utf-8",
  });
}
