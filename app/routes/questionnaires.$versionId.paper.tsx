import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";
import { versionPaperForm } from "~/responses/paper-forms.server";

/** A version as a form to print and fill in by hand. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, formOfVersion(asked));
}

async function formOfVersion({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  await requireViewer(request, context);
  const { database, settings } = context;
  const file = await versionPaperForm(database, {
    versionId: numberParam(params.versionId),
    province: settings.province,
    today: todayOf(context),
  });
  if (!file) throw new Response("Không có mẫu phiếu này.", { status: 404 });
  return attachment(file.body, { ...file, inline: true });
}
