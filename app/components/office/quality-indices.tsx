import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import { markedRateText, meanText, personsText } from "~/indices/figures";
import { allSatisfiedName, OVERALL_RATE_NAME } from "~/indices/measure-names";
import type { QualityPage } from "~/indices/quality-page";
import type { MeasureRow } from "~/indices/result";
import type { Questionnaire } from "~/questionnaires/questionnaire-schema";
import { MarkNotes } from "./mark-notes";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

/** Every index of the survey with all forms that count, beside the same without flagged ones. */
export function QualityIndices({
  page: { indices, leftOutOfWithout },
  questionnaire,
  minimums,
}: {
  page: QualityPage;
  questionnaire: Pick<Questionnaire, "factors" | "domains" | "sector">;
  minimums: { cell: number; unit: number };
}) {
  const t = useWords();
  const message = useMessages();
  const language = useLanguage();
  if (indices.length === 0) return null;
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
        <table>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t("Chỉ số")}
              </th>
              <th scope="colgroup" colSpan={3} className="numeric">
                {t("Mọi phiếu được tính")}
              </th>
              <th scope="colgroup" colSpan={3} className="numeric">
                {t("Không có phiếu có dấu hiệu")}
              </th>
            </tr>
            <tr>
              <SideHeadings />
              <SideHeadings />
            </tr>
          </thead>
          <tbody>
            {indices.map((pair) => (
              <tr key={`${pair.with.level}-${pair.with.code}`}>
                <th scope="row">{nameOf(pair.with)}</th>
                <SideFigures row={pair.with} />
                <SideFigures row={pair.without} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
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
      <NumericHeading>{t("n (người)")}</NumericHeading>
      <NumericHeading>{t("Tỷ lệ hài lòng")}</NumericHeading>
      <NumericHeading>{t("Điểm trung bình")}</NumericHeading>
    </>
  );
}

function SideFigures({ row }: { row: MeasureRow }) {
  const language = useLanguage();
  return (
    <>
      <td className="numeric">{personsText(row, language)}</td>
      <td className="numeric">{markedRateText(row, language)}</td>
      <td className="numeric">{meanText(row, language)}</td>
    </>
  );
}
