import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LAYOUT_LABELS } from "~/collection-points/poster-layouts";
import { FileProgress } from "~/components/office/file-progress";
import { numberParam } from "~/http/params";
import { requireViewer } from "~/http/session.server";
import { formatCount } from "~/i18n/numbers";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Áp phích");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "print-posters");
  const job = context.posterJobs.find(viewer.accountId, params.jobId ?? "");
  if (job?.surveyId !== numberParam(params.surveyId)) {
    throw new Response("Tệp áp phích này không còn: tệp chỉ giữ một giờ. Xin tạo lại từ trang Điểm khảo sát.", {
      status: 404,
    });
  }
  const { id, surveyId, about, total, made, state } = job;
  return { id, surveyId, layout: LAYOUT_LABELS[about.layout], total, made, state };
}

/** Cancels the job: the only thing to be done about it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "print-posters");
  context.posterJobs.cancel(viewer.accountId, params.jobId ?? "");
  return redirect(`/surveys/${numberParam(params.surveyId)}/posters/${params.jobId ?? ""}`);
}

export default function PosterJobPage() {
  const t = useWords();
  const tell = useMessages();
  const language = useLanguage();
  const job = useLoaderData<typeof loader>();
  const counts = { n: formatCount(job.made, language), total: formatCount(job.total, language) };
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
      <FileProgress
        job={job}
        heading={t("{n} áp phích, khổ {layout}", { n: formatCount(job.total, language), layout: tell(job.layout) })}
        progress={t("Đã dựng {n} trên {total} trang.", counts)}
        download={{ address: `/surveys/${job.surveyId}/posters/${job.id}/file`, label: t("Tải áp phích (PDF)") }}
        back={{ address: `/surveys/${job.surveyId}`, label: t("Về trang của đợt khảo sát") }}
      />
    </>
  );
}
