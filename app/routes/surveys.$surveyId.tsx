import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { DoneNotice } from "~/components/office/done-notice";
import { LeftOutLink } from "~/components/office/left-out-note";
import { ProvenanceNote } from "~/components/office/provenance-note";
import { PublicUrlWarning } from "~/components/office/public-url-warning";
import { SurveyFacts } from "~/components/office/survey-facts";
import { SurveyHeader } from "~/components/office/survey-header";
import { SurveyHistory } from "~/components/office/survey-history";
import { SurveyLifecycle } from "~/components/office/survey-lifecycle";
import { requireSurvey } from "~/http/require-survey.server";
import { todayOf } from "~/http/session.server";
import { useMessages, useWords } from "~/i18n/use-words";
import { loadProvenance } from "~/responses/load-provenance.server";
import { doneAddress, doneMessage } from "~/surveys/done-message";
import { moveSurvey } from "~/surveys/move-survey.server";
import { readStepForm, STEP_REFUSALS } from "~/surveys/read-step-form";
import { surveyOverview } from "~/surveys/survey-overview.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.survey.title ?? "Đợt khảo sát"} – Hài Lòng` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey({ request, params, context }, "see-results");
  const { publicUrl, publicUrlMissing, timeZone } = context.settings;
  const overview = await surveyOverview(context.database, viewer, survey, { today, settings: context.settings });
  const warnOfAddress = isAllowed(viewer.role, "print-posters") && publicUrlMissing && !survey.simulated;
  const imported = await loadProvenance(context.database, viewer, survey, timeZone);
  const done = doneMessage(request.url, survey.status);
  return { survey, today, tabs, publicUrl, warnOfAddress, imported, ...overview, done };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey({ request, params, context }, "design-surveys", { owned: true });
  const surveyId = survey.id;
  const read = readStepForm(await request.formData(), todayOf(context));
  if (!read.ok) return data({ step: read.step, message: read.message }, { status: 422 });
  const moment = { now: context.now(), settings: context.settings };
  const moved = await moveSurvey(context.database, viewer, { surveyId, ...read.request, ...moment });
  if (moved !== "done") {
    const { status, message } = STEP_REFUSALS[moved];
    return data({ step: moved === "outdated" ? null : read.request.step, message }, { status });
  }
  const { step } = read.request;
  return redirect(doneAddress(step === "delete" ? "/surveys" : `/surveys/${surveyId}`, step));
}

export default function Survey() {
  const loaded = useLoaderData<typeof loader>();
  const { survey, today, tabs, standings, published, running, done, publicUrl, warnOfAddress, imported } = loaded;
  const failure = useActionData<typeof action>();
  const t = useWords();
  const message = useMessages();
  const refused = failure?.step ? { step: failure.step, message: failure.message } : null;
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs}>
        {running && (
          <Link className="button button-quiet" to={`/surveys/${survey.id}/copy`}>
            {t("Lập đợt mới từ đợt này")}
          </Link>
        )}
      </SurveyHeader>
      <DoneNotice message={failure || done === null ? null : message(done)} />
      {failure && !refused && (
        <p className="notice notice-error" role="alert">
          {message(failure.message)}
        </p>
      )}
      <SurveyFacts survey={survey} standings={standings} published={published} />
      <ProvenanceNote imported={imported} />
      {running && standings && (
        <>
          <LeftOutLink surveyId={survey.id} leftOut={standings.late + standings.held} decided={running.decided} />
          {warnOfAddress && <PublicUrlWarning address={publicUrl} />}
          <SurveyLifecycle
            // After any step all panels are new: a tick that was set before agrees to nothing that is offered now.
            key={running.steps[0]?.id ?? 0}
            survey={survey}
            today={today}
            publicUrl={publicUrl}
            standings={standings}
            running={running}
            refused={refused}
          />
          <SurveyHistory steps={running.steps} />
        </>
      )}
    </>
  );
}
