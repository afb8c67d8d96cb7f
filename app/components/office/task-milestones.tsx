import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Milestone } from "~/reports/task-standing";

/** The days of a task and how far off they are, overdue said in words. */
export function TaskMilestones({ milestones }: { milestones: readonly Milestone[] }) {
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
      <ul className="task-milestones">
        {milestones.map((milestone) => (
          <li key={name(milestone)}>
            {name(milestone)}:{" "}
            {milestone.lastDay === null
              ? t("chưa biết ngày")
              : t("ngày cuối {day}", { day: formatDay(milestone.lastDay) })}
            {remaining(milestone) !== null && (
              <>
                , <strong>{remaining(milestone)}</strong>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function useRemaining(): (milestone: Milestone) => string | null {
  const t = useWords();
  const count = useDaysLeft();
  return ({ kind, lastDay, daysLeft, done }) => {
    if (done) return t("đã có văn bản");
    if (lastDay === null) return null;
    if (daysLeft === null) return t("không còn tính");
    // Whether figures reached who compiles is not known here.
    return kind === "compiled" && daysLeft < 0 ? t("đã qua {n} ngày", { n: -daysLeft }) : count(daysLeft);
  };
}

/** How many days are left to a day, or how long it has been overdue. */
export function useDaysLeft(): (daysLeft: number) => string {
  const t = useWords();
  const language = useLanguage();
  return (daysLeft) => {
    const n = formatCount(Math.abs(daysLeft), language);
    if (daysLeft > 0) return t("còn {n} ngày", { n });
    return daysLeft === 0 ? t("hôm nay là ngày cuối") : t("QUÁ HẠN {n} ngày", { n });
  };
}
