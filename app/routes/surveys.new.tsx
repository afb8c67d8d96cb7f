import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { QuestionnaireChoice } from "~/components/office/questionnaire-choice";
import { SurveyForm } from "~/components/office/survey-form";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { createSurvey } from "~/surveys/create-survey.server";
import { doneAddress } from "~/surveys/done-message";
import { titleOfYear } from "~/surveys/next-year";
import { likelyOwner, listOwners } from "~/surveys/owners.server";
import { readSurveyRequest } from "~/surveys/read-survey-request.server";
import { surveyFormOptions } from "~/surveys/survey-form-options.server";
import { formTitle } from "~/surveys/version-family";
import { listVersions } from "~db/repositories/questionnaire-versions";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Tạo đợt khảo sát");

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
    title: titleOfYear(version.title, year),
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
  const form = await request.formData();
  const version = (await listVersions(database)).find(({ id }) => id === Number(form.get("versionId")));
  const choices = version
    ? await surveyFormOptions(database, viewer, { sector: version.sector, today })
    : { units: [], groups: [], owners: await listOwners(database, viewer, { today }) };
  const asked = await readSurveyRequest(database, form, choices, today);
  if (!asked.ok) return data(asked.answer, { status: asked.status });
  const { values, input } = asked;
  const created = await createSurvey(database, viewer, input, { now: context.now(), today });
  if (!created.ok) {
    const problems = [{ field: created.field, message: created.message }];
    return data({ values, problems, list: null }, { status: 422 });
  }
  return redirect(doneAddress(`/surveys/${created.surveyId}`, "create"));
}

export default function NewSurvey() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <header className="page-header">
        <h1>{t("Tạo đợt khảo sát")}</h1>
      </header>
      {loaded.version ? (
        <>
          <p>
            {t("Bước 2/2. Mẫu phiếu:")}{" "}
            <strong>
              {t("{title}, phiên bản {version}", { title: formTitle(loaded.version), version: loaded.version.version })}
            </strong>{" "}
            <Link to="/surveys/new">{t("Chọn mẫu khác")}</Link>
          </p>
          <SurveyForm
            {...loaded.form}
            versionId={loaded.version.id}
            failure={failure ?? null}
            submit={[t("Tạo bản nháp và mã QR"), t("Đang tạo…")]}
            cancelTo="/surveys"
          />
        </>
      ) : (
        <QuestionnaireChoice versions={loaded.versions} />
      )}
    </>
  );
}
