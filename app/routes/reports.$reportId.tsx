import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { DoneNotice } from "~/components/office/done-notice";
import { ReportForm } from "~/components/office/report-form";
import { ReportPreview } from "~/components/office/report-preview";
import { requireReport } from "~/http/require-report.server";
import { formatDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { refreshReport } from "~/reports/open-report.server";
import { readReportForm } from "~/reports/read-report-form";
import { reportPage } from "~/reports/report-page.server";
import { saveReport } from "~db/repositories/reports";

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
  const address = `/reports/${loaded.report.id}`;
  const form = await request.formData();
  const now = context.now();
  if (form.get("change") === "refresh") {
    if (await refreshReport(database, viewer, loaded, { now, settings })) return redirect(`${address}?done=refresh`);
    return data({ values: null, seen: null, problems: [], message: NOT_REFRESHED }, { status: 409 });
  }
  const seen = String(form.get("seen") ?? "");
  const { values, problems } = readReportForm(form);
  if (problems.length > 0) return data({ values, seen, problems, message: null }, { status: 422 });
  const remarks = new Map(Object.entries(values.remarks));
  const saved = await saveReport(database, viewer, {
    reportId: loaded.report.id,
    remarks,
    head: values.head,
    seen,
    at: now,
  });
  if (saved === "done") return redirect(`${address}?done=save`);
  return data({ values, seen: loaded.report.changedAt, problems: [], message: CHANGED_MEANWHILE }, { status: 409 });
}

const NOT_REFRESHED = "Chưa lấy được số liệu mới: số liệu đang đổi liên tục. Thử lại sau ít phút.";
const CHANGED_MEANWHILE =
  "Người khác vừa sửa báo cáo này. Nội dung bạn viết vẫn còn ở đây; mở trang này ở thẻ khác để xem bản đã lưu, rồi bấm Lưu lần nữa nếu muốn ghi đè.";

export default function Report() {
  const t = useWords();
  const tell = useMessages();
  const { page, mayWrite, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, document, places, values, changedAt, figures } = page;
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
          <a className="button" href={`/reports/${id}/files/report.docx`}>
            {t("Tải báo cáo (Word)")}
          </a>
          <a className="button button-quiet" href={`/reports/${id}/files/report.pdf`}>
            {t("Tải báo cáo (PDF)")}
          </a>
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
          <Form method="post">
            <button type="submit" name="change" value="refresh" className={stale ? "button" : "button button-quiet"}>
              {t("Lấy số liệu mới nhất")}
            </button>{" "}
            <span className="table-note">{t("Phần anh chị viết được giữ nguyên.")}</span>
          </Form>
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
            problems={answer?.problems ?? []}
          />
        </section>
      )}
      <section aria-labelledby="preview-heading">
        <h2 id="preview-heading">{t("Xem trước")}</h2>
        <ReportPreview document={document} />
      </section>
    </>
  );
}
