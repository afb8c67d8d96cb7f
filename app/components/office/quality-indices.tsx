import { formatCount } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import { markedRateText, meanIntervalText, meanText, personsText, rateIntervalText, stateOf } from "~/indices/figures";
import { allSatisfiedName, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { QualityPage } from "~/indices/quality-page";
import type { MeasureRow } from "~/indices/result";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis } from "~/surveys/survey";
import { MarkNotes } from "./mark-notes";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

/** Every index of the survey with all forms that count, beside the same without flagged ones. */
export function QualityIndices({
  page: { indices, leftOutOfWithout },
  questionnaire,
  minimums,
  basis,
}: {
  page: QualityPage;
  questionnaire: Pick<Questionnaire, "factors" | "domains" | "sector">;
  minimums: { cell: number; unit: number };
  basis: SampleBasis;
}) {
  const t = useWords();
  const names = useNames();
  const message = useMessages();
  const language = useLanguage();
  if (indices.length === 0) return null;
  const sides = [t("Mọi phiếu được tính"), t("Không có phiếu có dấu hiệu")] as const;
  const nameOf = ({ level, code }: MeasureRow) => {
    if (level === "overall") return t(OVERALL_RATE_NAME);
    if (level === "all-satisfied") return message(allSatisfiedName(questionnaire.sector));
    const parts = level === "factor" ? questionnaire.factors : (questionnaire.domains ?? []);
    return `${code}. ${parts.find((part) => part.code === code)?.title.vi ?? ""}`;
  };
  return (
    <section aria-labelledby="indices-heading">
      <h2 id="indices-heading">{t("Chỉ số khi có và không có phiếu có dấu hiệu")}</h2>
      <p>
        {leftOutOfWithout === 0
          ? t("Không có phiếu nào có dấu hiệu trong kết quả: hai cột như nhau.")
          : t(
              "Cột “không có” bỏ {n} phiếu có dấu hiệu. Đây chỉ là so sánh; kết quả không đổi khi chưa có quyết định loại.",
              {
                n: formatCount(leftOutOfWithout, language),
              },
            )}
      </p>
      <TableRegion label={t("Chỉ số khi có và không có phiếu có dấu hiệu")}>
        <table className="stacked figures">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t("Chỉ số")}
              </th>
              {sides.map((side) => (
                <th key={side} scope="colgroup" colSpan={2} className="numeric">
                  {side}
                </th>
              ))}
            </tr>
            <tr>
              {sides.map((side) => (
                <SideHeadings key={side} />
              ))}
            </tr>
          </thead>
          <tbody>
            {indices.map((pair) => (
              <tr key={`${pair.with.level}-${pair.with.code}`}>
                <th scope="row">{nameOf(pair.with)}</th>
                <SideFigures side={sides[0]} row={pair.with} />
                <SideFigures side={sides[1]} row={pair.without} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="table-note">
        {t("Dưới mỗi con số: n là số người (ở tỷ lệ), rồi {interval}.", { interval: names.interval(basis) })}{" "}
        {names.intervalExplanation(basis)}
      </p>
      {indices.some(({ without }) => without.suppressed === "masked") && (
        <p className="table-note">
          {t(
            "Dưới {cell} phiếu có dấu hiệu thì không công bố chỉ số khi bỏ chúng: lấy hai cột trừ nhau sẽ ra câu trả lời của ít người.",
            { cell: minimums.cell },
          )}
        </p>
      )}
      <MarkNotes rows={indices.flatMap((pair) => [pair.with, pair.without])} />
    </section>
  );
}

function SideHeadings() {
  const t = useWords();
  return (
    <>
      <NumericHeading>{t("Tỷ lệ hài lòng")}</NumericHeading>
      <NumericHeading>{t("Điểm trung bình")}</NumericHeading>
    </>
  );
}

/** Rate and mean with their intervals and, under the first, the persons they rest on. */
function SideFigures({ side, row }: { side: string; row: MeasureRow }) {
  const t = useWords();
  const language = useLanguage();
  const isTold = stateOf(row) === "published";
  return (
    <>
      <td className="numeric" data-label={`${side}: ${t("Tỷ lệ hài lòng")}`}>
        {markedRateText(row, language)}
        {isTold && (
          <>
            <span className="sub">{t("n = {n}", { n: personsText(row, language) })}</span>
            <span className="sub">{rateIntervalText(row, language)}</span>
          </>
        )}
      </td>
      <td className="numeric" data-label={`${side}: ${t("Điểm trung bình")}`}>
        {meanText(row, language)}
        {isTold && row.mean != null && <span className="sub">{meanIntervalText(row, language)}</span>}
      </td>
    </>
  );
}
