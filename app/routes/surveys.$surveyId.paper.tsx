import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/components/office/done-notice";
import { NewBatchForm, PaperBatchesTable } from "~/components/office/paper-batches";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { createBatch } from "~/responses/key-paper.server";
import { batchInputSchema, batchProgress } from "~/responses/paper-batch";
import { byName } from "~/units/tree-order";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { listBatches, listKeyed } from "~db/repositories/paper";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  pageTitle(matches, "Phiếu giấy: {title}", { title: shown?.survey.title ?? "" });

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "enter-paper");
  const { database } = asked.context;
  const keyed = await listKeyed(database, viewer, survey.id);
  const batches = await listBatches(database, viewer, survey.id, today);
  const points = await listPointsOfSurvey(database, viewer, survey.id, today);
  return {
    survey,
    today,
    tabs,
    deleted: new URL(asked.request.url).searchParams.get("done") === "delete",
    points: points
      .map(({ id, label, unitName }) => ({ id, label, unitName }))
      .sort((one, other) =>
        byName({ name: one.unitName, code: one.label }, { name: other.unitName, code: other.label }),
      ),
    batches: batches.map(({ seed, survey: _survey, ...batch }) => ({
      ...batch,
      progress: batchProgress(
        { ...batch, seed },
        keyed.filter(({ batchId }) => batchId === batch.id),
      ),
    })),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(asked, "enter-paper");
  const { database, now, settings } = asked.context;
  const values = Object.fromEntries(await asked.request.formData()) as Record<string, string>;
  const parsed = batchInputSchema.safeParse(values);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return data({ problems, values }, { status: 422 });
  }
  const moment = { now: now(), today, timeZone: settings.timeZone };
  const asBatch = { surveyId: survey.id, survey, input: parsed.data };
  const created = await createBatch(database, viewer, asBatch, moment);
  if (!created.ok) return data({ problems: created.problems, values }, { status: 422 });
  return redirect(`/surveys/${survey.id}/paper/${created.batchId}`, 303);
}

export default function Paper() {
  const { survey, today, tabs, points, batches, deleted } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Phiếu giấy")}>
        <a className="button button-quiet" href={`/surveys/${survey.id}/paper/form.pdf`}>
          {t("In phiếu giấy (PDF)")}
        </a>
      </SurveyHeader>
      <DoneNotice message={deleted && !refused ? t("Đã xóa lô phiếu.") : null} />
      <section aria-labelledby="batches">
        <h2 id="batches">{t("Lô phiếu")}</h2>
        <PaperBatchesTable surveyId={survey.id} batches={batches} />
      </section>
      <section aria-labelledby="new-batch">
        <h2 id="new-batch">{t("Thêm lô phiếu")}</h2>
        <NewBatchForm points={points} values={refused?.values ?? {}} problems={refused?.problems ?? []} />
      </section>
    </>
  );
}
