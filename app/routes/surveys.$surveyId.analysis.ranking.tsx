import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { AnalysisPage } from "~/components/office/analysis-page";
import { NoGroup } from "~/components/office/no-group";
import { NothingTold } from "~/components/office/nothing-told";
import { RankTable } from "~/components/office/rank-table";
import { SelectField } from "~/components/office/select-field";
import { requireAnalysis } from "~/http/require-analysis.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { crossedWays, filterFields, splitsUnits } from "~/indices/analysis-filter";
import { hasRate, heatRows } from "~/indices/heat-table";
import { rankChoices, rankText, rankUnits, readRankBy } from "~/indices/rank-units";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phân tích: {title}", { title: data?.page.survey.title ?? "" });

/** Units by rank, with the intervals of their ranks. */
export async function loader(asked: LoaderFunctionArgs) {
  const { page, results, filter, address, ask } = await requireAnalysis(asked);
  const { questionnaire } = results;
  const { by, unknown } = readRankBy(address, questionnaire);
  const item = by.level === "item" ? by.code : null;
  const ranking = splitsUnits(filter)
    ? await ask({ ask: "ranking", filter, by })
    : rankUnits(results, heatRows(results, filter, item), by);
  const choices = rankChoices(questionnaire).map((one) => ({
    value: rankText(one),
    label: `${one.code}. ${one.title}`,
  }));
  return {
    ...{ page, unknown, choices, by: rankText(by) },
    ...{ ranking, hasRate: hasRate(questionnaire) },
  };
}

export default function AnalysisRanking() {
  const t = useWords();
  const { page, ranking, hasRate, choices, by, unknown } = useLoaderData<typeof loader>();
  const of = choices.find(({ value }) => value === by)?.label ?? null;
  const units = ranking.ranked.length + ranking.masked.length + ranking.empty.length;
  return (
    <AnalysisPage page={page} title={t("Xếp hạng đơn vị")} more={{ by }}>
      {page.about.responses === 0 || units === 0 ? (
        <NoGroup page={page} />
      ) : hasRate ? (
        <>
          <Form method="get" className="filter-form analysis-filter" key={by}>
            {filterFields(page.filter).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SelectField
              name="by"
              label={t("Xếp hạng theo")}
              placeholder={t("Hài lòng chung")}
              value={by}
              options={choices}
            />
            <div className="analysis-filter-go">
              <button type="submit" className="button button-quiet">
                {t("Xem")}
              </button>
            </div>
          </Form>
          {unknown && (
            <p className="notice" role="status">
              {t("Địa chỉ nêu một yếu tố hoặc câu hỏi mà mẫu phiếu không có: đang xếp theo hài lòng chung.")}
            </p>
          )}
          {ranking.ranked.length === 0 && ranking.masked.length > 0 && <NothingTold ways={crossedWays(page.filter)} />}
          <RankTable surveyId={page.survey.id} basis={page.about.survey.basis} ranking={ranking} of={of} />
        </>
      ) : (
        <p className="empty-state">
          {t("Mẫu phiếu không có mức nào được đánh dấu hài lòng nên không có tỷ lệ để xếp hạng.")}
        </p>
      )}
    </AnalysisPage>
  );
}
