import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Milestone } from "~/reports/task-standing";
import { TableRegion } from "./table-region";

/** The days of a task and how far off they are, overdue said in words. */
export function TaskMilestones({ milestones, year }: { milestones: readonly Milestone[]; year: number }) {
  const t = useWords();
  const remaining = useRemaining();
  if (milestones.length === 0) return null;
  const name = ({ kind, by }: Milestone) => {
    if (kind === "plan") return t("Kế hoạch thực hiện, trước khi mở đợt khảo sát đầu tiên");
    return kind === "compiled" ? t("{body} tổng hợp Phụ lục 03", { body: by ?? "" }) : t("Báo cáo kết quả");
  };
  return (
    <>
      <h3>{t("Các mốc trong năm")}</h3>
      <TableRegion label={t("Bảng các mốc năm {year}", { year })}>
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{t("Việc")}</th>
              <th scope="col">{t("Ngày cuối")}</th>
              <th scope="col">{t("Thời gian còn lại")}</th>
            </tr>
          </thead>
          <tbody>
            {milestones.map((milestone) => (
              <tr key={name(milestone)}>
                <th scope="row">{name(milestone)}</th>
                <td data-label={t("Ngày cuối")}>
                  {milestone.lastDay === null ? t("chưa biết") : formatDay(milestone.lastDay)}
                </td>
                <td data-label={t("Thời gian còn lại")}>{remaining(milestone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}

function useRemaining(): (milestone: Milestone) => string {
  const t = useWords();
  const language = useLanguage();
  return ({ kind, daysLeft, done }) => {
    if (done) return t("đã có văn bản");
    if (daysLeft === null) return "–";
    const n = formatCount(Math.abs(daysLeft), language);
    if (daysLeft > 0) return t("còn {n} ngày", { n });
    if (daysLeft === 0) return t("hôm nay là ngày cuối");
    // Whether figures reached who compiles is not known here.
    return kind === "compiled" ? t("đã qua {n} ngày", { n }) : t("QUÁ HẠN {n} ngày", { n });
  };
}
