import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { refusal } from "~/http/refusal";
import { requireSurvey } from "~/http/require-survey.server";
import { readVersion } from "~/questionnaires/read-version.server";
import { readRecordsForm, recordFilesFor } from "~/reports/records/record-files";
import { takeRecords } from "~/reports/records/take-records.server";

/** The address alone leads to the page with the form. */
export async function loader(asked: LoaderFunctionArgs) {
  const { survey } = await requireSurvey(asked, "take-records", { owned: true });
  return redirect(`/surveys/${survey.id}/files/records`);
}

/** Single records as a file, once the form is filled in; a refusal is a page that says why. */
export function action(asked: ActionFunctionArgs) {
  return fileOrPage(asked, recordsFile(asked));
}

const NOT_YET = {
  "not-final": "Chỉ tải được phiếu của đợt đã chốt kết quả.",
  few: "Đợt có quá ít phiếu để tải từng phiếu mà không lộ danh tính.",
};

async function recordsFile(asked: ActionFunctionArgs): Promise<Response> {
  const { viewer, survey } = await requireSurvey(asked, "take-records", { owned: true });
  const { database, settings, now } = asked.context;
  const back = { address: `/surveys/${survey.id}/files/records`, label: "Về trang Phiếu ẩn danh" };
  const refuse = (status: number, detail: string) => refusal(status, { title: "Chưa tải được phiếu", detail, back });
  const { sector } = await readVersion(database, survey.versionId);
  const read = readRecordsForm(await asked.request.formData(), recordFilesFor(sector));
  if (!read.ok) throw refuse(422, `${read.problems.map(({ message }) => message).join(". ")}.`);
  const made = await takeRecords(database, viewer, { survey, now: now(), settings, order: read.order });
  if (typeof made === "string") throw refuse(409, NOT_YET[made]);
  return attachment(made.body, made);
}
