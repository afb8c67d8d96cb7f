import { Link } from "@remix-run/react";
import { formatCount } from "~/i18n/numbers";
import type { ReformTask } from "~/reports/reform-plan";
import type { SurveyStatus } from "~/surveys/survey";
import { StatusBadge } from "./status-badge";

/** One task of the plan with who, what and when, and for a survey task the surveys that serve it. */
export function TaskCard({
  task,
  surveys,
  daysLeft,
}: {
  task: Omit<ReformTask, "note"> & { note?: string | undefined };
  surveys: { id: number; title: string; status: SurveyStatus }[];
  daysLeft: number | null;
}) {
  return (
    <article className={task.survey_sector ? "card card-marked" : "card"} aria-labelledby={`task-${task.number}`}>
      <h2 id={`task-${task.number}`}>Nhiệm vụ {task.number}</h2>
      <p>{task.content}</p>
      <dl className="facts">
        <div>
          <dt>Chủ trì</dt>
          <dd>{task.lead.map((body) => body.name).join("; ")}</dd>
        </div>
        <div>
          <dt>Phối hợp</dt>
          <dd>{task.coordinating.map((body) => body.name).join("; ")}</dd>
        </div>
        <div>
          <dt>Sản phẩm</dt>
          <dd>{task.products.join("; ")}</dd>
        </div>
        <div>
          <dt>Thời hạn</dt>
          <dd>
            {task.deadline_text} {remaining(daysLeft)}
          </dd>
        </div>
      </dl>
      {task.note && <p className="table-note">{task.note}</p>}
      {task.survey_sector && (
        <>
          <h3>Đợt khảo sát của nhiệm vụ</h3>
          {surveys.length === 0 ? (
            <p className="empty-state">Chưa có đợt khảo sát nào trong năm kế hoạch.</p>
          ) : (
            <ul>
              {surveys.map((survey) => (
                <li key={survey.id}>
                  <Link to={`/surveys/${survey.id}`}>{survey.title}</Link> <StatusBadge status={survey.status} />{" "}
                  <Link to={`/surveys/${survey.id}/results`}>Kết quả và báo cáo</Link>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </article>
  );
}

function remaining(daysLeft: number | null): string {
  if (daysLeft === null) return "";
  if (daysLeft < 0) return `(đã qua ${formatCount(-daysLeft)} ngày)`;
  return daysLeft === 0 ? "(hôm nay)" : `(còn ${formatCount(daysLeft)} ngày)`;
}
