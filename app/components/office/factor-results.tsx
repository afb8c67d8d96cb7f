import { BarChart } from "~/components/bar-chart";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { markedRateText, personsText, stateOf } from "~/indices/figures";
import type { MeasureRow } from "~/indices/result";
import { hasSizeHeadline } from "~/indices/size-view";
import type { UnitResultsView } from "~/indices/survey-results";
import type { Domain, Questionnaire } from "~/questionnaires/questionnaire-schema";
import { FigureCells, FigureHeadings } from "./figure-columns";
import { MarkNotes } from "./mark-notes";
import { NumericHeading } from "./numeric-heading";
import { rateBars } from "./rate-bars";
import { TableRegion } from "./table-region";

/** Domains and factors: the table first, the chart drawn from the same rows over it. */
export function FactorResults({ results }: { results: UnitResultsView }) {
  const t = useWords();
  const language = useLanguage();
  const { questionnaire, measures } = results;
  const isSized = hasSizeHeadline(results.sized.rows);
  const find = (rows: readonly MeasureRow[], level: MeasureRow["level"], code: string) =>
    rows.find((row) => row.level === level && row.code === code);
  const domains = domainsToShow(questionnaire);
  const lines = [
    ...domains.map(({ code, title }) => ({ code, title: title.vi, level: "domain" as const })),
    ...questionnaire.factors.map(({ code, title }) => ({ code, title: title.vi, level: "factor" as const })),
  ].map((line) => {
    const pooled = find(measures, line.level, line.code);
    return { ...line, pooled, row: isSized ? find(results.sized.rows, line.level, line.code) : pooled };
  });
  if (lines.length === 0) return null;
  const pooledName = t("{name}, gộp phiếu", { name: t("Tỷ lệ hài lòng") });
  const factors = lines.filter(({ level }) => level === "factor");
  return (
    <section aria-labelledby="factors-heading">
      <h2 id="factors-heading">{isSized ? t("{name}, theo quy mô", { name: t("Theo yếu tố") }) : t("Theo yếu tố")}</h2>
      <BarChart
        label={t("Tỷ lệ hài lòng theo yếu tố, phần trăm")}
        bars={rateBars(factors.map(({ code, title, row }) => ({ label: `${code}. ${title}`, row })))}
      />
      <TableRegion label={t("Bảng kết quả theo yếu tố")}>
        <table className="stacked figures">
          <thead>
            <tr>
              <th scope="col">{domains.length > 0 ? t("Nội dung, yếu tố") : t("Yếu tố")}</th>
              <FigureHeadings basis={results.survey.basis} />
              {isSized && <NumericHeading>{pooledName}</NumericHeading>}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ code, title, level, row, pooled }) => (
              <tr key={level + code} className={level === "domain" ? "row-domain" : undefined}>
                <th scope="row">
                  {code}. {title}
                </th>
                <FigureCells row={row} basis={results.survey.basis} />
                {isSized && (
                  <td className="numeric" data-label={pooledName}>
                    {markedRateText(pooled, language)}
                    {stateOf(pooled) === "published" && (
                      <span className="sub">{t("n = {n}", { n: personsText(pooled, language) })}</span>
                    )}
                  </td>
                )}
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
