import { BarChart } from "~/components/bar-chart";
import { capitalized } from "~/i18n/names";
import { useNames } from "~/i18n/use-names";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { markedRateText, meanText, personsText, rateIntervalText } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import type { UnitResultsView } from "~/indices/survey-results";
import type { Domain, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { MarkNotes } from "./mark-notes";
import { TableRegion } from "./table-region";

/** Domains and factors: the table first, the chart drawn from the same rows over it. */
export function FactorResults({ results }: { results: UnitResultsView }) {
  const t = useWords();
  const { interval } = useNames();
  const language = useLanguage();
  const { questionnaire, measures } = results;
  const rowOf = (level: MeasureRow["level"], code: string) =>
    measures.find((row) => row.level === level && row.code === code);
  const domains = domainsToShow(questionnaire);
  const lines = [
    ...domains.map(({ code, title }) => ({ code, title: title.vi, level: "domain" as const })),
    ...questionnaire.factors.map(({ code, title }) => ({ code, title: title.vi, level: "factor" as const })),
  ].map((line) => ({ ...line, row: rowOf(line.level, line.code) }));
  if (lines.length === 0) return null;
  const bars = lines.filter(({ level, row }) => level === "factor" && row?.rate != null);
  return (
    <section aria-labelledby="factors-heading">
      <h2 id="factors-heading">{t("Theo yếu tố")}</h2>
      <BarChart
        label={t("Tỷ lệ hài lòng theo yếu tố, phần trăm")}
        bars={bars.map(({ code, title, row }) => ({
          label: `${code}. ${title}`,
          value: (row?.rate ?? 0) * 100,
          interval: row?.rate_ci ? [row.rate_ci[0] * 100, row.rate_ci[1] * 100] : null,
        }))}
      />
      <TableRegion label={t("Bảng kết quả theo yếu tố")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{domains.length > 0 ? t("Nội dung, yếu tố") : t("Yếu tố")}</th>
              <th scope="col" className="numeric">
                {t("n (người)")}
              </th>
              <th scope="col" className="numeric">
                {t("Tỷ lệ hài lòng")}
              </th>
              <th scope="col" className="numeric">
                {capitalized(interval(results.survey.basis))} (%)
              </th>
              <th scope="col" className="numeric">
                {t("Điểm trung bình")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ code, title, level, row }) => (
              <tr key={level + code} className={level === "domain" ? "row-domain" : undefined}>
                <th scope="row">
                  {code}. {title}
                </th>
                <td className="numeric">{personsText(row, language)}</td>
                <td className="numeric">{markedRateText(row, language)}</td>
                <td className="numeric">{rateIntervalText(row, language)}</td>
                <td className="numeric">{meanText(row, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <MarkNotes rows={lines.map(({ row }) => row)} />
    </section>
  );
}

/** Domains that say something of their own: not a single one, nor such as hold one factor each and repeat its figures. */
function domainsToShow({ domains, factors }: Questionnaire): readonly Domain[] {
  const repeated = domains.every(({ code }) => factors.filter((factor) => factor.domain === code).length === 1);
  return domains.length > 1 && !repeated ? domains : [];
}
