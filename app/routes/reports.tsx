import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { ReportsTable } from "~/components/office/reports-table";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { listReportPages } from "~/reports/list-report-pages.server";
import { openSurveyReport } from "~/reports/open-report.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Báo cáo");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const listed = await listReportPages(context.database, viewer, {
    today: todayOf(context),
    timeZone: context.settings.timeZone,
  });
  return { ...listed, mayWrite: isAllowed(viewer.role, "design-surveys") };
}

/** Opens the report on a survey, and makes it where there is none yet. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const surveyId = Number((await request.formData()).get("surveyId"));
  const { database, settings } = context;
  const opened = Number.isSafeInteger(surveyId)
    ? await openSurveyReport(database, viewer, { surveyId, now: context.now(), settings })
    : null;
  if (opened !== null) return redirect(`/reports/${opened}`);
  return data(
    { message: "Không lập được báo cáo: chọn một đợt khảo sát do cơ quan anh chị thực hiện." },
    { status: 422 },
  );
}

export default function Reports() {
  const t = useWords();
  const tell = useMessages();
  const busy = useNavigation().state !== "idle";
  const { reports, surveys, mayWrite } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <h1>{t("Báo cáo")}</h1>
      </header>
      {failure && (
        <p className="notice notice-error" role="alert">
          {tell(failure.message)}
        </p>
      )}
      {mayWrite && surveys.length > 0 && (
        <Form method="post" className="card form-stack">
          <label htmlFor="surveyId">{t("Lập báo cáo của đợt khảo sát")}</label>
          <select id="surveyId" name="surveyId" defaultValue="">
            <option value="" disabled>
              {t("Chọn đợt")}
            </option>
            {surveys.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <p className="hint">
            {t("Đợt chưa chốt vẫn lập được: báo cáo ghi “số liệu tạm tính” và cập nhật được sau khi chốt.")}
          </p>
          <button type="submit" className="button" disabled={busy}>
            {busy ? t("Đang lập…") : t("Lập báo cáo")}
          </button>
        </Form>
      )}
      <ReportsTable reports={reports} />
    </>
  );
}
