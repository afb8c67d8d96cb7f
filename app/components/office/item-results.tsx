import { capitalized, intervalName, REVERSED_MARK } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { markedRateText, meanText, NO_DATA, personsText, rateIntervalText, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import type { UnitResultsView } from "~/indices/survey-results";
import { isScored, scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire, ScaleItem } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis } from "~/surveys/survey";
import { ChoiceResults } from "./choice-results";
import { MarkNotes } from "./mark-notes";
import { TableRegion } from "./table-region";

/** Every scored criterion with its counts and whole distribution, then the other questions. */
export function ItemResults({ results }: { results: UnitResultsView }) {
  const { questionnaire, measures } = results;
  const { basis } = results.survey;
  const rowOf = (item: Item) => measures.find((row) => row.level === "item" && row.code === item.code);
  const scored = questionnaire.items.filter(isScored);
  const scales = [...new Set(scored.map((item) => item.scale))];
  const others = questionnaire.items.filter((item) => !isScored(item) && item.type !== "text");
  return (
    <>
      {scales.map((scale) => (
        <CriteriaTable
          key={scale}
          questionnaire={questionnaire}
          basis={basis}
          lines={scored.filter((item) => item.scale === scale).map((item) => ({ item, row: rowOf(item) }))}
        />
      ))}
      {others.length > 0 && (
        <section aria-labelledby="others-heading">
          <h2 id="others-heading">Câu hỏi khác</h2>
          {others.map((item) => (
            <ChoiceResults key={item.code} questionnaire={questionnaire} basis={basis} item={item} row={rowOf(item)} />
          ))}
        </section>
      )}
    </>
  );
}

const EXCLUDED = "Không sử dụng";
const MISSING = "Trống: được hỏi mà không trả lời";

interface Line {
  item: ScaleItem;
  row: MeasureRow | undefined;
}

function CriteriaTable({
  questionnaire,
  basis,
  lines,
}: {
  questionnaire: Questionnaire;
  basis: SampleBasis;
  lines: Line[];
}) {
  const first = lines[0];
  if (!first) return null;
  const levels = scaleOf(questionnaire, first.item).levels;
  return (
    <section aria-labelledby="items-heading">
      <h2 id="items-heading">Theo tiêu chí</h2>
      <TableRegion label="Bảng kết quả theo tiêu chí">
        <table className="wide">
          <thead>
            <tr>
              <th scope="col">Tiêu chí</th>
              <th scope="col" className="numeric">
                n
              </th>
              <th scope="col" className="numeric">
                Tỷ lệ
              </th>
              <th scope="col" className="numeric">
                {capitalized(intervalName(basis))} (%)
              </th>
              <th scope="col" className="numeric">
                Điểm trung bình
              </th>
              {levels.map((level) => (
                <th key={level.value} scope="col" className="numeric" title={level.label.vi}>
                  {level.excluded ? EXCLUDED : level.value}
                  <span className="visually-hidden">: {level.label.vi}</span>
                </th>
              ))}
              <th scope="col" className="numeric">
                Trống
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ item, row }) => (
              <tr key={item.code}>
                <th scope="row">
                  <span className="item-code">{item.code}</span> {item.text.vi} {item.reverse && REVERSED_MARK}
                </th>
                <td className="numeric">{personsText(row)}</td>
                <td className="numeric">{markedRateText(row)}</td>
                <td className="numeric">{rateIntervalText(row)}</td>
                <td className="numeric">{meanText(row)}</td>
                {levels.map((level) => (
                  <td key={level.value} className="numeric">
                    {countText(row, row?.levels?.[String(level.value)])}
                  </td>
                ))}
                <td className="numeric">{countText(row, row?.n_missing)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <MarkNotes rows={lines.map(({ row }) => row)} />
      <p className="table-note">
        {[...levels.map(({ excluded, value, label }) => `${excluded ? EXCLUDED : value}: ${label.vi}`), MISSING].join(
          "; ",
        )}
        . n, tỷ lệ và điểm trung bình chỉ tính câu trả lời hợp lệ.
      </p>
    </section>
  );
}

function countText(row: MeasureRow | undefined, count: number | null | undefined): string {
  if (row?.suppressed) return "–";
  if (row === undefined) return NO_DATA;
  return stateOf(row) === "empty" && count == null ? "–" : formatCount(count ?? 0);
}
