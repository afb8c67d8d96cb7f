import { Form, Link, useNavigation } from "@remix-run/react";
import { PERIOD_NAMES, REPORT_KIND_NAMES } from "~/i18n/report-names";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { NEW_KINDS, type NewKind, type ReportChoices } from "~/reports/listed-report";
import { REPORT_PERIODS } from "~/snapshots/report-kinds";
import { SelectField } from "./select-field";

const HINTS: Readonly<Record<NewKind, Phrase>> = {
  survey: "Đợt chưa chốt vẫn lập được: báo cáo ghi “số liệu tạm tính” và cập nhật được sau khi chốt.",
  task: "Tổng hợp các đợt đã chốt của nhiệm vụ trong năm, mỗi đợt một phần, không lấy bình quân chung.",
  period: "Báo cáo Chủ tịch UBND tỉnh (qua Sở Nội vụ), với số liệu tạm tính đến hôm nay.",
  comparison: "Đặt đợt này cạnh đợt năm trước, chỉ trên các câu có ở cả hai mẫu phiếu.",
};

interface Choosing {
  kind: NewKind;
  /** Task that the address names, `2026/4`; null: none. */
  task: string | null;
  /** Period that the address names. */
  period: string | null;
  choices: ReportChoices;
}

/** Makes a report: its kind first, then what it is about. */
export function NewReport({ kind, task, period, choices }: Choosing) {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  return (
    <section className="card" aria-labelledby="new-report-heading">
      <h2 id="new-report-heading">{t("Lập báo cáo")}</h2>
      <nav className="actions" aria-label={t("Loại báo cáo")}>
        {NEW_KINDS.map((one) => (
          <Link
            key={one}
            to={`/reports?kind=${one}`}
            className="button button-quiet"
            aria-current={one === kind ? "page" : undefined}
            preventScrollReset
          >
            {t(REPORT_KIND_NAMES[one])}
          </Link>
        ))}
      </nav>
      <Form key={kind} method="post" className="form-stack">
        <input type="hidden" name="kind" value={kind} />
        <Choice kind={kind} task={task} period={period} choices={choices} />
        <p className="hint">{t(HINTS[kind])}</p>
        {!isEmpty(kind, choices) && (
          <div>
            <button type="submit" className="button" disabled={busy}>
              {busy ? t("Đang lập…") : t("Lập báo cáo")}
            </button>
          </div>
        )}
      </Form>
    </section>
  );
}

/** The task of the newest plan, where whoever asks leads only one of its tasks: nothing is left to choose. */
function onlyTask({ tasks }: ReportChoices): string | undefined {
  const newest = tasks.filter(({ year }) => year === Math.max(...tasks.map((task) => task.year)));
  return newest.length === 1 && newest[0] ? `${newest[0].year}/${newest[0].number}` : undefined;
}

function isEmpty(kind: NewKind, { surveys, comparable, tasks }: ReportChoices): boolean {
  const offered = kind === "survey" ? surveys : kind === "comparison" ? comparable : tasks;
  return offered.length === 0;
}

const EMPTY: Readonly<Record<NewKind, Phrase>> = {
  survey: "Chưa có đợt khảo sát nào đã mở do cơ quan bạn thực hiện.",
  task: "Không có nhiệm vụ khảo sát nào do cơ quan bạn chủ trì.",
  period: "Không có nhiệm vụ khảo sát nào do cơ quan bạn chủ trì.",
  comparison: "Chưa có đợt nào dùng mẫu phiếu nối được với mẫu của một đợt năm trước.",
};

function Choice({ kind, task, period: asked, choices }: Choosing) {
  const t = useWords();
  if (isEmpty(kind, choices)) return <p className="empty-state">{t(EMPTY[kind])}</p>;
  if (kind === "survey" || kind === "comparison") {
    const offered = kind === "survey" ? choices.surveys : choices.comparable;
    return (
      <SelectField
        name="surveyId"
        label={t("Đợt khảo sát")}
        placeholder={t("Chọn đợt")}
        value={choices.chosen === null ? undefined : String(choices.chosen.id)}
        options={offered.map(({ id, title }) => ({ value: String(id), label: title }))}
      />
    );
  }
  return (
    <>
      <SelectField
        name="task"
        label={t("Nhiệm vụ")}
        placeholder={t("Chọn nhiệm vụ")}
        value={task ?? onlyTask(choices)}
        options={choices.tasks.map(({ year, number, content }) => ({
          value: `${year}/${number}`,
          label: t("Năm {year}, nhiệm vụ {number}: {content}", { year, number, content }),
        }))}
      />
      {kind === "period" ? (
        <SelectField
          name="period"
          label={t("Kỳ báo cáo")}
          placeholder={t("Chọn kỳ")}
          value={asked ?? undefined}
          options={REPORT_PERIODS.map((period) => ({ value: period, label: t(PERIOD_NAMES[period]) }))}
        />
      ) : (
        <label className="check">
          <input type="checkbox" name="provisional" value="yes" />
          {t("Lấy cả số liệu tạm tính của các đợt chưa chốt")}
        </label>
      )}
    </>
  );
}
