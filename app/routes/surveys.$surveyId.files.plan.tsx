import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { requireSurvey } from "~/http/require-survey.server";
import { makePlanFile } from "~/reports/load-survey-plan.server";

/** The plan of a survey (Kế hoạch thực hiện) as a Word file. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, planFile(asked));
}

async function planFile(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey, today } = await requireSurvey(asked, "design-surveys", { owned: true });
  const { database, settings } = asked.context;
  const file = await makePlanFile(database, viewer, { survey, province: settings.province, today });
  return attachment(file.body, file);
}
