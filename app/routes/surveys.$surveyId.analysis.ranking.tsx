import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AnalysisPage } from "~/components/office/analysis-page";
import { NoGroup } from "~/components/office/no-group";
import { RankTable } from "~/components/office/rank-table";
import { requireAnalysis } from "~/http/require-analysis.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { splitsUnits } from "~/indices/analysis-filter";
import { hasRate, heatRows, splitHeatRows } from "~/indices/heat-table";
import { rankUnits } from "~/indices/rank-units";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phân tích: {title}", { title: data?.page.survey.title ?? "" });

/** Units by rank, with the intervals of their ranks. */
export async function loader(asked: LoaderFunctionArgs) {
  const { page, results, filter, records } = await requireAnalysis(asked);
  const rows = splitsUnits(filter) ? splitHeatRows(await records(), filter) : heatRows(results, filter);
  return { page, ranking: rankUnits(results, rows), hasRate: hasRate(results.questionnaire) };
}

export default function AnalysisRanking() {
  const t = useWords();
  const { page, ranking, hasRate } = useLoaderData<typeof loader>();
  const units = ranking.ranked.length + ranking.masked.length + ranking.empty.length;
  return (
    <AnalysisPage page={page} title={t("Xếp hạng đơn vị")}>
      {page.about.responses === 0 || units === 0 ? (
        <NoGroup page={page} />
      ) : hasRate ? (
        <RankTable surveyId={page.survey.id} basis={page.about.survey.basis} ranking={ranking} />
      ) : (
        <p className="empty-state">
          {t("Mẫu phiếu không có mức nào được đánh dấu hài lòng nên không có tỷ lệ để xếp hạng.")}
        </p>
      )}
    </AnalysisPage>
  );
}
