import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireSurvey } from "~/http/require-survey.server";
import { streamBadCells } from "~/reports/write-bad-cells.server";
import { eachBadCells, viewImport } from "~/responses/manage-imports.server";

/** Every bad cell of a file, as CSV. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, badRows(asked));
}

async function badRows(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey } = await requireSurvey(asked, "import-responses", { owned: true });
  const { database, imports } = asked.context;
  const place = { surveyId: survey.id, importId: numberParam(asked.params.importId) };
  const view = await viewImport(database, imports, viewer, place);
  if (!view || view.badCells === 0)
    throw new Response("Không có danh sách dòng sai của tệp này, hoặc đã xóa sau 7 ngày.", { status: 404 });
  const stream = createReadableStreamFromReadable(streamBadCells(eachBadCells(imports, place.importId)));
  return attachment(stream, { name: `dong-sai-tep-${place.importId}.csv`, type: "text/csv; charset=utf-8" });
}
