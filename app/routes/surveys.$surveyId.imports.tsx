import { rmSync } from "node:fs";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ImportGuide } from "~/components/office/import-guide";
import { ImportsTable } from "~/components/office/imports-table";
import { SurveyHeader } from "~/components/office/survey-header";
import { UploadForm } from "~/components/office/upload-form";
import { receiveUpload } from "~/http/receive-upload.server";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { readVersion } from "~/questionnaires/read-version.server";
import { importQuestions } from "~/responses/import-questions";
import { MOST_BYTES } from "~/responses/import-report";
import { beginImport, importRefusal, listImportsInWork } from "~/responses/manage-imports.server";
import { readUploadFields } from "~/responses/read-upload-fields";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Nhập tệp: {title}", { title: data?.survey.title ?? "" });

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "import-responses", { owned: true });
  const { database, imports, settings } = asked.context;
  const files = await listImportsInWork(database, imports, viewer, survey.id);
  const questionnaire = await readVersion(database, survey.versionId);
  return {
    ...{ survey, today, tabs, mostBytes: MOST_BYTES },
    refusal: importRefusal(survey, today),
    files: files.map(({ createdAt, ...file }) => ({
      ...file,
      arrived: formatMoment(new Date(createdAt), settings.timeZone),
    })),
    questions: importQuestions(questionnaire),
  };
}

/** Takes the upload and starts reading it; the page of the file tells how far it is. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(asked, "import-responses", { owned: true });
  const { request, context } = asked;
  const { imports, database } = context;
  const refusal = importRefusal(survey, today);
  if (refusal) return data({ problems: [{ field: "file", message: refusal }], provenance: "" }, { status: 409 });
  const { fields, file } = await receiveUpload(request, { folder: imports.folder(), field: "file", limit: MOST_BYTES });
  const read = readUploadFields(fields, file !== null && file.bytes > 0);
  if (!read.ok || !file) {
    if (file) rmSync(file.path, { force: true });
    return data({ problems: read.ok ? [] : read.problems, provenance: fields.provenance ?? "" }, { status: 422 });
  }
  const upload = { surveyId: survey.id, upload: file, provenance: read.provenance, now: context.now() };
  const importId = await beginImport(database, imports, viewer, upload);
  return redirect(importId === null ? `/surveys/${survey.id}` : `/surveys/${survey.id}/imports/${importId}`);
}

export default function Imports() {
  const { survey, today, tabs, files, refusal, questions, mostBytes } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Nhập tệp phiếu trả lời")} />
      <UploadForm surveyId={survey.id} refusal={refusal} mostBytes={mostBytes} failed={failed ?? null} />
      <ImportsTable surveyId={survey.id} files={files} />
      <ImportGuide surveyId={survey.id} questions={questions} />
    </>
  );
}
