import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecordFindings } from "~/components/office/record-findings";
import { RecordsForm } from "~/components/office/records-form";
import { SurveyHeader } from "~/components/office/survey-header";
import { patiently } from "~/http/require-results.server";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import { PATIENCE_MS } from "~/indices/reading-progress";
import { readVersion } from "~/questionnaires/read-version.server";
import { readRecordsForm, recordFilesFor, recordsFormValues } from "~/reports/records/record-files";
import { checkRecords } from "~/reports/records/take-records.server";

const FILES: Phrase = "Tải số liệu";

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Phiếu ẩn danh");

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "take-records", { owned: true });
  const { database, settings, now } = asked.context;
  const questionnaire = await readVersion(database, survey.versionId);
  const found = patiently(await checkRecords(database, viewer, { survey, now: now(), settings }, PATIENCE_MS));
  const texts = new Map(questionnaire.items.map(({ code, text }) => [code, text.vi]));
  return {
    ...{ survey, today, tabs, found, files: recordFilesFor(questionnaire.sector) },
    questions: typeof found === "string" ? [] : found.suppressed.map(({ code }) => texts.get(code) ?? null),
  };
}

/**
 * Looks the form over: it is shown again as it was filled in, or goes on, whole, to the address that answers with the file
 * (307 keeps the form).
 */
export async function action(asked: ActionFunctionArgs) {
  const { survey } = await requireSurvey(asked, "take-records", { owned: true });
  const { sector } = await readVersion(asked.context.database, survey.versionId);
  const form = await asked.request.formData();
  const read = readRecordsForm(form, recordFilesFor(sector));
  if (!read.ok) return data({ problems: read.problems, values: recordsFormValues(form) }, { status: 422 });
  return redirect(`/surveys/${survey.id}/files/records/take`, 307);
}

/** What the disclosure check finds, and the form by which single records are taken. */
export default function Records() {
  const t = useWords();
  const { survey, today, tabs, found, files, questions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <SurveyHeader
        survey={survey}
        today={today}
        tabs={tabs}
        title={t("Phiếu ẩn danh")}
        under={{ to: `/surveys/${survey.id}/files`, label: FILES }}
      />
      {found === "not-final" && (
        <p>{t("Chỉ tải được từng phiếu khi đợt đã chốt kết quả: mọi tệp khi ấy cùng một số liệu.")}</p>
      )}
      {found === "few" && <p>{t("Đợt có quá ít phiếu: tải từng phiếu sẽ lộ danh tính người trả lời.")}</p>}
      {typeof found !== "string" && (
        <>
          <RecordFindings found={found} questions={questions} />
          <RecordsForm surveyId={survey.id} files={files} uniqueByTime={found.uniqueByTime} answer={answer} />
        </>
      )}
    </>
  );
}
