import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { DoneNotice } from "~/components/office/done-notice";
import { REPORT_FORM, ReportForm } from "~/components/office/report-form";
import { ReportPreview } from "~/components/office/report-preview";
import { StepPanel } from "~/components/office/step-panel";
import { useUnsaved } from "~/components/office/use-unsaved";
import { requireReport } from "~/http/require-report.server";
import { formatDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { changeReport } from "~/reports/change-report.server";
import { reportPage } from "~/reports/report-page.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Báo cáo: {title}", { title: data?.page.document.subject ?? "" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, loaded } = await requireReport({ request, params, context }, "see-results");
  return {
    page: await reportPage(context.database, viewer, loaded),
    mayWrite: loaded.owned && isAllowed(viewer.role, "design-surveys"),
    done: new URL(request.url).searchParams.get("done"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, loaded } = await requireReport({ request, params, context }, "design-surveys");
  if (!loaded.owned) throw new Response("Báo cáo do cơ quan thực hiện đợt khảo sát viết.", { status: 403 });
  const { database, settings } = context;
  const form = await request.formData();
  const changed = await changeReport(database, viewer, { loaded, form, now: context.now(), settings });
  if (changed.done === "delete") return redirect("/reports?done=delete");
  if (changed.done !== null) return redirect(`/reports/${loaded.report.id}?done=${changed.done}`);
  return data(changed, { status: changed.status });
}

export default function Report() {
  const t = useWords();
  const tell = useMessages();
  const { page, mayWrite, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, document, places, values, changedAt, figures } = page;
  const problems = answer?.problems ?? [];
  const writing = useUnsaved(t("Phần đã viết chưa lưu sẽ mất. Rời trang này?"), problems.length > 0);
  const stale = figures.some(({ later }) => later !== null);
  const notice = done === "save" ? t("Đã lưu báo cáo.") : done === "refresh" ? t("Đã lấy số liệu mới.") : null;
  return (
    <>
      <header className="page-header">
        <p className="crumb">
          <Link to="/reports">{t("Báo cáo")}</Link>
        </p>
        <h1>{document.subject}</h1>
        <nav className="actions" aria-label={t("Tải về")}>
          {writing.unsaved ? (
            <button type="submit" form={REPORT_FORM} name="change" value="save" className="button">
              {t("Lưu báo cáo để tải")}
            </button>
          ) : (
            <>
              <a className="button" href={`/reports/${id}/files/report.docx`}>
                {t("Tải báo cáo (Word)")}
              </a>
              <a className="button button-quiet" href={`/reports/${id}/files/report.pdf`}>
                {t("Tải báo cáo (PDF)")}
              </a>
            </>
          )}
        </nav>
      </header>
      <DoneNotice message={answer ? null : notice} />
      {answer?.message && (
        <p className="notice notice-error" role="alert">
          {tell(answer.message)}
        </p>
      )}
      <section aria-labelledby="figures-heading">
        <h2 id="figures-heading">{t("Số liệu")}</h2>
        <ul>
          {figures.map(({ snapshotId, surveyId, surveyTitle, name, takenOn, previous, later }) => (
            <li key={snapshotId}>
              {page.owned ? <Link to={`/surveys/${surveyId}/snapshots`}>{surveyTitle}</Link> : surveyTitle}
              {previous && ` (${t("kỳ trước, để so sánh")})`}: {name}, {formatDay(takenOn)}
              {later !== null && <strong> – {t("đã có bản chốt mới hơn")}</strong>}
            </li>
          ))}
        </ul>
        {mayWrite && (
          <p>
            <button
              type="submit"
              form={REPORT_FORM}
              name="change"
              value="refresh"
              className={stale ? "button" : "button button-quiet"}
            >
              {t("Lấy số liệu mới nhất")}
            </button>{" "}
            <span className="table-note">{t("Phần bạn viết được lưu và giữ nguyên.")}</span>
          </p>
        )}
      </section>
      {mayWrite && (
        <section aria-labelledby="judgement-heading">
          <h2 id="judgement-heading">{t("Phần nhận xét")}</h2>
          <ReportForm
            key={answer?.seen ?? changedAt}
            values={answer?.values ?? values}
            places={places}
            seen={answer?.seen ?? changedAt}
            problems={problems}
            unsaved={writing}
          />
        </section>
      )}
      {mayWrite && (
        <StepPanel
          step="delete"
          summary={t("Xóa báo cáo…")}
          agreement={t("Tôi muốn xóa báo cáo này")}
          button={t("Xóa báo cáo")}
          refusal={answer?.kept ?? null}
        >
          <p>
            {t(
              "Báo cáo và phần đã viết trong đó bị xóa vĩnh viễn; số liệu và bản chốt vẫn còn, lập lại được. Việc xóa ghi vào nhật ký.",
            )}
          </p>
        </StepPanel>
      )}
      <section aria-labelledby="preview-heading">
        <h2 id="preview-heading">{t("Xem trước")}</h2>
        <ReportPreview document={document} />
      </section>
    </>
  );
}
