import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "~/http/attachment";
import { fileOrPage } from "~/http/file-or-page.server";
import { numberParam } from "~/http/params";
import { requireSurvey } from "~/http/require-survey.server";
import { surveyPaperForm } from "~/responses/paper-forms.server";

/** The survey's form to print and fill in by hand; `?point=` names the place where it is handed out. */
export function loader(asked: LoaderFunctionArgs) {
  return fileOrPage(asked, formOfSurvey(asked));
}

async function formOfSurvey(asked: LoaderFunctionArgs): Promise<Response> {
  const { viewer, survey, today } = await requireSurvey(asked, "enter-paper");
  const point = new URL(asked.request.url).searchParams.get("point");
  const { database, settings } = asked.context;
  const file = await surveyPaperForm(database, {
    viewer,
    survey,
    pointId: point ? numberParam(point) : null,
    province: settings.province,
    today,
  });
  if (!file) throw new Response("Không có điểm khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  return attachment(file.body, { ...file, inline: true });
}
