import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SurveyForm } from "~/components/office/survey-form";
import { SurveyHeader } from "~/components/office/survey-header";
import { UnitChangesNotice } from "~/components/office/unit-changes-notice";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { copySurvey, prepareCopy } from "~/surveys/copy-survey.server";
import { doneAddress } from "~/surveys/done-message";
import { readSurveyRequest } from "~/surveys/read-survey-request.server";
import { surveyFormOptions } from "~/surveys/survey-form-options.server";
import { typedTarget } from "~/surveys/target-rate";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Lập đợt mới từ: {title}", { title: data?.survey.title ?? "đợt khảo sát" });

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(args, "design-surveys", { owned: true });
  const { database } = args.context;
  const options = await surveyFormOptions(database, viewer, { sector: survey.sector, today });
  const { versions, variantFirst, changes, title, opensOn, closesOn, unitIds } = await prepareCopy(
    database,
    viewer,
    survey,
    today,
  );
  const { basis } = survey;
  const wanted = Number(new URL(args.request.url).searchParams.get("version"));
  const asked = versions.find(({ id }) => id === wanted)?.id ?? null;
  const fields = { title, ownerUnitId: String(survey.ownerUnitId), opensOn, closesOn, basis, unitIds };
  const initial = { ...fields, targetRate: typedTarget(survey.targetRate), kinds: [] };
  return { survey, today, changes, versions, variantFirst, asked, form: { ...options, initial, today } };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(args, "design-surveys", { owned: true });
  const { context, request } = args;
  const options = await surveyFormOptions(context.database, viewer, { sector: survey.sector, today });
  const asked = await readSurveyRequest(context.database, await request.formData(), options, today);
  if (!asked.ok) return data(asked.answer, { status: asked.status });
  const { values, input } = asked;
  const moment = { now: context.now(), today };
  const copied = await copySurvey(context.database, viewer, { from: survey, input }, moment);
  if (copied.ok) return redirect(doneAddress(`/surveys/${copied.surveyId}`, "copy"));
  const problems = [{ field: copied.field, message: copied.message }];
  return data({ values, problems, list: null }, { status: 422 });
}

export default function CopySurvey() {
  const { survey, today, changes, versions, variantFirst, asked, form } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={[]} title={t("Lập đợt mới từ đợt này")} />
      <p>
        {t(
          "Mọi thứ đã điền sẵn theo đợt trước, ngày dời sang năm sau. Đơn vị, điểm khảo sát, cỡ mẫu và kế hoạch đi theo; đơn vị giữ mã QR cũ.",
        )}
      </p>
      <UnitChangesNotice changes={changes} />
      <SurveyForm
        {...form}
        versionId={asked ?? versions[0]?.id ?? survey.versionId}
        versions={versions}
        versionHint={
          variantFirst && asked === null ? t("Đã chọn sẵn biến thể mới nhất lập từ mẫu của đợt trước.") : undefined
        }
        failure={failure ?? null}
        submit={[t("Lập bản nháp"), t("Đang lập…")]}
        cancelTo={`/surveys/${survey.id}`}
      />
    </>
  );
}
