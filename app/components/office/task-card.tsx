import { Link } from "@remix-run/react";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { ReformTask } from "~/reports/reform-plan";
import type { Lifecycle } from "~/surveys/survey";
import { Facts } from "./facts";
import { StatusBadge } from "./status-badge";

/** One task of the plan with who, what and when, and for a survey task the surveys that serve it. */
export function TaskCard({
  task,
  surveys,
  today,
  daysLeft,
}: {
  task: Omit<ReformTask, "note"> & { note?: string | undefined };
  surveys: (Lifecycle & { id: number; title: string; simulated: boolean })[];
  today: string;
  daysLeft: number | null;
}) {
  const t = useWords();
  const language = useLanguage();
  const remaining = () => {
    if (daysLeft === null) return "";
    if (daysLeft < 0) return t("(đã qua {n} ngày)", { n: formatCount(-daysLeft, language) });
    return daysLeft === 0 ? t("(hôm nay)") : t("(còn {n} ngày)", { n: formatCount(daysLeft, language) });
  };
  return (
    <article className={task.survey_sector ? "card card-marked" : "card"} aria-labelledby={`task-${task.number}`}>
      <h2 id={`task-${task.number}`}>{t("Nhiệm vụ {number}", { number: task.number })}</h2>
      <p>{task.content}</p>
      <Facts
        facts={[
          [t("Chủ trì"), task.lead.map((body) => body.name).join("; ")],
          [t("Phối hợp"), task.coordinating.map((body) => body.name).join("; ")],
          [t("Sản phẩm"), task.products.join("; ")],
          [t("Thời hạn"), `${task.deadline_text} ${remaining()}`],
        ]}
      />
      {task.note && <p className="table-note">{task.note}</p>}
      {task.survey_sector && (
        <>
          <h3>{t("Đợt khảo sát của nhiệm vụ")}</h3>
          {surveys.length === 0 ? (
            <p className="empty-state">{t("Không có đợt khảo sát nào mở trong năm kế hoạch.")}</p>
          ) : (
            <ul>
              {surveys.map((survey) => (
                <li key={survey.id}>
                  <Link to={`/surveys/${survey.id}`}>{survey.title}</Link> <StatusBadge survey={survey} today={today} />{" "}
                  <Link to={`/surveys/${survey.id}/results`}>{t("Kết quả và báo cáo")}</Link>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </article>
  );
}
