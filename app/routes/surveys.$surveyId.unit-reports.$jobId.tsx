import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileProgress } from "~/components/office/file-progress";
import { SurveyHeader } from "~/components/office/survey-header";
import { useArchiveName } from "~/components/office/unit-reports-jobs";
import { requireSurvey } from "~/http/require-survey.server";
import { formatCount } from "~/i18n/numbers";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Báo cáo từng đơn vị");

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "design-surveys", { owned: true });
  const job = asked.context.unitReportsJobs.find(viewer.accountId, asked.params.jobId ?? "");
  if (job?.surveyId !== survey.id) {
    throw new Response("Tệp báo cáo này không còn: tệp chỉ giữ một giờ. Xin lập lại từ trang Báo cáo từng đơn vị.", {
      status: 404,
    });
  }
  const { id, total, made, state, about } = job;
  return { survey, today, tabs, job: { id, total, made, state, format: about.format, number: about.snapshot.number } };
}

/** Cancels the job: the only thing to be done about it. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey(asked, "design-surveys", { owned: true });
  const jobId = asked.params.jobId ?? "";
  asked.context.unitReportsJobs.cancel(viewer.accountId, jobId);
  return redirect(`/surveys/${survey.id}/unit-reports/${jobId}`);
}

export default function UnitReportsJob() {
  const t = useWords();
  const language = useLanguage();
  const { survey, today, tabs, job } = useLoaderData<typeof loader>();
  const address = `/surveys/${survey.id}/unit-reports`;
  const counts = { n: formatCount(job.made, language), total: formatCount(job.total, language) };
  const under = { to: address, label: "Báo cáo từng đơn vị" } as const;
  const nameOf = useArchiveName();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Báo cáo từng đơn vị")} under={under} />
      <FileProgress
        job={job}
        heading={nameOf(job)}
        progress={job.total === 0 ? t("Đang đọc số liệu…") : t("Đã lập {n} trên {total} báo cáo.", counts)}
        download={{ address: `${address}/${job.id}/file`, label: t("Tải báo cáo (ZIP)") }}
        back={{ address, label: t("Lập tệp khác") }}
      />
    </>
  );
}
