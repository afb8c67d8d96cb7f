import type { LoaderFunctionArgs } from "@remix-run/node";
import { writePointsFile } from "~/collection-points/points-file.server";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireSurvey } from "~/http/require-survey.server";

/** The points of a survey's units as CSV. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, pointsFile(asked));
}

async function pointsFile(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey, today } = await requireSurvey(asked, "manage-points");
  const { database, settings } = asked.context;
  const { publicUrl } = settings;
  const csv = await writePointsFile(database, viewer, { surveyId: survey.id, today, publicUrl });
  return attachment(csv, { name: `diem-khao-sat-dot-${survey.id}.csv`, type: "text/csv; charset=utf-8" });
}
