import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ImportBadCells } from "~/components/office/import-bad-cells";
import { ImportFindings } from "~/components/office/import-findings";
import { ImportState } from "~/components/office/import-state";
import { SurveyHeader } from "~/components/office/survey-header";
import { numberParam } from "~/http/params";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { decideImport, importRefusal, viewImport } from "~/responses/manage-imports.server";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Tệp {title}", { title: data?.view.file.fileName ?? "" });

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "import-responses", { owned: true });
  const { database, imports, settings } = asked.context;
  const place = { surveyId: survey.id, importId: numberParam(asked.params.importId) };
  const view = await viewImport(database, imports, viewer, place);
  if (!view) throw new Response("Không có tệp này trong đợt khảo sát.", { status: 404 });
  const moment = (instant: string | null) => instant && formatMoment(new Date(instant), settings.timeZone);
  const { createdAt, finishedAt } = view.file;
  const refusal = importRefusal(survey, today);
  return { survey, today, tabs, view, refusal, arrived: moment(createdAt) ?? "", finished: moment(finishedAt) };
}

const decisionSchema = z.object({
  change: z.enum(["store", "skip", "recheck", "cancel"]),
  confirmed: z.string().optional(),
});

export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(asked, "import-responses", { owned: true });
  const { request, context, params } = asked;
  const importId = numberParam(params.importId);
  const refuse = (step: string | null, message: string, status: number) => data({ step, message }, { status });
  const parsed = decisionSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return refuse(null, "Không rõ việc cần làm.", 422);
  const { change: decision, confirmed } = parsed.data;
  if ((decision === "skip" || decision === "cancel") && confirmed !== "yes") {
    return refuse(decision, "Đánh dấu vào ô xác nhận rồi bấm nút.", 422);
  }
  const refusal = importRefusal(survey, today);
  if (refusal && decision !== "cancel") return refuse(null, refusal, 409);
  const place = { surveyId: survey.id, importId, decision, now: context.now() };
  const done = await decideImport(context.database, context.imports, viewer, place);
  if (!done) return refuse(null, "Tệp đã sang bước khác. Trang này đã được làm mới; xem lại rồi quyết định.", 409);
  return redirect(`/surveys/${survey.id}/imports/${importId}`);
}

export default function Import() {
  const { survey, today, tabs, view, refusal, arrived, finished } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  const { file, report, bad, badCells, kept } = view;
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Tệp phiếu trả lời")} />
      <ImportState
        surveyId={survey.id}
        file={file}
        report={report}
        kept={kept}
        {...{ refusal, arrived, finished }}
        failure={failure ?? null}
      />
      {badCells > 0 && <ImportBadCells surveyId={survey.id} importId={file.id} cells={bad} total={badCells} />}
      {report && <ImportFindings surveyId={survey.id} report={report} />}
    </>
  );
}
