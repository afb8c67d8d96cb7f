import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { personsText, rateIntervalText, rateText, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import { shortNamesOf, type Trend, weakestBasis } from "~/indices/trend";
import { ChangeText } from "./change-text";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

/** Each linked question, survey by survey; those left out are named. */
export function TrendItems({ trend: { points, items, unlinked } }: { trend: Trend }) {
  const t = useWords();
  const names = useNames();
  const shortNames = shortNamesOf(points.map(({ survey }) => survey));
  return (
    <section aria-labelledby="trend-items-heading">
      <h2 id="trend-items-heading">{t("Theo câu hỏi")}</h2>
      <TableRegion label={t("Bảng tỷ lệ hài lòng theo câu hỏi qua các đợt")}>
        <table className="stacked figures">
          <thead>
            <tr>
              <th scope="col">{t("Câu hỏi")}</th>
              {points.map(({ survey }) => (
                <NumericHeading key={survey.id}>{shortNames.get(survey.id)}</NumericHeading>
              ))}
              <th scope="col">{t("Đợt này so với đợt ngay trước")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ code, text, reworded, change }) => (
              <tr key={code}>
                <th scope="row">
                  {code}. {text}
                  {reworded && <span className="sub">{t("Lời hỏi có đổi giữa các đợt")}</span>}
                </th>
                {points.map(({ survey, items: rows, split }) => (
                  <ItemFigure
                    key={survey.id}
                    label={shortNames.get(survey.id) ?? ""}
                    row={rows[code]}
                    isSplit={split.length > 0}
                  />
                ))}
                <td data-label={t("Đợt này so với đợt ngay trước")}>
                  <ChangeText change={change} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="table-note">
        {t("Dưới mỗi tỷ lệ: n là số người, rồi {interval} (%).", {
          interval: names.interval(weakestBasis(points) ?? "voluntary"),
        })}{" "}
        {t("Con số ở bảng này là gộp phiếu: mỗi phiếu tính như nhau.")}{" "}
        {points.some(({ split }) => split.length > 0) &&
          t("“Đã chia”: đơn vị cũ bị chia nên số cũ không so sánh được, xem bảng trên.")}
      </p>
      {unlinked.length > 0 && (
        <details>
          <summary>{t("{n} câu không có ở mọi đợt, không đưa vào so sánh", { n: unlinked.length })}</summary>
          <ul>
            {unlinked.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** A rate with its persons and interval; where old answers cannot be brought into the unit of today, that. */
function ItemFigure({ label, row, isSplit }: { label: string; row: MeasureRow | undefined; isSplit: boolean }) {
  const t = useWords();
  const language = useLanguage();
  if (isSplit)
    return (
      <td className="numeric absent" data-label={label}>
        {t("Đã chia")}
      </td>
    );
  const isTold = stateOf(row) === "published";
  return (
    <td className={`numeric${isTold ? "" : " absent"}`} data-label={label}>
      {rateText(row, language)}
      {isTold && (
        <>
          <span className="sub">{t("n = {n}", { n: personsText(row, language) })}</span>
          <span className="sub">{rateIntervalText(row, language)}</span>
        </>
      )}
    </td>
  );
}
