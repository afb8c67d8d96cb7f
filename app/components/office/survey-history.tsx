import type { ActivityKind } from "~/access/activity";
import { ACTIVITY_NAMES } from "~/i18n/activity-names";
import { formatDay } from "~/i18n/dates";
import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { targetText } from "~/indices/target-verdict";
import { REVIEW_DECISIONS } from "~/responses/review";
import type { RunningSurvey } from "~/surveys/running-survey";
import { TableRegion } from "./table-region";

/** Particulars that are told as they are. */
const COUNTED: Readonly<Record<string, Phrase>> = {
  where: "Nơi: {value}",
  responses: "Số phiếu: {value}",
  added: "Thêm: {value}",
  changed: "Sửa: {value}",
  label: "Tên: {value}",
  reason: "Lý do: {value}",
  size: "Số mã: {value}",
  codes: "Số mã: {value}",
  file: "Tệp: {value}",
  purpose: "Mục đích: {value}",
  note: "Lời ghi: {value}",
  records: "Số phiếu: {value}",
  suppressed: "Số ô bỏ trống: {value}",
};

/** What was done with a survey, by whom and when, the latest first; its dates act by themselves. */
export function SurveyHistory({ steps }: { steps: RunningSurvey["steps"] }) {
  const t = useWords();
  const particulars = useParticulars();
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">{t("Lịch sử")}</h2>
      <TableRegion label={t("Bảng lịch sử của đợt khảo sát")}>
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{t("Lúc")}</th>
              <th scope="col">{t("Việc")}</th>
              <th scope="col">{t("Người làm")}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ id, moment, kind, detail, by }) => {
              const more = particulars(kind, detail);
              return (
                <tr key={id}>
                  <td data-label={t("Lúc")}>{moment}</td>
                  <th scope="row">
                    {t(ACTIVITY_NAMES[kind as ActivityKind])}
                    {more.length > 0 && <span className="sub">{more.join("; ")}</span>}
                  </th>
                  <td data-label={t("Người làm")}>{by ?? t("tự động")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function useParticulars() {
  const t = useWords();
  const { reviews } = useNames();
  return (kind: string, detail: RunningSurvey["steps"][number]["detail"]): string[] => {
    const {
      day,
      closesOn,
      opensOn,
      titleBefore,
      formBefore,
      unitsAdded,
      unitsRemoved,
      units,
      targetRate,
      populations,
    } = detail;
    const parts: string[] = REVIEW_DECISIONS.filter((one) => one === detail.decision).map((one) => reviews[one]);
    if (typeof day === "string" && kind === "responses.review") {
      parts.push(t("Phiếu ngày: {value}", { value: formatDay(day) }));
    }
    if (typeof day === "string" && kind === "survey.begin") parts.push(t("ngày đầu {day}", { day: formatDay(day) }));
    if (typeof day === "string" && kind === "survey.close") {
      parts.push(t("hết ngày cuối {day}", { day: formatDay(day) }));
    }
    if (kind === "survey.targets" && !units) {
      parts.push(t("chưa đơn vị nào có chỉ tiêu"));
      if (populations) parts.push(t("quy mô của {n} đơn vị", { n: formatCount(Number(populations)) }));
    } else if (typeof units === "number") parts.push(t("{n} đơn vị", { n: formatCount(units) }));
    if (typeof titleBefore === "string") parts.push(t("đổi tên, trước là “{title}”", { title: titleBefore }));
    if (typeof formBefore === "string") parts.push(t("đổi mẫu phiếu, trước là “{title}”", { title: formBefore }));
    if (typeof opensOn === "string") parts.push(t("bắt đầu ngày {day}", { day: formatDay(opensOn) }));
    if (typeof closesOn === "string") parts.push(t("kết thúc ngày {day}", { day: formatDay(closesOn) }));
    if (typeof targetRate === "number") parts.push(t("mục tiêu {target}", { target: targetText(targetRate) }));
    if (targetRate === null) parts.push(t("bỏ mục tiêu"));
    if (typeof unitsAdded === "number") parts.push(t("thêm {n} đơn vị", { n: formatCount(unitsAdded) }));
    if (typeof unitsRemoved === "number") parts.push(t("bớt {n} đơn vị", { n: formatCount(unitsRemoved) }));
    for (const [key, phrase] of Object.entries(COUNTED)) {
      const value = detail[key];
      if (typeof value === "number") parts.push(t(phrase, { value: formatCount(value) }));
      if (typeof value === "string" && value !== "") parts.push(t(phrase, { value }));
    }
    return parts;
  };
}
