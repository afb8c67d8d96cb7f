import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AnalysisPage } from "~/components/office/analysis-page";
import { GroupNote } from "~/components/office/group-note";
import { ItemDistributions } from "~/components/office/item-distributions";
import { NoGroup } from "~/components/office/no-group";
import { requireAnalysis } from "~/http/require-analysis.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { crossedWays } from "~/indices/analysis-filter";
import { itemDistributions } from "~/indices/item-distribution";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phân tích: {title}", { title: data?.page.survey.title ?? "" });

/** How the answers of a group fall on the levels of every item. */
export async function loader(asked: LoaderFunctionArgs) {
  const { page, results, filter, ask } = await requireAnalysis(asked);
  const { persons, leftOut, measures } = await ask({ ask: "group", filter });
  return { page, persons, leftOut, scales: itemDistributions(results.questionnaire, measures) };
}

export default function AnalysisItems() {
  const t = useWords();
  const { page, persons, leftOut, scales } = useLoaderData<typeof loader>();
  return (
    <AnalysisPage page={page} title={t("Phân bố câu trả lời")}>
      {persons === 0 ? (
        <NoGroup page={page} />
      ) : (
        <>
          <GroupNote persons={persons} leftOut={leftOut} ways={crossedWays(page.filter)} />
          {persons !== null && <ItemDistributions scales={scales} />}
        </>
      )}
    </AnalysisPage>
  );
}
