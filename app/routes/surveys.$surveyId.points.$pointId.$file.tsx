import type { LoaderFunctionArgs } from "@remix-run/node";
import { layoutOf } from "~/collection-points/poster-layouts";
import { pointFile } from "~/collection-points/survey-posters.server";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";

/** Poster and QR code of one collection point. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, fileOfPoint(asked));
}

async function fileOfPoint({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = await requireViewer(request, context, "print-posters");
  const { publicUrl, province } = context.settings;
  const file = await pointFile(context.database, {
    viewer,
    surveyId: numberParam(params.surveyId),
    pointId: numberParam(params.pointId),
    file: params.file ?? "",
    layout: layoutOf(new URL(request.url).searchParams.get("layout")),
    today: todayOf(context),
    publicUrl,
    province,
  });
  if (!file) throw new Response("Không có tệp này trong phạm vi của tài khoản.", { status: 404 });
  return attachment(file.body, { ...file, inline: true });
}
