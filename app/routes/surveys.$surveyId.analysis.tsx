import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AnalysisPage } from "~/components/office/analysis-page";
import { HeatTable } from "~/components/office/heat-table";
import { MeasureChoice } from "~/components/office/measure-choice";
import { NoGroup } from "~/components/office/no-group";
import { NothingTold } from "~/components/office/nothing-told";
import { PooledNote } from "~/components/office/pooled-note";
import { SizeNote } from "~/components/office/size-note";
import { requireAnalysis } from "~/http/require-analysis.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { crossedWays, splitsUnits } from "~/indices/analysis-filter";
import { colourCuts, hasRate, heatRows, orderHeatRows, readHeatOrder, readMeasure } from "~/indices/heat-table";
import { tellsNothing } from "~/indices/tells-nothing";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phân tích: {title}", { title: data?.page.survey.title ?? "" });

/** Units by factors. */
export async function loader(asked: LoaderFunctionArgs) {
  const { page, results, filter, address, ask } = await requireAnalysis(asked);
  const { questionnaire } = results;
  const measure = readMeasure(address, questionnaire);
  const order = readHeatOrder(address, questionnaire);
  const rows = splitsUnits(filter) ? await ask({ ask: "units", filter }) : heatRows(results, filter);
  return {
    page,
    table: { measure, order, cuts: colourCuts(questionnaire, measure), bothMeasures: hasRate(questionnaire) },
    isSplit: splitsUnits(filter),
    rows: orderHeatRows(rows, order, questionnaire, measure),
  };
}

export default function Analysis() {
  const t = useWords();
  const { page, table, rows, isSplit } = useLoaderData<typeof loader>();
  const { filter, about } = page;
  const sort = table.order.by === "tree" ? "" : (table.order.descending ? "-" : "") + table.order.by;
  const of = table.measure === "mean" ? "mean" : "";
  return (
    <AnalysisPage page={page} title={t("Đơn vị và yếu tố")} more={{ of, sort }}>
      {about.responses === 0 || rows.length === 0 ? (
        <NoGroup page={page} />
      ) : (
        <>
          {table.bothMeasures && <MeasureChoice filter={filter} measure={table.measure} more={{ sort }} />}
          {tellsNothing(rows) && <NothingTold ways={crossedWays(filter)} />}
          <HeatTable
            {...table}
            surveyId={page.survey.id}
            basis={about.survey.basis}
            filter={filter}
            factors={about.questionnaire.factors}
            rows={rows}
          />
          {isSplit ? <PooledNote sized={about.sized} /> : <SizeNote sized={about.sized} sizesPage={null} />}
        </>
      )}
    </AnalysisPage>
  );
}
