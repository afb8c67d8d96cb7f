import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { FactorResults } from "~/components/office/factor-results";
import { Headline } from "~/components/office/headline";
import { ItemResults } from "~/components/office/item-results";
import { NoResults } from "~/components/office/no-results";
import { SampleNote } from "~/components/office/sample-note";
import { numberParam } from "~/http/params";
import { requireResults } from "~/http/require-results.server";
import { todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { measuresOf } from "~/indices/survey-results";
import { collectionState } from "~/surveys/survey";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "{unit}: kết quả", { unit: data?.unit.name ?? "Đơn vị" });

/** Results of one unit, or of a node that rolls units up. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { results } = await requireResults(request, context, numberParam(params.surveyId));
  const unit = results.units.find((candidate) => candidate.key === params.unitKey);
  if (!unit) throw new Response("Không có đơn vị này trong kết quả mà tài khoản được xem.", { status: 404 });
  const { measures, reliability: _reliability, units: _units, channels: _channels, ...rest } = results;
  return {
    unit,
    state: collectionState(results.survey, todayOf(context)),
    results: { ...rest, channels: [], responses: unit.responses, measures: measuresOf(measures, unit.key) },
  };
}

export default function UnitResultsPage() {
  const t = useWords();
  const { unit, state, results } = useLoaderData<typeof loader>();
  const { survey } = results;
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/surveys">{t("Đợt khảo sát")}</Link> › <Link to={`/surveys/${survey.id}`}>{survey.title}</Link> ›{" "}
            <Link to={`/surveys/${survey.id}/results`}>{t("Kết quả")}</Link>
          </p>
          <h1>{unit.name}</h1>
          {unit.place && <p className="muted">{unit.place}</p>}
          {!unit.surveyed && <p className="muted">{t("Gộp phiếu của các đơn vị trực thuộc, mỗi phiếu trọng số 1.")}</p>}
        </div>
        {unit.responses !== 0 && (
          <Link
            className="button button-quiet"
            to={`/surveys/${survey.id}/comments?unit=${encodeURIComponent(unit.key)}`}
          >
            {t("Ý kiến viết")}
          </Link>
        )}
      </header>
      {unit.responses === 0 ? (
        <NoResults results={results} state={state} ofUnit />
      ) : (
        <>
          <Headline results={results} />
          <SampleNote results={results} />
          <FactorResults results={results} />
          <ItemResults results={results} />
        </>
      )}
    </>
  );
}
