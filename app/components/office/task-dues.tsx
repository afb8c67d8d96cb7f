import { Link } from "@remix-run/react";
import { formatDay } from "~/i18n/dates";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { Due, DueStep } from "~/reports/task-dues";
import { useDaysLeft } from "./task-milestones";
import { useGapText } from "./task-missing";

/** What the reader's tasks still owe, the longest overdue first, each with the next thing to do. */
export function TaskDues({ dues, year, mayWrite }: { dues: readonly Due[]; year: number; mayWrite: boolean }) {
  const t = useWords();
  const overdue = dues.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length;
  return (
    <section className="card dues" aria-labelledby="dues-heading">
      <h2 id="dues-heading">{t("Việc còn phải làm")}</h2>
      {dues.length === 0 ? (
        <p>{t("Nhiệm vụ cơ quan bạn chủ trì không còn thiếu gì.")}</p>
      ) : (
        <>
          {overdue > 0 && (
            <p>
              {t("{n} việc đã quá hạn. Quá hạn vẫn phải làm: việc chỉ hết khi có văn bản hoặc báo cáo.", {
                n: overdue,
              })}
            </p>
          )}
          <ol>
            {dues.map((due) => (
              <li key={`${due.year}-${due.taskNumber}-${due.kind}-${due.by ?? ""}`}>
                <DueLine due={due} year={year} mayWrite={mayWrite} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function DueLine({ due, year, mayWrite }: { due: Due; year: number; mayWrite: boolean }) {
  const t = useWords();
  const gapText = useGapText();
  const count = useDaysLeft();
  const { taskNumber: number, lastDay, daysLeft, lacks, step } = due;
  return (
    <>
      {daysLeft !== null && <strong className={daysLeft < 0 ? "due-late" : undefined}>{count(daysLeft)}</strong>}{" "}
      {due.year === year ? (
        <a href={`#task-${number}`}>{t("Nhiệm vụ {number}", { number })}</a>
      ) : (
        <Link to={`/tasks?year=${due.year}#task-${number}`}>
          {t("Nhiệm vụ {number}, năm {year}", { number, year: due.year })}
        </Link>
      )}
      {": "}
      {t(dueName(due), { body: due.by ?? "" })}
      {lastDay !== null && ` (${t("ngày cuối {day}", { day: formatDay(lastDay) })})`}.{" "}
      {lacks.length > 0 && `${lacks.map(gapText).join("; ")}. `}
      {mayWrite && step && <Link to={addressOf(due, step)}>{t(STEPS[step.kind])}</Link>}
    </>
  );
}

function dueName({ kind, survey, lastDay }: Due): Phrase {
  if (kind === "plan") return "Kế hoạch thực hiện, trước khi mở đợt khảo sát đầu tiên";
  if (kind === "product") return lastDay === null ? "Văn bản của nhiệm vụ" : "Báo cáo kết quả";
  return survey
    ? "Báo cáo 12 tháng với số liệu tạm tính, để {body} tổng hợp Phụ lục 03"
    : "Gửi kết quả thực hiện để {body} tổng hợp Phụ lục 03";
}

const STEPS: Readonly<Record<DueStep["kind"], Phrase>> = {
  "write-plan": "Soạn kế hoạch",
  finalise: "Chốt kết quả của đợt",
  "open-survey": "Xem đợt khảo sát",
  "new-survey": "Tạo đợt khảo sát",
  "enter-document": "Ghi số văn bản",
  "make-period": "Lập báo cáo 12 tháng",
  "make-report": "Lập báo cáo tổng hợp",
};

function addressOf({ year, taskNumber }: Due, step: DueStep): string {
  switch (step.kind) {
    case "write-plan":
      return `/surveys/${step.surveyId}/plan`;
    case "finalise":
    case "open-survey":
      return `/surveys/${step.surveyId}`;
    case "new-survey":
      return "/surveys/new";
    case "enter-document":
      return `/tasks/${year}/${taskNumber}`;
    case "make-period":
      return `/reports?kind=period&task=${year}/${taskNumber}&period=12-months`;
    case "make-report":
      return `/reports?kind=task&task=${year}/${taskNumber}`;
  }
}
