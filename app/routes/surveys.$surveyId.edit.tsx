import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SurveyForm } from "~/components/office/survey-form";
import { numberParam } from "~/http/params";
import { refusal } from "~/http/refusal";
import { requireViewer, todayOf } from "~/http/session.server";
import { doneAddress } from "~/surveys/done-message";
import { readSurveyForm } from "~/surveys/read-survey-form";
import { reviseDraft } from "~/surveys/revise-draft.server";
import { surveyFormOptions } from "~/surveys/survey-form-options.server";
import { findSurvey, listSurveyUnitIds } from "~db/repositories/surveys";

export const meta: MetaFunction = () => [{ title: "Sửa bản nháp – Hài Lòng" }];

function notADraft({ id, title }: { id: number; title: string }): Response {
  return refusal(409, {
    title: "Đợt khảo sát đã mở, không sửa được nữa",
    detail: `“${title}” không còn là bản nháp: tên, thời gian và đơn vị giữ như lúc mở.`,
    back: { address: `/surveys/${id}`, label: "Về trang của đợt khảo sát" },
  });
}

/** The draft that the viewer runs, with what its form offers. */
async function requireDraft(request: Request, context: AppLoadContext, surveyId: number) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const today = todayOf(context);
  const survey = await findSurvey(context.database, viewer, surveyId, today);
  if (!survey?.owned) {
    throw new Response("Không có đợt khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  }
  if (survey.status !== "draft") throw notADraft(survey);
  const options = await surveyFormOptions(context.database, viewer, { sector: survey.sector, today, draft: survey });
  return { viewer, today, survey, options };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, today, survey, options } = await requireDraft(request, context, numberParam(params.surveyId));
  const { title, opensOn, closesOn, basis } = survey;
  const unitIds = await listSurveyUnitIds(context.database, viewer, survey.id);
  const initial = { title, ownerUnitId: String(survey.ownerUnitId), opensOn, closesOn, basis, unitIds, kinds: [] };
  return { survey, form: { ...options, initial, today } };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, today, survey, options } = await requireDraft(request, context, numberParam(params.surveyId));
  const choices = { ...options, versionId: survey.versionId };
  const { values, result } = readSurveyForm(await request.formData(), choices, today);
  if (!result.ok) return data({ values, problems: result.problems }, { status: 422 });
  const revision = { surveyId: survey.id, input: result.input };
  const revised = await reviseDraft(context.database, viewer, revision, { now: context.now(), today });
  if (revised.ok) return redirect(doneAddress(`/surveys/${survey.id}`, "save"));
  if (revised.field === null) throw notADraft(survey);
  return data({ values, problems: [{ field: revised.field, message: revised.message }] }, { status: 422 });
}

export default function EditSurvey() {
  const { survey, form } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/surveys">Đợt khảo sát</Link> › <Link to={`/surveys/${survey.id}`}>{survey.title}</Link>
          </p>
          <h1>Sửa bản nháp</h1>
        </div>
      </header>
      <p>
        Mẫu phiếu: <strong>{survey.questionnaireTitle}</strong>. Đơn vị giữ lại vẫn dùng mã QR cũ.
      </p>
      <SurveyForm
        {...form}
        versionId={survey.versionId}
        failure={failure ?? null}
        submit={["Lưu thay đổi", "Đang lưu…"]}
        cancelTo={`/surveys/${survey.id}`}
      />
    </>
  );
}
