import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isAllowed } from "~/access/roles";
import { groupCode, pointAddress } from "~/collection-points/code";
import { PointsTable } from "~/components/office/points-table";
import { StatusBadge } from "~/components/office/status-badge";
import { SurveyFacts } from "~/components/office/survey-facts";
import { SurveyLifecycle } from "~/components/office/survey-lifecycle";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";
import { dayOf } from "~/i18n/dates";
import { collectionState } from "~/surveys/survey";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { countByPoint } from "~db/repositories/responses";
import { changeStatus, deleteDraft, findSurvey } from "~db/repositories/surveys";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.survey.title ?? "Đợt khảo sát"} – Hài Lòng` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const { database, settings } = context;
  const today = todayOf(context);
  const survey = await findSurvey(database, viewer, numberParam(params.surveyId), today);
  if (!survey) throw new Response("Không có đợt khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  const mayDesign = survey.owned && isAllowed(viewer.role, "design-surveys");
  const counts = new Map((await countByPoint(database, viewer, survey.id)).map((row) => [row.pointId, row]));
  const points = (await listPointsOfSurvey(database, viewer, survey.id, today)).map((point) => {
    const count = counts.get(point.id);
    // Whoever runs the fieldwork needs its counts; to everybody else a small group is masked here as in the results.
    const masked = !mayDesign && count !== undefined && count.responses < settings.minimums.cell;
    return {
      id: point.id,
      unitName: point.unitName,
      label: point.label,
      code: groupCode(point.code),
      address: pointAddress(settings.publicUrl, point.code),
      responses: masked ? null : (count?.responses ?? 0),
      // A day and no finer: when somebody answered is personal.
      lastDay: count?.last && !masked ? dayOf(new Date(count.last), settings.timeZone) : null,
    };
  });
  return {
    survey,
    state: collectionState(survey, today),
    points,
    total: [...counts.values()].reduce((sum, row) => sum + row.responses, 0),
    mayDesign,
    mayPrint: isAllowed(viewer.role, "print-posters"),
  };
}

const changeSchema = z.object({
  change: z.enum(["open", "close", "reopen", "delete"]),
  confirmed: z.string().optional(),
});
const CHANGES = {
  open: { from: "draft", to: "open" },
  close: { from: "open", to: "closed" },
  reopen: { from: "closed", to: "open" },
} as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const parsed = changeSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return data({ message: "Không rõ việc cần làm." }, { status: 422 });
  const { change, confirmed } = parsed.data;
  if ((change === "close" || change === "delete") && confirmed !== "yes") {
    return data({ message: "Đánh dấu vào ô xác nhận trước rồi bấm nút." }, { status: 422 });
  }
  const surveyId = numberParam(params.surveyId);
  const changed =
    change === "delete"
      ? await deleteDraft(context.database, viewer, surveyId)
      : await changeStatus(context.database, viewer, { surveyId, ...CHANGES[change], at: context.now() });
  if (!changed) {
    const message = "Đợt khảo sát đã đổi trạng thái hoặc không thuộc phạm vi của tài khoản. Tải lại trang để xem.";
    return data({ message }, { status: 409 });
  }
  return redirect(change === "delete" ? "/surveys" : `/surveys/${surveyId}`);
}

export default function Survey() {
  const { survey, state, points, total, mayDesign, mayPrint } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/surveys">Đợt khảo sát</Link>
          </p>
          <h1>{survey.title}</h1>
          <p>
            <StatusBadge status={survey.status} />
          </p>
        </div>
        <Link className="button" to={`/surveys/${survey.id}/results`}>
          Xem kết quả
        </Link>
      </header>
      {failure && (
        <p className="notice notice-error" role="alert">
          {failure.message}
        </p>
      )}
      <SurveyFacts survey={survey} total={total} />
      {mayDesign && <SurveyLifecycle survey={survey} state={state} points={points.length} />}
      <PointsTable surveyId={survey.id} points={points} mayPrint={mayPrint} />
    </>
  );
}
