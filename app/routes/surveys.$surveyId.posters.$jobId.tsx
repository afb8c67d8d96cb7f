import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LAYOUT_LABELS } from "~/collection-points/poster-layouts";
import { PosterProgress } from "~/components/office/poster-progress";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";

import { useWords } from "~/i18n/use-words";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Áp phích");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "print-posters");
  const job = context.posterJobs.find(viewer.accountId, params.jobId ?? "");
  if (job?.surveyId !== numberParam(params.surveyId)) {
    throw new Response("Tệp áp phích này không còn: tệp chỉ giữ một giờ. Xin tạo lại từ trang Điểm khảo sát.", {
      status: 404,
    });
  }
  const { id, surveyId, layout, total, pages, state } = job;
  return { id, surveyId, layout: LAYOUT_LABELS[layout], total, pages, state };
}

/** Cancels the job: the only thing to be done about it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "print-posters");
  context.posterJobs.cancel(viewer.accountId, params.jobId ?? "");
  return redirect(`/surveys/${numberParam(params.surveyId)}/posters/${params.jobId ?? ""}`);
}

export default function PosterJobPage() {
  const t = useWords();
  const job = useLoaderData<typeof loader>();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to={`/surveys/${job.surveyId}/points`}>{t("Điểm khảo sát")}</Link>
          </p>
          <h1>{t("Áp phích")}</h1>
        </div>
      </header>
      <PosterProgress job={job} />
    </>
  );
}
