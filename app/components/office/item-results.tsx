import { formatCount, type Language } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { say } from "~/i18n/words";
import { NO_DATA, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import { hasSizeHeadline } from "~/indices/size-view";
import type { UnitResultsView } from "~/indices/survey-results";
import { isScored, scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire, ScaleItem } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis } from "~/surveys/survey";
import { ChoiceResults } from "./choice-results";
import { FigureCells, FigureHeadings } from "./figure-columns";
import { MarkNotes } from "./mark-notes";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

/** Every scored criterion with its counts and whole distribution, then the other questions. */
export function ItemResults({ results }: { results: UnitResultsView }) {
  const t = useWords();
  const { questionnaire, measures } = results;
  const { basis } = results.survey;
  const rowOf = (item: Item) => measures.find((row) => row.level === "item" && row.code === item.code);
  const scored = questionnaire.items.filter(isScored);
  const scales = [...new Set(scored.map((item) => item.scale))];
  const others = questionnaire.items.filter((item) => !isScored(item) && item.type !== "text");
  return (
    <>
      {scales.map((scale, index) => (
        <CriteriaTable
          key={scale}
          heading={index === 0 ? "items-heading" : `items-heading-${index + 1}`}
          isPooledAside={hasSizeHeadline(results.sized.rows)}
          questionnaire={questionnaire}
          basis={basis}
          lines={scored.filter((item) => item.scale === scale).map((item) => ({ item, row: rowOf(item) }))}
        />
      ))}
      {others.length > 0 && (
        <section aria-labelledby="others-heading">
          <h2 id="others-heading">{t("Câu hỏi khác")}</h2>
          {others.map((item) => (
            <ChoiceResults key={item.code} questionnaire={questionnaire} basis={basis} item={item} row={rowOf(item)} />
          ))}
        </section>
      )}
    </>
  );
}

interface Line {
  item: ScaleItem;
  row: MeasureRow | undefined;
}

function CriteriaTable({
  heading,
  isPooledAside,
  questionnaire,
  basis,
  lines,
}: {
  heading: string;
  /** Whether the page has figures theo quy mô above, so that these must say that they are not. */
  isPooledAside: boolean;
  questionnaire: Questionnaire;
  basis: SampleBasis;
  lines: Line[];
}) {
  const t = useWords();
  const { reversedMark } = useNames();
  const language = useLanguage();
  const first = lines[0];
  if (!first) return null;
  const excludedName = t("Không sử dụng");
  const levels = scaleOf(questionnaire, first.item).levels;
  const headOf = ({ excluded, value }: (typeof levels)[number]) => (excluded ? excludedName : String(value));
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t("Theo tiêu chí")}</h2>
      <TableRegion label={t("Bảng kết quả theo tiêu chí")}>
        <table className="wide stacked threes">
          <thead>
            <tr>
              <th scope="col">{t("Tiêu chí")}</th>
              <FigureHeadings basis={basis} />
              {levels.map((level) => (
                <NumericHeading key={level.value} title={level.label.vi}>
                  {headOf(level)}
                  <span className="visually-hidden">: {level.label.vi}</span>
                </NumericHeading>
              ))}
              <NumericHeading>{t("Trống")}</NumericHeading>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ item, row }) => (
              <tr key={item.code}>
                <th scope="row">
                  <span className="item-code">{item.code}</span> {item.text.vi} {item.reverse && reversedMark}
                </th>
                <FigureCells row={row} basis={basis} />
                {levels.map((level) => (
                  <td key={level.value} className="numeric" data-label={headOf(level)}>
                    {countText(row, language, row?.levels?.[String(level.value)])}
                  </td>
                ))}
                <td className="numeric" data-label={t("Trống")}>
                  {countText(row, language, row?.n_missing)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <MarkNotes rows={lines.map(({ row }) => row)} />
      <p className="table-note">
        {[
          ...levels.map(({ excluded, value, label }) => `${excluded ? excludedName : value}: ${label.vi}`),
          t("Trống: được hỏi mà không trả lời"),
        ].join("; ")}
        {t(". n, tỷ lệ và điểm trung bình chỉ tính câu trả lời hợp lệ.")}
        {isPooledAside && ` ${t("Con số ở bảng này là gộp phiếu: mỗi phiếu tính như nhau.")}`}
      </p>
    </section>
  );
}

function countText(row: MeasureRow | undefined, language: Language, count: number | null | undefined): string {
  if (row?.suppressed) return "–";
  if (row === undefined) return say(language, NO_DATA);
  return stateOf(row) === "empty" && count == null ? "–" : formatCount(count ?? 0, language);
}
