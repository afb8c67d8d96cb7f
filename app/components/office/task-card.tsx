import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { BoardTask } from "~/reports/task-board";
import { Facts } from "./facts";
import { TaskDocuments } from "./task-documents";
import { TaskMilestones } from "./task-milestones";
import { TaskMissing } from "./task-missing";
import { TaskReports } from "./task-reports";
import { TaskSurveys } from "./task-surveys";

/** One task of the plan: who, what and when, what serves it, what it lacks and how long there is left. */
export function TaskCard({
  entry,
  year,
  today,
  mayWrite,
}: {
  entry: BoardTask;
  year: number;
  today: string;
  /** Whether the reader may enter documents of the task. */
  mayWrite: boolean;
}) {
  const t = useWords();
  const { task, surveys, documents, reports, missing, milestones, leads } = entry;
  const survey = task.survey_sector !== null;
  return (
    <article className={survey ? "card card-marked task" : "card task"} aria-labelledby={`task-${task.number}`}>
      <h2 id={`task-${task.number}`}>{t("Nhiệm vụ {number}", { number: task.number })}</h2>
      <p>{task.content}</p>
      <Facts
        facts={[
          [t("Chủ trì"), task.lead.map((body) => body.name).join("; ")],
          [t("Phối hợp"), task.coordinating.map((body) => body.name).join("; ")],
          [t("Sản phẩm"), task.products.join("; ")],
          [t("Thời hạn"), task.deadline_text],
        ]}
      />
      {task.note && <p className="table-note">{task.note}</p>}
      <TaskMissing missing={missing} />
      <TaskMilestones milestones={milestones} />
      {survey && <TaskSurveys surveys={surveys} today={today} leads={leads} />}
      <TaskReports reports={reports} />
      <TaskDocuments documents={documents} />
      {mayWrite && (
        <p className="actions">
          <Link className="button button-quiet" to={`/tasks/${year}/${task.number}`}>
            {t(survey ? "Ghi văn bản, lập báo cáo của nhiệm vụ {number}" : "Ghi văn bản của nhiệm vụ {number}", {
              number: task.number,
            })}
          </Link>
        </p>
      )}
    </article>
  );
}
