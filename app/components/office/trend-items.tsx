import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { personsText, rateText } from "~/indices/figures";
import { shortNamesOf, type Trend } from "~/indices/trend";
import { ChangeText } from "./change-text";
import { NumericHeading } from "./numeric-heading";
import { TableRegion } from "./table-region";

/** Each linked question, survey by survey; those left out are named. */
export function TrendItems({ trend: { points, items, unlinked } }: { trend: Trend }) {
  const t = useWords();
  const language = useLanguage();
  const shortNames = shortNamesOf(points.map(({ survey }) => survey));
  return (
    <section aria-labelledby="trend-items-heading">
      <h2 id="trend-items-heading">{t("Theo câu hỏi")}</h2>
      <TableRegion label={t("Bảng tỷ lệ hài lòng theo câu hỏi qua các đợt")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("Câu hỏi")}</th>
              {points.map(({ survey }) => (
                <NumericHeading key={survey.id}>{shortNames.get(survey.id)} (n)</NumericHeading>
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
                {points.map(({ survey, items: rows }) => (
                  <td className="numeric" key={survey.id}>
                    {rateText(rows[code], language)}
                    {rows[code]?.n_persons != null && <span className="sub">{personsText(rows[code], language)}</span>}
                  </td>
                ))}
                <td>
                  <ChangeText change={change} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
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
