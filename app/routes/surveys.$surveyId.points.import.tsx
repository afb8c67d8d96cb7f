import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { POINTS_REFUSALS } from "~/collection-points/manage-points.server";
import { planFile, takePlan } from "~/collection-points/points-file.server";
import { PointsImport } from "~/components/office/points-import";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Nhập điểm khảo sát từ tệp");

export async function loader(asked: LoaderFunctionArgs) {
  const { survey, today, tabs } = await requireSurvey(asked, "manage-points");
  return { survey, today, tabs };
}

/** Shows what a file would change; the preview sends the same text back to have it done. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(asked, "manage-points");
  const { database } = asked.context;
  const form = await asked.request.formData();
  const { bytes, text } = await fileIn(form);
  const refuse = (message: string, status = 422) => data({ preview: null, message }, { status });
  if (bytes.length === 0) return refuse("Chọn một tệp CSV.");
  const planned = await planFile(database, viewer, { surveyId: survey.id, today }, bytes);
  if (!planned.ok) return refuse(planned.reason);
  const { plan } = planned;
  const preview = { ...plan, text };
  const skip = form.get("bad") === "skip";
  if (form.get("step") !== "take") return data({ preview, message: null });
  if (plan.problems.length > 0 && !skip) {
    return data({ preview, message: "Còn dòng lỗi: sửa tệp, hoặc chọn bỏ qua dòng lỗi." }, { status: 422 });
  }
  const outcome = await takePlan(database, viewer, { surveyId: survey.id, now: asked.context.now() }, plan);
  if (outcome !== "done") {
    const { status, message } = POINTS_REFUSALS[outcome];
    return data({ preview, message }, { status });
  }
  const changed = plan.rows.filter(({ change }) => change !== "unchanged").length;
  return redirect(`/surveys/${survey.id}/points?done=file&n=${changed}`);
}

/** The file chosen, or the text that a preview carries. A form keeps no lone LF, which CSV does not mind. */
async function fileIn(form: FormData): Promise<{ bytes: Uint8Array; text: string }> {
  const file = form.get("file");
  const bytes =
    file instanceof File
      ? new Uint8Array(await file.arrayBuffer())
      : new TextEncoder().encode(String(form.get("text") ?? ""));
  return { bytes, text: new TextDecoder().decode(bytes) };
}

export default function ImportPoints() {
  const { survey, today, tabs } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Nhập điểm từ tệp CSV")} />
      <PointsImport surveyId={survey.id} preview={done?.preview ?? null} message={done?.message ?? null} />
    </>
  );
}
