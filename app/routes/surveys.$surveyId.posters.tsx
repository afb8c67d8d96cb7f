import {
  type ActionFunctionArgs,
  createReadableStreamFromReadable,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { orderPosters } from "~/collection-points/order-posters.server";
import { readPosterOrder } from "~/collection-points/read-poster-order";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";

/** The address is for the form on the survey's page; opened by itself it leads back there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireViewer(request, context, "print-posters");
  return redirect(`/surveys/${numberParam(params.surveyId)}`);
}

/** Posters of the points chosen: the file itself, or the page of a job where they are many. */
export function action(asked: ActionFunctionArgs) {
  return fileOrPage(asked, posters(asked));
}

async function posters({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { viewer } = await requireViewer(request, context, "print-posters");
  const { publicUrl, province } = context.settings;
  const surveyId = numberParam(params.surveyId);
  const order = readPosterOrder(await request.formData());
  const wanted = { viewer, surveyId, today: todayOf(context), publicUrl, province, ...order };
  const ordered = await orderPosters(context.database, context.posterJobs, wanted);
  switch (ordered.kind) {
    case "none":
      throw new Response(
        "Chưa chọn điểm nào để in. Trở lại bảng điểm khảo sát của đợt, đánh dấu các điểm cần áp phích rồi bấm tải.",
        { status: 422 },
      );
    case "busy":
      throw new Response("Máy chủ đang dựng nhiều tệp áp phích. Xin thử lại sau vài phút.", { status: 503 });
    case "job":
      return redirect(`/surveys/${surveyId}/posters/${ordered.job.id}`, 303);
    case "file":
      return attachment(createReadableStreamFromReadable(ordered.stream), { ...ordered, type: "application/pdf" });
  }
}
