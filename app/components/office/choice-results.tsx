import { capitalized } from "~/i18n/names";
import { formatCount, formatShare, type Language } from "~/i18n/numbers";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { MASKED, meanIntervalText, meanText, NO_DATA, personsText, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import { scaleOf } from "~/questionnaires/questionnaire";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";
import type { SampleBasis } from "~/surveys/survey";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

/** A question that is not scored: counts and shares of its answers, or the mean of a number. */
export function ChoiceResults({
  questionnaire,
  basis,
  item,
  row,
}: {
  questionnaire: Questionnaire;
  basis: SampleBasis;
  item: Item;
  row: MeasureRow | undefined;
}) {
  const t = useWords();
  const { interval } = useNames();
  const language = useLanguage();
  return (
    <details className="choice-results">
      <summary>
        <span className="item-code">{item.code}</span> {item.text.vi}
      </summary>
      {stateOf(row) !== "published" ? (
        <p className="muted">{capitalized(t(stateOf(row) === "masked" ? MASKED : NO_DATA))}</p>
      ) : item.type === "number" ? (
        <p>
          {t("Trung bình {mean} ({interval}: {bounds}), n = {n} người.", {
            mean: meanText(row, language) + (item.unit ? ` ${item.unit}` : ""),
            interval: interval(basis),
            bounds: meanIntervalText(row, language),
            n: personsText(row, language),
          })}
        </p>
      ) : (
        <TableRegion label={item.text.vi}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("Trả lời")}</th>
                <NumericHeading>{t("Số người")}</NumericHeading>
                <NumericHeading>{t("Tỷ lệ")}</NumericHeading>
              </tr>
            </thead>
            <tbody>
              {choicesOf(questionnaire, item).map(({ value, label, excluded }) => (
                <tr key={value}>
                  <th scope="row">{label.vi}</th>
                  <td className="numeric">{formatCount(row?.levels?.[String(value)] ?? 0, language)}</td>
                  <td className="numeric">{excluded ? t("ngoài mẫu số") : shareText(row, value, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </details>
  );
}

function choicesOf(questionnaire: Questionnaire, item: Item) {
  if (item.type === "scale") return scaleOf(questionnaire, item).levels;
  return item.type === "single" || item.type === "multiple" ? item.options : [];
}

/** Share of an answer; of a scale without shares of its own, the count over the valid answers. */
function shareText(row: MeasureRow | undefined, value: number, language: Language): string {
  const share = row?.shares?.[String(value)];
  if (share !== undefined) return formatShare(share, 2, language);
  const count = row?.levels?.[String(value)] ?? 0;
  return row?.n_valid ? formatShare(count / row.n_valid, 2, language) : "–";
}
