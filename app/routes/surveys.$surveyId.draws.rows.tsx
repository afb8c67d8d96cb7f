import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { refusal } from "~/http/refusal";
import { requireSurvey } from "~/http/require-survey.server";
import { writeDrawnRowsCsv } from "~/reports/write-drawn-rows-csv";
import { drawRows } from "~/surveys/draw-rows.server";
import { readRowsDraw } from "~/surveys/read-draw-form";

/** The address alone leads to the page with the form. */
export async function loader(asked: LoaderFunctionArgs) {
  const { survey } = await requireSurvey(asked, "design-surveys", { owned: true });
  return redirect(`/surveys/${survey.id}/draws`);
}

/** Draws rows of the list handed in and gives them back as a file; a refusal is a page that says why. */
export function action(asked: ActionFunctionArgs) {
  return fileOrPage(asked, drawnFile(asked));
}

async function drawnFile(asked: ActionFunctionArgs): Promise<Response> {
  const { viewer, survey } = await requireSurvey(asked, "design-surveys", { owned: true });
  const refuse = (problems: readonly string[]) =>
    refusal(422, {
      title: "Chưa rút được mẫu",
      detail: problems.join(". "),
      back: { address: `/surveys/${survey.id}/draws`, label: "Về trang Rút mẫu" },
    });
  const read = await readRowsDraw(await asked.request.formData());
  if (!read.ok) throw refuse(read.problems.map(({ message }) => message));
  const request = { surveyId: survey.id, ...read.input, now: asked.context.now() };
  const drawn = await drawRows(asked.context.database, viewer, request);
  if (!drawn.ok) throw refuse([drawn.message]);
  const name = `mau-rut-${drawn.result.drawId}-dot-${survey.id}.csv`;
  return attachment(writeDrawnRowsCsv(drawn.result), { name, type: "text/csv; charset=utf-8" });
}
