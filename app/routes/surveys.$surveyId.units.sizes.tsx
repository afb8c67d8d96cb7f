import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireSurvey } from "~/http/require-survey.server";
import { writeSizesCsv } from "~/reports/write-sizes-csv";
import { loadUnitSizes } from "~/surveys/load-unit-sizes.server";

/** Units of a survey with population and target as a table to fill in and hand back. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, sizesFile(asked));
}

async function sizesFile(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey, today } = await requireSurvey(asked, "design-surveys", { owned: true });
  const { units } = await loadUnitSizes(asked.context.database, viewer, survey.id, today);
  return attachment(writeSizesCsv(units), { name: `co-mau-dot-${survey.id}.csv`, type: "text/csv; charset=utf-8" });
}
