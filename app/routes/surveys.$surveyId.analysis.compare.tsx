import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AnalysisPage } from "~/components/office/analysis-page";
import { CompareForm } from "~/components/office/compare-form";
import { CompareMonthsForm } from "~/components/office/compare-months-form";
import { CompareTable } from "~/components/office/compare-table";
import { MeasureChoice } from "~/components/office/measure-choice";
import { NothingTold } from "~/components/office/nothing-told";
import { requireAnalysis } from "~/http/require-analysis.server";
import { formatMonth } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { crossedWays, MANY_WAYS } from "~/indices/analysis-filter";
import { compareGroups } from "~/indices/compare-groups";
import { type NotCompared, REST, readComparedPair } from "~/indices/compared-groups";
import { filterOfMonth, type MonthsNotCompared, monthComparison, readComparedMonths } from "~/indices/compared-months";
import { hasRate, readMeasure } from "~/indices/heat-table";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phân tích: {title}", { title: data?.page.survey.title ?? "" });

/** Two units, a unit and the rest of the survey, or two months of the survey or of a unit. */
export async function loader(asked: LoaderFunctionArgs) {
  const { page, results, filter, address, ask } = await requireAnalysis(asked);
  const { questionnaire } = results;
  const measure = readMeasure(address, questionnaire);
  const units = readComparedPair(address, results.units);
  const periods = readComparedMonths(address, page.choices.months);
  const { pair } = units;
  const { months } = periods;
  const groupOf = (month: string) => ask({ ask: "group", filter: filterOfMonth(filter, month) });
  const compareMonths = async (first: string, second: string) =>
    monthComparison({ first, second }, await groupOf(first), await groupOf(second));
  const compared =
    months.first && months.second
      ? await compareMonths(months.first, months.second)
      : pair.first && pair.second
        ? await ask({ ask: "compare", filter, pair: { first: pair.first, second: pair.second } })
        : null;
  return {
    ...{ page, pair, months, measure, bothMeasures: hasRate(questionnaire) },
    ...{ unknown: units.unknown, unknownMonth: periods.unknown },
    refused: compared?.state === "refused" ? compared.reason : null,
    table:
      compared?.state === "compared"
        ? {
            persons: [compared.first.persons, compared.second.persons] as const,
            lines: compareGroups(
              questionnaire,
              { first: compared.first.measures, second: compared.second.measures },
              measure,
            ),
          }
        : null,
  };
}

const REASONS: Readonly<Record<NotCompared | MonthsNotCompared, Phrase>> = {
  "same-month": "Hai tháng là một. Chọn một tháng khác để so sánh.",
  "empty-month": "Một trong hai tháng không có phiếu nào của nhóm đang xem.",
  same: "Hai nhóm là một. Chọn một đơn vị khác để so sánh.",
  inside: "Một đơn vị nằm trong đơn vị kia nên có chung người trả lời, không so sánh với nhau được.",
  masked: "Một trong hai nhóm có quá ít người, hoặc sẽ để lộ số liệu của nhóm không công bố, nên không so sánh được.",
  empty: "Một trong hai đơn vị chưa có phiếu trả lời.",
  "no-rest": "Đợt khảo sát không có phiếu nào ngoài đơn vị này để so sánh.",
};

export default function AnalysisCompare() {
  const t = useWords();
  const { page, pair, months, unknown, unknownMonth, measure, bothMeasures, refused, table } =
    useLoaderData<typeof loader>();
  const of = measure === "mean" && bothMeasures ? "mean" : "";
  const byMonth = months.first !== null && months.second !== null;
  const chosen: Record<string, string> = byMonth
    ? { month: months.first ?? "", other: months.second ?? "" }
    : { a: pair.first ?? "", b: pair.second ?? "" };
  const ways = crossedWays(byMonth ? filterOfMonth(page.filter, months.first ?? "") : page.filter);
  const alone = page.choices.units.length < 2;
  const mayCompareMonths = page.choices.months.length > 1;
  const nameOf = (key: string | null) =>
    key === REST ? t("phần còn lại") : (page.choices.units.find((unit) => unit.key === key)?.name ?? "");
  const monthName = (month: string | null) => t("tháng {month}", { month: formatMonth(month ?? "") });
  return (
    <AnalysisPage
      page={page}
      title={t("So sánh")}
      leaves={byMonth ? ["kind", "from", "to"] : ["unit", "kind"]}
      own={byMonth ? ["unit"] : []}
      more={{ ...chosen, of }}
    >
      <section aria-labelledby="compare-units-heading">
        <h2 id="compare-units-heading">{t("So sánh hai đơn vị")}</h2>
        {alone ? (
          <p className="empty-state">
            {t("Tài khoản chỉ được xem số liệu của một đơn vị nên không có đơn vị nào để so sánh.")}
          </p>
        ) : (
          <CompareForm pair={byMonth ? NO_PAIR : pair} units={page.choices.units} filter={page.filter} of={of} />
        )}
      </section>
      <section aria-labelledby="compare-months-heading">
        <h2 id="compare-months-heading">{t("So sánh hai tháng")}</h2>
        {mayCompareMonths ? (
          <CompareMonthsForm months={months} choices={page.choices} filter={page.filter} of={of} />
        ) : (
          <p className="empty-state">
            {t("Đợt khảo sát mới có một tháng. So với đợt khác: mở trang “So với các đợt trước”.")}
          </p>
        )}
      </section>
      {unknown && (
        <p className="notice" role="status">
          {t("Địa chỉ nêu một đơn vị không có trong kết quả mà tài khoản được xem. Chọn lại đơn vị.")}
        </p>
      )}
      {unknownMonth && (
        <p className="notice" role="status">
          {t("Địa chỉ nêu một tháng không thuộc đợt khảo sát này. Chọn lại tháng.")}
        </p>
      )}
      {refused && (
        <p className="empty-state" role="status">
          <strong>{t(REASONS[refused])}</strong>
        </p>
      )}
      {refused === "masked" && ways >= MANY_WAYS && <NothingTold ways={ways} />}
      {!table && !refused && !alone && (
        <p className="empty-state">
          {t("Chọn hai đơn vị, hoặc một đơn vị và phần còn lại của đợt khảo sát, rồi bấm “So sánh”.")}
        </p>
      )}
      {table && (
        <>
          {bothMeasures && <MeasureChoice filter={page.filter} measure={measure} more={chosen} />}
          <CompareTable
            names={
              byMonth ? [monthName(months.first), monthName(months.second)] : [nameOf(pair.first), nameOf(pair.second)]
            }
            persons={table.persons}
            lines={table.lines}
            measure={measure}
            basis={page.about.survey.basis}
          />
          {byMonth && (
            <p className="table-note">
              {t(
                "Gộp phiếu, tính theo ngày nộp. Hai tháng có thể khác nhau về đơn vị và kênh có phiếu: muốn so cùng điều kiện, chọn một đơn vị và lọc theo kênh thu.",
              )}
            </p>
          )}
        </>
      )}
    </AnalysisPage>
  );
}

const NO_PAIR = { first: null, second: null };
