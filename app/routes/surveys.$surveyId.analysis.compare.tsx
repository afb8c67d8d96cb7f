import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AnalysisPage } from "~/components/office/analysis-page";
import { CompareForm } from "~/components/office/compare-form";
import { CompareTable } from "~/components/office/compare-table";
import { MeasureChoice } from "~/components/office/measure-choice";
import { NothingTold } from "~/components/office/nothing-told";
import { requireAnalysis } from "~/http/require-analysis.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { crossedWays, MANY_WAYS } from "~/indices/analysis-filter";
import { compareGroups } from "~/indices/compare-groups";
import { type NotCompared, REST, readComparedPair } from "~/indices/compared-groups";
import { hasRate, readMeasure } from "~/indices/heat-table";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phân tích: {title}", { title: data?.page.survey.title ?? "" });

/** Two units, or a unit and the rest of the survey. */
export async function loader(asked: LoaderFunctionArgs) {
  const { page, results, filter, address, ask } = await requireAnalysis(asked);
  const { questionnaire } = results;
  const measure = readMeasure(address, questionnaire);
  const { pair, unknown } = readComparedPair(address, results.units);
  const { first, second } = pair;
  const compared =
    first === null || second === null ? null : await ask({ ask: "compare", filter, pair: { first, second } });
  return {
    ...{ page, pair, unknown, measure, bothMeasures: hasRate(questionnaire) },
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

const REASONS: Readonly<Record<NotCompared, Phrase>> = {
  same: "Hai nhóm là một. Chọn một đơn vị khác để so sánh.",
  inside: "Một đơn vị nằm trong đơn vị kia nên có chung người trả lời, không so sánh với nhau được.",
  masked: "Một trong hai nhóm có quá ít người, hoặc sẽ để lộ số liệu của nhóm không công bố, nên không so sánh được.",
  empty: "Một trong hai đơn vị chưa có phiếu trả lời.",
  "no-rest": "Đợt khảo sát không có phiếu nào ngoài đơn vị này để so sánh.",
};

export default function AnalysisCompare() {
  const t = useWords();
  const { page, pair, unknown, measure, bothMeasures, refused, table } = useLoaderData<typeof loader>();
  const ways = crossedWays(page.filter);
  const of = measure === "mean" && bothMeasures ? "mean" : "";
  const chosen = { a: pair.first ?? "", b: pair.second ?? "" };
  const alone = page.choices.units.length < 2;
  const nameOf = (key: string | null) =>
    key === REST ? t("phần còn lại") : (page.choices.units.find((unit) => unit.key === key)?.name ?? "");
  return (
    <AnalysisPage page={page} title={t("So sánh đơn vị")} leaves={["unit", "kind"]} more={{ ...chosen, of }}>
      {alone ? (
        <p className="empty-state">
          {t("Tài khoản chỉ được xem số liệu của một đơn vị nên không có đơn vị nào để so sánh.")}
        </p>
      ) : (
        <CompareForm pair={pair} units={page.choices.units} filter={page.filter} of={of} />
      )}
      {unknown && (
        <p className="notice" role="status">
          {t("Địa chỉ nêu một đơn vị không có trong kết quả mà tài khoản được xem. Chọn lại đơn vị.")}
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
            names={[nameOf(pair.first), nameOf(pair.second)]}
            persons={table.persons}
            lines={table.lines}
            measure={measure}
            basis={page.about.survey.basis}
          />
        </>
      )}
    </AnalysisPage>
  );
}
