import { useMemo } from "react";
import { BarChart } from "~/components/bar-chart";
import { formatDay } from "~/i18n/dates";
import { capitalized } from "~/i18n/names";
import type { Language } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { Break } from "~/indices/break-markers";
import { markedRateText, personsText, rateIntervalText } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import { shortNamesOf, type Trend, type TrendPoint, weakestBasis } from "~/indices/trend";
import { ChangeText } from "./change-text";
import { FigureCells, FigureHeadings } from "./figure-columns";
import { MarkNotes } from "./mark-notes";
import { rateBars } from "./rate-bars";
import { TableRegion } from "./table-region";

const BREAK_WORDS: Readonly<Record<Break, Phrase>> = {
  version: "phiên bản mẫu phiếu khác",
  rule: "cách tính chỉ số khác",
  channels: "kênh thu phiếu khác nhiều",
  sampling: "cách chọn người trả lời khác",
  coverage: "đơn vị được khảo sát khác nhiều",
  boundary: "địa giới, tổ chức đơn vị đã đổi",
};

/** The overall index survey by survey, with what breaks the series said beside the figure and not in a footnote. */
export function TrendSeries({ trend: { points, unit, isSized } }: { trend: Trend }) {
  const t = useWords();
  const language = useLanguage();
  const names = useNames();
  // The table has the titles; bars are told apart by their years, and the mark stands where the series breaks.
  const bars = useMemo(() => {
    const names = shortNamesOf(points.map(({ survey }) => survey));
    const label = (id: number, breaks: readonly Break[]) => (names.get(id) ?? "") + (breaks.length > 0 ? " ◆" : "");
    return rateBars(points.map(({ survey, overall, breaks }) => ({ label: label(survey.id, breaks), row: overall })));
  }, [points]);
  const weakest = weakestBasis(points);
  return (
    <section aria-labelledby="series-heading">
      <h2 id="series-heading">
        {unit ? t("Chỉ số chung của {unit}", { unit: unit.name }) : t("Chỉ số chung")}
        {isSized && t(", theo quy mô")}
      </h2>
      <p>
        {t("Chỉ tính trên các câu có ở mọi đợt được so sánh, nên có thể khác con số ở trang Kết quả của từng đợt.")}{" "}
        {isSized
          ? t("Con số đứng trước là theo quy mô, như ở trang Kết quả; gộp phiếu ghi bên dưới.")
          : t(
              "Con số là gộp phiếu: mỗi phiếu tính như nhau. Theo quy mô chỉ đặt cạnh nhau được khi mọi đợt đều có, trên cùng các câu và cùng đơn vị.",
            )}
      </p>
      <BarChart label={t("Tỷ lệ hài lòng qua các đợt, phần trăm")} bars={bars} />
      {points.some(({ breaks }) => breaks.length > 0) && (
        <p className="table-note">{t("◆ Điều kiện so sánh với đợt ngay trước đã đổi: xem cột cuối của bảng.")}</p>
      )}
      <TableRegion label={t("Bảng chỉ số qua các đợt")}>
        <table className="stacked figures">
          <thead>
            <tr>
              <th scope="col">{t("Đợt khảo sát")}</th>
              {weakest && <FigureHeadings basis={weakest} />}
              <th scope="col">{t("So với đợt trước")}</th>
              <th scope="col">{t("Điều kiện so sánh đã đổi")}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ survey, overall, pooled, breaks, change, split, madeOf, changedOn }, at) => (
              <tr key={survey.id}>
                <th scope="row">
                  {survey.title + (breaks.length > 0 ? " ◆" : "")}
                  <span className="sub">
                    {formatDay(survey.opensOn)}–{formatDay(survey.closesOn)}
                  </span>
                  {pooled && (
                    <span className="sub">{t("Gộp phiếu: {figure}", { figure: pooledText(pooled, language) })}</span>
                  )}
                  {split.length === 0 && overall && !overall.suppressed && madeOf.length > 0 && (
                    <span className="sub">
                      {t("Gộp phiếu của {n} đơn vị cũ nay thuộc đơn vị này: {units}.", {
                        ...{ n: madeOf.length, units: madeOf.join(", ") },
                      })}
                    </span>
                  )}
                  {split.length === 0 &&
                    changedOn.map((day) => (
                      <span key={day} className="sub">
                        {t(
                          "Đơn vị nhận thêm đơn vị khác từ {day}, giữa lúc thu phiếu: phiếu trước ngày ấy vẫn thuộc đơn vị cũ, không có trong con số này.",
                          { day: formatDay(day) },
                        )}
                      </span>
                    ))}
                </th>
                {split.length > 0 ? (
                  <td colSpan={6}>
                    {t(
                      "Không so sánh được trực tiếp: có đơn vị cũ bị chia, chỉ một phần nay thuộc đơn vị này, và phiếu cũ không cho biết thuộc phần nào.",
                    )}
                    <ul className="split-units">
                      {split.map(({ name, on, into }) => (
                        <li key={name}>
                          {t("{unit}: từ {day} chia về {units}.", {
                            ...{ unit: name, day: formatDay(on), units: into.join(", ") },
                          })}
                        </li>
                      ))}
                    </ul>
                  </td>
                ) : (
                  <>
                    <FigureCells row={overall} basis={weakest ?? "voluntary"} />
                    <td data-label={t("So với đợt trước")}>
                      {at === 0 ? (
                        capitalized(t("đợt đầu"))
                      ) : (
                        <ChangeText change={change} why={t(whyNoChange(points[at - 1], overall))} />
                      )}
                    </td>
                    <td data-label={at === 0 ? undefined : t("Điều kiện so sánh đã đổi")}>
                      {at > 0 &&
                        (breaks.length === 0
                          ? capitalized(t("không"))
                          : capitalized(breaks.map((kind) => t(BREAK_WORDS[kind])).join("; ")))}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <MarkNotes rows={points.map(({ overall }) => overall ?? undefined)} />
      <p className="table-note">
        {t(
          "Kết luận về chênh lệch theo khoảng Newcombe, điều chỉnh Holm cho cả bảng. Nơi điều kiện so sánh đã đổi, chênh lệch có thể do điều kiện đó chứ không do dịch vụ.",
        )}
      </p>
      {weakest && <p className="table-note">{names.intervalExplanation(weakest)}</p>}
    </section>
  );
}

/** The pooled rate of a survey with its interval and persons, as it stands beside the figure theo quy mô. */
function pooledText(row: MeasureRow, language: Language): string {
  const rate = markedRateText(row, language);
  return row.rate_ci == null
    ? rate
    : `${rate} (${rateIntervalText(row, language)}%, n = ${personsText(row, language)})`;
}

/** Why a survey is not set against the one before it. */
function whyNoChange(before: TrendPoint | undefined, own: MeasureRow | null): Phrase {
  if (before && before.split.length > 0) return "Đợt trước không so sánh được trực tiếp";
  if (own?.suppressed || before?.overall?.suppressed) return "Không so sánh được: có đợt không công bố";
  return "Không so sánh được: có đợt chưa có dữ liệu";
}
