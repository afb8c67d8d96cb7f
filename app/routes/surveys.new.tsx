import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { QuestionnaireChoice } from "~/components/office/questionnaire-choice";
import { SurveyForm } from "~/components/office/survey-form";
import { requireViewer, todayOf } from "~/http/session.server";
import { createSurvey } from "~/surveys/create-survey.server";
import { doneAddress } from "~/surveys/done-message";
import { likelyOwner, listOwners } from "~/surveys/owners.server";
import { readSurveyForm } from "~/surveys/read-survey-form";
import { surveyFormOptions } from "~/surveys/survey-form-options.server";
import { listVersions } from "~db/repositories/questionnaire-versions";
import { listUnits } from "~db/repositories/units";

export const meta: MetaFunction = () => [{ title: "Tạo đợt khảo sát – Hài Lòng" }];

/** First which questionnaire (`?version=`), then its units and dates: each step is a page of its own without scripts. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const { database } = context;
  const today = todayOf(context);
  const versions = (await listVersions(database)).filter(
    (version) => version.collectable && (viewer.sector === null || version.sector === viewer.sector),
  );
  const chosen = Number(new URL(request.url).searchParams.get("version"));
  const version = versions.find((candidate) => candidate.id === chosen);
  if (!version) return { versions, version: null };
  const options = await surveyFormOptions(database, viewer, { sector: version.sector, today });
  const owner = await likelyOwner(database, options.owners, version.sector);
  const year = today.slice(0, 4);
  const initial = {
    title: `${version.title} năm ${year}`.slice(0, 200),
    ownerUnitId: String(owner?.id ?? ""),
    opensOn: today,
    closesOn: `${year}-12-31`,
    basis: "",
    unitIds: [],
    kinds: [],
  };
  return { versions, version, form: { ...options, initial, today } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const { database } = context;
  const today = todayOf(context);
  const choices = {
    units: await listUnits(database, viewer, { on: today }),
    owners: await listOwners(database, viewer, { today }),
  };
  const { values, result } = readSurveyForm(await request.formData(), choices, today);
  if (!result.ok) return data({ values, problems: result.problems }, { status: 422 });
  const created = await createSurvey(database, viewer, result.input, { now: context.now(), today });
  if (!created.ok) {
    return data({ values, problems: [{ field: created.field, message: created.message }] }, { status: 422 });
  }
  return redirect(doneAddress(`/surveys/${created.surveyId}`, "create"));
}

export default function NewSurvey() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <h1>Tạo đợt khảo sát</h1>
      </header>
      {loaded.version ? (
        <>
          <p>
            Bước 2/2. Mẫu phiếu: <strong>{loaded.version.title}</strong> (<Link to="/surveys/new">chọn mẫu khác</Link>)
          </p>
          <SurveyForm
            {...loaded.form}
            versionId={loaded.version.id}
            failure={failure ?? null}
            submit={["Tạo bản nháp và mã QR", "Đang tạo…"]}
            cancelTo="/surveys"
          />
        </>
      ) : (
        <QuestionnaireChoice versions={loaded.versions} />
      )}
    </>
  );
}
