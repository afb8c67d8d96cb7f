import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { AnalysisPage } from "~/components/office/analysis-page";
import { IndexSides } from "~/components/office/index-sides";
import { NoGroup } from "~/components/office/no-group";
import { PooledNote } from "~/components/office/pooled-note";
import { ReadingProgress } from "~/components/office/reading-progress";
import { requireAnalysis } from "~/http/require-analysis.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { FILTER_NAMES } from "~/indices/analysis-filter";
import { indexSides } from "~/indices/index-sides";
import { loadChannelIndices } from "~/indices/load-channel-indices.server";
import { measuresOf } from "~/indices/survey-results";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phân tích: {title}", { title: data?.page.survey.title ?? "" });

/** Every index with all responses, without flagged ones, and by channel. */
export async function loader(asked: LoaderFunctionArgs) {
  const { page, results, request, lookAtQuality } = await requireAnalysis(asked);
  const look = page.choices.qualities.length > 0 ? await lookAtQuality() : null;
  const { questionnaire, responses, minimums } = results;
  return {
    page,
    progress: look && "progress" in look ? look.progress : null,
    mayJudge: look !== null,
    isEmpty: responses === 0,
    ...{ factors: questionnaire.factors, minimums: { cell: minimums.cell, unit: minimums.unit } },
    ...indexSides({
      measures: measuresOf(results, "*"),
      channels: await loadChannelIndices(asked.context.database, request, results),
      pairs: look && "report" in look ? look.report.indices : null,
    }),
  };
}

export default function AnalysisSides() {
  const t = useWords();
  const { page, progress, mayJudge, isEmpty, ...table } = useLoaderData<typeof loader>();
  return (
    <AnalysisPage page={page} title={t("Kênh và phiếu có dấu hiệu")} leaves={FILTER_NAMES}>
      {isEmpty ? (
        <NoGroup page={page} />
      ) : (
        <>
          {progress && <ReadingProgress heading={t("Đang xét chất lượng phiếu")} progress={progress} />}
          <IndexSides {...table} basis={page.survey.basis} />
          <PooledNote sized={page.about.sized} />
          {mayJudge && (
            <p className="table-note">
              {t("Phiếu có dấu hiệu là phiếu mà một quy tắc chất lượng đánh dấu; bỏ chúng ở đây không đổi kết quả.")}{" "}
              <Link to={`/surveys/${page.survey.id}/quality`}>{t("Chất lượng phiếu")}</Link>
            </p>
          )}
        </>
      )}
    </AnalysisPage>
  );
}
