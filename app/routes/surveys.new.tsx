import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewSurveyForm } from "~/components/office/new-survey-form";
import { QuestionnaireChoice } from "~/components/office/questionnaire-choice";
import { requireViewer, todayOf } from "~/http/session.server";
import { createSurvey } from "~/surveys/create-survey.server";
import { readSurveyForm } from "~/surveys/read-survey-form";
import { KINDS_OF_SECTOR } from "~/units/unit-kinds";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { listUnits } from "~db/repositories/units";

export const meta: MetaFunction = () => [{ title: "Tạo đợt khảo sát – Hài Lòng" }];

/** First which questionnaire (`?version=`), then its units and dates: each step is a page of its own without scripts. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const today = todayOf(context);
  const versions = (await listVersions(context.database)).filter(
    (version) => version.collectable && (viewer.sector === null || version.sector === viewer.sector),
  );
  const chosen = Number(new URL(request.url).searchParams.get("version"));
  const version = versions.find((candidate) => candidate.id === chosen) ?? null;
  const kinds = version ? KINDS_OF_SECTOR[version.sector] : [];
  const units = version ? await listUnits(context.database, viewer, { on: today, kinds }) : [];
  return { versions, version, units, kinds, today, yearEnd: `${today.slice(0, 4)}-12-31` };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const today = todayOf(context);
  const units = await listUnits(context.database, viewer, { on: today });
  const { values, result } = readSurveyForm(await request.formData(), units);
  if (!result.ok) return data({ values, problems: result.problems }, { status: 422 });
  const created = await createSurvey(context.database, viewer, result.input, { now: context.now(), today });
  if (!created.ok) {
    return data({ values, problems: [{ field: created.field, message: created.message }] }, { status: 422 });
  }
  return redirect(`/surveys/${created.surveyId}`);
}

export default function NewSurvey() {
  const { versions, version, ...options } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <h1>Tạo đợt khảo sát</h1>
      </header>
      {version ? (
        <NewSurveyForm version={version} {...options} failure={failure ?? null} />
      ) : (
        <QuestionnaireChoice versions={versions} />
      )}
    </>
  );
}
