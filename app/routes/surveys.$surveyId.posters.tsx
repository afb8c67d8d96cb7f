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
import { refusal } from "~/http/refusal";
import { requireSurvey } from "~/http/require-survey.server";
import { requireViewer, todayOf } from "~/http/session.server";

/** The address is for the form on the page of the survey's points; opened by itself it leads back there. */
export async function loader(asked: LoaderFunctionArgs) {
  const { survey } = await requireSurvey(asked, "print-posters");
  return redirect(`/surveys/${survey.id}/points`);
}

/** Posters of the points chosen: the file itself, or the page of a job where they are many. */
export function action(asked: ActionFunctionArgs) {
  return fileOrPage(asked, posters(asked));
}

const NONE_TICKED = {
  title: "Chưa chọn điểm nào để in",
  detail: "Trở lại trang Điểm khảo sát của đợt, đánh dấu các điểm cần áp phích rồi bấm tải.",
};
const NONE_IN_USE = {
  title: "Không có áp phích để in",
  detail: "Trong phạm vi của tài khoản, đợt này không có điểm khảo sát nào đang dùng mã.",
};

async function posters({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { viewer } = await requireViewer(request, context, "print-posters");
  const { publicUrl, province } = context.settings;
  const surveyId = numberParam(params.surveyId);
  const order = readPosterOrder(await request.formData());
  const wanted = { viewer, surveyId, today: todayOf(context), publicUrl, province, ...order };
  const ordered = await orderPosters(context.database, context.posterJobs, wanted);
  switch (ordered.kind) {
    case "none":
      throw refusal(422, order.chosen === null ? NONE_IN_USE : NONE_TICKED);
    case "busy":
      throw new Response("Máy chủ đang dựng nhiều tệp áp phích. Xin thử lại sau vài phút.", { status: 503 });
    case "job":
      return redirect(`/surveys/${surveyId}/posters/${ordered.job.id}`, 303);
    case "file":
      return attachment(createReadableStreamFromReadable(ordered.stream), { ...ordered, type: "application/pdf" });
  }
}
