import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { BareConsent } from "~/components/office/bare-consent";
import { FactorResults } from "~/components/office/factor-results";
import { Headline } from "~/components/office/headline";
import { ItemResults } from "~/components/office/item-results";
import { NoResults } from "~/components/office/no-results";
import { SampleNote } from "~/components/office/sample-note";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireResults } from "~/http/require-results.server";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { unitView } from "~/indices/results-view";
import { NO_UNIT_REPORT, openUnitReport, WITHOUT_FIGURES } from "~/reports/open-report.server";
import { collectionState } from "~/surveys/survey";

const RESULTS: Phrase = "Kết quả";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "{unit}: kết quả", { unit: data?.unit.name ?? "Đơn vị" });

/** Results of one unit, or of a node that rolls units up. */
export async function loader(asked: LoaderFunctionArgs) {
  const { survey, today, tabs } = await requireSurvey(asked, "see-results");
  const { request, params, context } = asked;
  const { results } = await requireResults(request, context, survey.id);
  const unit = results.units.find((candidate) => candidate.key === params.unitKey);
  if (!unit) throw new Response("Không có đơn vị này trong kết quả mà tài khoản được xem.", { status: 404 });
  return {
    ...{ survey, today, tabs },
    unit,
    state: collectionState(survey, today),
    results: unitView(results, unit.key),
    sizesPage: tabs.find(({ to }) => to === `/surveys/${survey.id}/units`)?.to ?? null,
  };
}

/** Opens the report on the unit, and makes it where there is none yet. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey(asked, "see-results");
  const { database, settings, now } = asked.context;
  const bare = (await asked.request.formData()).get("bare") === "yes";
  const wanted = { surveyId: survey.id, unitKey: asked.params.unitKey ?? "", bare, now: now(), settings };
  const opened = await openUnitReport(database, viewer, wanted);
  if (typeof opened === "number") return redirect(`/reports/${opened}`);
  return data({ message: opened ? WITHOUT_FIGURES[opened] : NO_UNIT_REPORT, bare: opened !== null }, { status: 422 });
}

export default function UnitResultsPage() {
  const t = useWords();
  const tell = useMessages();
  const busy = useNavigation().state !== "idle";
  const failure = useActionData<typeof action>();
  const { survey, today, tabs, unit, state, results, sizesPage } = useLoaderData<typeof loader>();
  return (
    <>
      <SurveyHeader
        survey={survey}
        today={today}
        tabs={tabs}
        title={unit.name}
        under={{ to: `/surveys/${survey.id}/results`, label: RESULTS }}
        note={
          <>
            {unit.place && <p className="muted">{unit.place}</p>}
            {!unit.surveyed && results.sized.rows.length === 0 && (
              <p className="muted">{t("Gộp phiếu của các đơn vị trực thuộc, mỗi phiếu trọng số 1.")}</p>
            )}
          </>
        }
      >
        <Form method="post">
          {failure?.bare && <BareConsent />}
          <button type="submit" className="button button-quiet" disabled={busy}>
            {busy ? t("Đang lập…") : t("Báo cáo của đơn vị")}
          </button>
        </Form>
        {unit.responses !== 0 && (
          <Link
            className="button button-quiet"
            to={`/surveys/${survey.id}/comments?unit=${encodeURIComponent(unit.key)}`}
          >
            {t("Ý kiến viết")}
          </Link>
        )}
      </SurveyHeader>
      {failure && (
        <p className="notice notice-error" role="alert">
          {tell(failure.message)}
        </p>
      )}
      {unit.responses === 0 ? (
        <NoResults results={results} state={state} ofUnit />
      ) : (
        <>
          <Headline results={results} sizesPage={sizesPage} />
          <SampleNote results={results} />
          <FactorResults results={results} />
          <ItemResults results={results} />
        </>
      )}
    </>
  );
}
