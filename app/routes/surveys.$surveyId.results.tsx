import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { DownloadLinks } from "~/components/office/download-links";
import { FactorResults } from "~/components/office/factor-results";
import { Headline } from "~/components/office/headline";
import { ItemResults } from "~/components/office/item-results";
import { LeftOutNote } from "~/components/office/left-out-note";
import { NoResults } from "~/components/office/no-results";
import { SampleNote } from "~/components/office/sample-note";
import { UnitResults } from "~/components/office/unit-results";
import { numberParam } from "~/http/params";
import { requireResults } from "~/http/require-results.server";
import { todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { readUnitTable } from "~/indices/read-unit-table";
import { unitRows } from "~/indices/results-view";
import { measuresOf } from "~/indices/survey-results";
import { collectionState } from "~/surveys/survey";
import { countLeftOut } from "~db/repositories/held-responses";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Kết quả: {title}", { title: data?.results.survey.title ?? "" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { results, viewer } = await requireResults(request, context, numberParam(params.surveyId));
  const table = readUnitTable(new URL(request.url).searchParams);
  const { measures, reliability: _reliability, units, ...rest } = results;
  return {
    results: { ...rest, measures: measuresOf(measures, "*") },
    table: { ...table, total: units.length, rows: unitRows(results, table) },
    state: collectionState(results.survey, todayOf(context)),
    leftOut: await countLeftOut(context.database, viewer, results.survey.id),
    mayTakeFiles: isAllowed(viewer.role, "take-files"),
  };
}

export default function Results() {
  const t = useWords();
  const { results, state, leftOut, mayTakeFiles } = useLoaderData<typeof loader>();
  const { survey } = results;
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/surveys">{t("Đợt khảo sát")}</Link> ›{" "}
            <Link to={`/surveys/${survey.id}`}>{t("Điểm khảo sát")}</Link>
          </p>
          <h1>{t("Kết quả: {title}", { title: survey.title })}</h1>
        </div>
        {results.responses > 0 && (
          <>
            <Link className="button button-quiet" to={`/surveys/${survey.id}/comments`}>
              {t("Ý kiến viết")}
            </Link>
            {mayTakeFiles && <DownloadLinks surveyId={survey.id} />}
          </>
        )}
      </header>
      <LeftOutNote leftOut={leftOut} />
      {results.responses === 0 ? <NoResults results={results} state={state} /> : <Figures />}
    </>
  );
}

function Figures() {
  const { results, table } = useLoaderData<typeof loader>();
  return (
    <>
      <Headline results={results} />
      <SampleNote results={results} />
      <FactorResults results={results} />
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
