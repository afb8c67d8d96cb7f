import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SurveyForm } from "~/components/office/survey-form";
import { SurveyHeader } from "~/components/office/survey-header";
import { refusal } from "~/http/refusal";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { doneAddress } from "~/surveys/done-message";
import { readSurveyRequest } from "~/surveys/read-survey-request.server";
import { listFormChoices, reviseSurvey } from "~/surveys/revise-survey.server";
import { surveyFormOptions } from "~/surveys/survey-form-options.server";
import { typedTarget } from "~/surveys/target-rate";
import { readSurveyState } from "~db/repositories/survey-changes";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Sửa: {title}", { title: data?.survey.title ?? "đợt khảo sát" });

function notChangeable({ id, title }: { id: number; title: string }): Response {
  return refusal(409, {
    title: "Đợt khảo sát đã đóng, không sửa được nữa",
    detail: `“${title}”: muốn kéo dài hoặc thêm đơn vị, mở lại đợt khảo sát trước.`,
    back: { address: `/surveys/${id}`, label: "Về trang của đợt khảo sát" },
  });
}

/** The survey that the viewer runs as it stands, with what its form offers. */
async function requireChangeable(args: LoaderFunctionArgs) {
  const found = await requireSurvey(args, "design-surveys", { owned: true });
  const { viewer, survey, today } = found;
  const { database } = args.context;
  const state = await readSurveyState(database, viewer, survey.id);
  if (!state || state.status === "closed" || state.status === "finalised") throw notChangeable(survey);
  const options = await surveyFormOptions(database, viewer, {
    sector: survey.sector,
    today,
    draft: survey,
  });
  return { ...found, state, options };
}

export async function loader(args: LoaderFunctionArgs) {
  const { survey, today, tabs, state, options } = await requireChangeable(args);
  const { title, ownerUnitId, opensOn, closesOn, basis, unitIds, mark, status } = state;
  const targetRate = typedTarget(state.targetRate);
  const fields = { title, ownerUnitId: String(ownerUnitId), opensOn, closesOn, basis, targetRate, unitIds };
  const initial = { ...fields, kinds: [], mark };
  const mayChangeForm = status === "draft" && !state.answered;
  const versions = mayChangeForm ? await listFormChoices(args.context.database, survey.versionId) : [];
  const wanted = Number(new URL(args.request.url).searchParams.get("version"));
  const versionId = versions.find(({ id }) => id === wanted)?.id ?? survey.versionId;
  return {
    survey,
    today,
    tabs,
    versions,
    versionId,
    formStays: status === "draft" && state.answered,
    form: { ...options, initial, today, running: status !== "draft" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, today, survey, state, options } = await requireChangeable(args);
  const { context, request } = args;
  const form = await request.formData();
  const draft = state.status === "draft";
  const versionId = draft && form.get("versionId") ? undefined : survey.versionId;
  const choices = { ...options, versionId, fixed: draft ? null : state };
  const asked = await readSurveyRequest(context.database, form, choices, today);
  if (!asked.ok) return data({ ...asked.answer, conflict: null }, { status: asked.status });
  const { values, input } = asked;
  const revision = { surveyId: survey.id, input, mark: values.mark ?? null };
  const revised = await reviseSurvey(context.database, viewer, revision, { now: context.now(), today });
  if (revised.ok) {
    return redirect(doneAddress(`/surveys/${survey.id}`, state.status === "draft" ? "save" : "change"));
  }
  if (revised.field === null) throw notChangeable(survey);
  if (revised.field === "mark") {
    const { mark, answered: _answered, ...conflict } = revised.current;
    return data({ values: { ...values, mark }, problems: [], conflict, list: null }, { status: 409 });
  }
  const problems = [{ field: revised.field, message: revised.message }];
  return data({ values, problems, conflict: null, list: null }, { status: 422 });
}

export default function EditSurvey() {
  const { survey, today, tabs, versions, versionId, formStays, form } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <SurveyHeader
        survey={survey}
        today={today}
        tabs={tabs}
        title={form.running ? t("Kéo dài, thêm đơn vị, đổi tên") : t("Sửa bản nháp")}
      />
      <p>
        {t("Mẫu phiếu")}: <strong>{survey.questionnaireTitle}</strong>. {t("Đơn vị giữ lại vẫn dùng mã QR cũ.")}{" "}
        {formStays && t("Bản nháp đã có phiếu nên mẫu phiếu giữ nguyên.")}
      </p>
      <SurveyForm
        {...form}
        versionId={versionId}
        versions={versions}
        versionHint={versionId === survey.versionId ? undefined : t("Bấm “Lưu thay đổi” để đổi sang mẫu này.")}
        failure={failure ?? null}
        submit={[t("Lưu thay đổi"), t("Đang lưu…")]}
        cancelTo={`/surveys/${survey.id}`}
      />
    </>
  );
}
