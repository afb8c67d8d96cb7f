import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { ChannelResults } from "~/components/office/channel-results";
import { DownloadLinks } from "~/components/office/download-links";
import { FactorResults } from "~/components/office/factor-results";
import { Headline } from "~/components/office/headline";
import { ItemResults } from "~/components/office/item-results";
import { LeftOutNote } from "~/components/office/left-out-note";
import { NoResults } from "~/components/office/no-results";
import { ResultsContents } from "~/components/office/results-contents";
import { SampleNote } from "~/components/office/sample-note";
import { SurveyHeader } from "~/components/office/survey-header";
import { UnitResults } from "~/components/office/unit-results";
import { requireResults } from "~/http/require-results.server";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { readUnitTable } from "~/indices/read-unit-table";
import { unitTable, unitView } from "~/indices/results-view";
import { collectionState } from "~/surveys/survey";
import { countLeftOut } from "~db/repositories/held-responses";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Kết quả: {title}", { title: data?.results.survey.title ?? "" });

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "see-results");
  const { request, context } = asked;
  const { results } = await requireResults(request, context, survey.id);
  return {
    ...{ survey, today, tabs },
    results: unitView(results, "*"),
    sizesPage: tabs.find(({ to }) => to === `/surveys/${survey.id}/units`)?.to ?? null,
    table: unitTable(results, readUnitTable(new URL(request.url).searchParams)),
    state: collectionState(survey, today),
    leftOut: await countLeftOut(context.database, viewer, survey.id),
    mayTakeFiles: isAllowed(viewer.role, "take-files"),
    mayMakeReports: survey.owned && isAllowed(viewer.role, "design-surveys"),
    mayJudge: survey.owned && isAllowed(viewer.role, "monitor-fieldwork"),
  };
}

export default function Results() {
  const t = useWords();
  const { survey, today, tabs, results, state, leftOut, mayTakeFiles, mayMakeReports, mayJudge } =
    useLoaderData<typeof loader>();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Kết quả: {title}", { title: survey.title })}>
        {results.responses !== 0 && mayTakeFiles && (
          <DownloadLinks surveyId={survey.id} mayMakeReports={mayMakeReports} />
        )}
      </SurveyHeader>
      <LeftOutNote leftOut={leftOut} />
      {results.responses !== 0 && (
        <p className="table-note">
          <Link to={`/surveys/${survey.id}/analysis/sides`}>
            {mayJudge
              ? t("Xem chỉ số cạnh nhau: tất cả, không có phiếu có dấu hiệu, theo kênh")
              : t("Xem chỉ số cạnh nhau: tất cả, theo kênh")}
          </Link>
          {mayJudge && (
            <>
              {" · "}
              <Link to={`/surveys/${survey.id}/quality`}>{t("Chất lượng phiếu")}</Link>
            </>
          )}
        </p>
      )}
      {results.responses === 0 ? <NoResults results={results} state={state} /> : <Figures />}
    </>
  );
}

function Figures() {
  const { results, table, sizesPage } = useLoaderData<typeof loader>();
  return (
    <>
      <ResultsContents results={results} />
      <Headline results={results} sizesPage={sizesPage} />
      <SampleNote results={results} />
      <FactorResults results={results} />
      <ChannelResults results={results} />
      <UnitResults
        surveyId={results.survey.id}
        basis={results.survey.basis}
        factors={results.questionnaire.factors}
        table={table}
      />
      <ItemResults results={results} />
    </>
  );
}
