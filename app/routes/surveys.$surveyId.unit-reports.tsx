import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SurveyHeader } from "~/components/office/survey-header";
import { UnitReportsForm } from "~/components/office/unit-reports-form";
import { UnitReportsJobs } from "~/components/office/unit-reports-jobs";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { readUnitReportsOrder } from "~/reports/read-unit-reports-order";
import { orderUnitReports } from "~/reports/unit-report-jobs.server";
import { listSnapshots } from "~db/repositories/snapshots";

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Báo cáo từng đơn vị");

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "design-surveys", { owned: true });
  const snapshots = await listSnapshots(asked.context.database, viewer, survey.id);
  const { settings, unitReportsJobs } = asked.context;
  const { timeZone } = settings;
  return {
    ...{ survey, today, tabs },
    jobs: unitReportsJobs.list(viewer.accountId, survey.id).map(({ id, state, made, total, about }) => ({
      ...{ id, state, made, total, format: about.format, number: about.snapshot.number },
    })),
    snapshots: snapshots.map(({ id, number, kind, takenAt }) => ({
      ...{ id, number, kind },
      taken: formatMoment(new Date(takenAt), timeZone),
    })),
  };
}

/** Begins an archive of the reports of every unit, and leads to its progress. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey(asked, "design-surveys", { owned: true });
  const { database, unitReportsJobs } = asked.context;
  const order = readUnitReportsOrder(await asked.request.formData());
  if (!order) return data({ message: NOT_CHOSEN }, { status: 422 });
  const ordered = await orderUnitReports(database, unitReportsJobs, viewer, { survey, ...order });
  if (ordered.kind === "none") return data({ message: NOT_CHOSEN }, { status: 422 });
  if (ordered.kind === "busy") return data({ message: BUSY }, { status: 503 });
  return redirect(`/surveys/${survey.id}/unit-reports/${ordered.job.id}`, 303);
}

const NOT_CHOSEN = "Chọn một bản số liệu của đợt này và loại tệp.";
const BUSY = "Máy chủ đang dựng nhiều tệp báo cáo. Xin thử lại sau vài phút.";

export default function UnitReports() {
  const t = useWords();
  const { survey, today, tabs, jobs, snapshots } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const under = { to: `/surveys/${survey.id}/snapshots`, label: "Bản chốt số liệu" } as const;
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Báo cáo từng đơn vị")} under={under} />
      <UnitReportsJobs surveyId={survey.id} jobs={jobs} />
      {snapshots.length > 0 ? (
        <UnitReportsForm snapshots={snapshots} problem={failure?.message ?? null} />
      ) : (
        <p>
          {t("Báo cáo lập từ bản chốt số liệu; đợt này chưa có bản nào.")}{" "}
          <Link to={under.to}>{t("Mở trang Bản chốt số liệu")}</Link>
        </p>
      )}
    </>
  );
}
