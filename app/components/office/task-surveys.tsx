import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { BoardSurvey } from "~/reports/task-board";
import { StatusBadge } from "./status-badge";
import { TableRegion } from "./table-region";

/** The surveys of a task and how far each has come: plan, final figures, report, publication. */
export function TaskSurveys({
  surveys,
  today,
  leads,
}: {
  surveys: readonly BoardSurvey[];
  today: string;
  /** Whether these are all surveys of the task. */
  leads: boolean;
}) {
  const t = useWords();
  return (
    <>
      <h3>{t("Đợt khảo sát của nhiệm vụ")}</h3>
      {surveys.length === 0 ? (
        <p className="empty-state">
          {t(
            leads
              ? "Không có đợt khảo sát nào mở trong năm kế hoạch."
              : "Không có đợt khảo sát nào trong phạm vi của tài khoản.",
          )}
        </p>
      ) : (
        <TableRegion label={t("Bảng đợt khảo sát của nhiệm vụ")}>
          <table className="stacked">
            <thead>
              <tr>
                <th scope="col">{t("Đợt khảo sát")}</th>
                <th scope="col">{t("Kế hoạch")}</th>
                <th scope="col">{t("Số liệu")}</th>
                <th scope="col">{t("Báo cáo của đợt")}</th>
                <th scope="col">{t("Công bố")}</th>
              </tr>
            </thead>
            <tbody>
              {surveys.map((survey) => (
                <SurveyRow key={survey.id} survey={survey} today={today} />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {!leads && surveys.length > 0 && (
        <p className="table-note">{t("Chỉ hiện các đợt trong phạm vi của tài khoản.")}</p>
      )}
    </>
  );
}

function SurveyRow({ survey, today }: { survey: BoardSurvey; today: string }) {
  const t = useWords();
  const { id, title, standing } = survey;
  const heading = (
    <th scope="row">
      <Link to={`/surveys/${id}`}>{title}</Link> <StatusBadge survey={survey} today={today} />
    </th>
  );
  if (standing === null) {
    return (
      <tr>
        {heading}
        <td colSpan={4} data-label={t("Số liệu")}>
          <Link to={`/surveys/${id}/results`}>{t("Kết quả trong phạm vi của tài khoản")}</Link>
        </td>
      </tr>
    );
  }
  const { planned, finalNumber, correcting, published, withdrawn, reportId } = standing;
  return (
    <tr>
      {heading}
      <td data-label={t("Kế hoạch")}>{planned ? t("đã soạn") : t("chưa soạn")}</td>
      <td data-label={t("Số liệu")}>
        {finalNumber === null ? t("chưa chốt") : t("bản chốt số {n}", { n: finalNumber })}
        {correcting && <span className="sub">{t("đang đính chính")}</span>}
      </td>
      <td data-label={t("Báo cáo của đợt")}>
        {reportId === null ? t("chưa lập") : <Link to={`/reports/${reportId}`}>{t("đã lập")}</Link>}
      </td>
      <td data-label={t("Công bố")}>{t(published ? "đã công bố" : withdrawn ? "đã thu hồi" : "chưa công bố")}</td>
    </tr>
  );
}
