import { Link } from "@remix-run/react";
import { PERIOD_NAMES } from "~/i18n/report-names";
import { useWords } from "~/i18n/use-words";
import type { BoardTask } from "~/reports/task-board";

/** The reports that have been made for a task. */
export function TaskReports({ reports }: { reports: BoardTask["reports"] }) {
  const t = useWords();
  if (reports.length === 0) return null;
  return (
    <>
      <h3>{t("Báo cáo của nhiệm vụ")}</h3>
      <ul>
        {reports.map(({ id, period }) => (
          <li key={id}>
            <Link to={`/reports/${id}`}>
              {period === null ? t("Báo cáo tổng hợp") : t("Báo cáo {period}", { period: t(PERIOD_NAMES[period]) })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
