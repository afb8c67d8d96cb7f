import { useMemo } from "react";
import { BarChart } from "~/components/bar-chart";
import { formatDay } from "~/i18n/dates";
import { capitalized } from "~/i18n/names";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import type { Break } from "~/indices/break-markers";
import { shortNamesOf, type Trend } from "~/indices/trend";
import { isProbabilityBasis } from "~/surveys/survey";
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
export function TrendSeries({ trend: { points, unit } }: { trend: Trend }) {
  const t = useWords();
  const names = useNames();
  // The table has the titles; bars are told apart by their years, and the mark stands where the series breaks.
  const bars = useMemo(() => {
    const names = shortNamesOf(points.map(({ survey }) => survey));
    const label = (id: number, breaks: readonly Break[]) => (names.get(id) ?? "") + (breaks.length > 0 ? " ◆" : "");
    return rateBars(points.map(({ survey, overall, breaks }) => ({ label: label(survey.id, breaks), row: overall })));
  }, [points]);
  // One survey whose sample was not drawn by chance makes the whole column no more than that.
  const bases = points.map(({ survey }) => survey.basis);
  const weakest = bases.find((basis) => !isProbabilityBasis(basis)) ?? bases[0];
  return (
    <section aria-labelledby="series-heading">
      <h2 id="series-heading">{unit ? t("Chỉ số chung của {unit}", { unit: unit.name }) : t("Chỉ số chung")}</h2>
      <p>
        {t("Chỉ tính trên các câu có ở mọi đợt được so sánh, nên có thể khác con số ở trang Kết quả của từng đợt.")}
      </p>
      <BarChart label={t("Tỷ lệ hài lòng qua các đợt, phần trăm")} bars={bars} />
      {points.some(({ breaks }) => breaks.length > 0) && (
        <p className="table-note">{t("◆ Điều kiện so sánh với đợt ngay trước đã đổi: xem cột cuối của bảng.")}</p>
      )}
      <TableRegion label={t("Bảng chỉ số qua các đợt")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("Đợt khảo sát")}</th>
              {weakest && <FigureHeadings basis={weakest} />}
              <th scope="col">{t("So với đợt trước")}</th>
              <th scope="col">{t("Điều kiện so sánh đã đổi")}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ survey, overall, breaks, change, split }, at) => (
              <tr key={survey.id}>
                <th scope="row">
                  {survey.title + (breaks.length > 0 ? " ◆" : "")}
                  <span className="sub">
                    {formatDay(survey.opensOn)}–{formatDay(survey.closesOn)}
                  </span>
                </th>
                {split.length > 0 ? (
                  <td colSpan={6}>
                    {t("Không so sánh được trực tiếp: {units} chỉ có một phần nay thuộc đơn vị này.", {
                      units: split.join(", "),
                    })}
                  </td>
                ) : (
                  <>
                    <FigureCells row={overall} />
                    <td>{at === 0 ? capitalized(t("đợt đầu")) : <ChangeText change={change} />}</td>
                    <td>
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
