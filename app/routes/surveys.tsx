import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { DoneNotice } from "~/components/office/done-notice";
import { Facts } from "~/components/office/facts";
import { StatusBadge } from "~/components/office/status-badge";
import { useUnitsText } from "~/components/office/survey-facts";
import { requireViewer, todayOf } from "~/http/session.server";
import { formatDay } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { doneMessage } from "~/surveys/done-message";
import { listSurveys } from "~db/repositories/surveys";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Đợt khảo sát");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context);
  // Everybody arrives here after signing in; an interviewer has nothing to see here and a page of their own.
  if (!isAllowed(viewer.role, "see-results")) throw redirect("/interview");
  const today = todayOf(context);
  return {
    surveys: await listSurveys(context.database, viewer, today),
    today,
    done: doneMessage(request.url, null),
    mayDesign: isAllowed(viewer.role, "design-surveys"),
  };
}

export default function Surveys() {
  const { surveys, today, done, mayDesign } = useLoaderData<typeof loader>();
  const t = useWords();
  const message = useMessages();
  const unitsText = useUnitsText();
  return (
    <>
      <header className="page-header">
        <h1>{t("Đợt khảo sát")}</h1>
        {mayDesign && (
          <Link className="button" to="/surveys/new">
            {t("Tạo đợt khảo sát")}
          </Link>
        )}
      </header>
      <DoneNotice message={done && message(done)} />
      {surveys.length === 0 ? (
        <p className="empty-state">
          {t("Chưa có đợt khảo sát nào trong phạm vi của tài khoản.")}{" "}
          {mayDesign && t("Bấm “Tạo đợt khảo sát” để bắt đầu: chọn mẫu phiếu, đơn vị và thời gian.")}
        </p>
      ) : (
        <ul className="card-list">
          {surveys.map((survey) => (
            <li key={survey.id} className="card">
              <h2>
                <Link to={`/surveys/${survey.id}`}>{survey.title}</Link> <StatusBadge survey={survey} today={today} />
              </h2>
              <p className="muted">
                {t("{title}, phiên bản {version}", {
                  title: survey.questionnaireTitle,
                  version: survey.questionnaireVersion,
                })}
              </p>
              <Facts
                facts={[
                  [t("Cơ quan thực hiện"), survey.ownerName],
                  [t("Thời gian"), `${formatDay(survey.opensOn)} – ${formatDay(survey.closesOn)}`],
                  [t("Đơn vị"), unitsText(survey)],
                ]}
              />
              <p className="actions">
                <Link to={`/surveys/${survey.id}/points`}>{t("Mã QR, áp phích")}</Link>
                {survey.status !== "draft" && <Link to={`/surveys/${survey.id}/results`}>{t("Kết quả")}</Link>}
                {mayDesign && survey.owned && (
                  <Link to={`/surveys/${survey.id}/copy`}>{t("Lập đợt mới từ đợt này")}</Link>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
