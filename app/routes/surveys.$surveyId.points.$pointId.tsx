import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { changePointCode } from "~/collection-points/change-point-code.server";
import { groupCode } from "~/collection-points/code";
import { readCodeChange } from "~/collection-points/read-code-change";
import { PointCode } from "~/components/office/point-code";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";
import { dayOf } from "~/i18n/dates";
import { listPointsOfSurvey, listSurveysAtPointsOf } from "~db/repositories/collection-points";
import { listRetiredCodes } from "~db/repositories/point-codes";

export const meta: MetaFunction = () => [{ title: "Mã của điểm khảo sát – Hài Lòng" }];

/** The point of the survey in the address for whoever may print its poster. */
async function requirePoint({ request, params, context }: Pick<LoaderFunctionArgs, "request" | "params" | "context">) {
  const { viewer } = await requireViewer(request, context, "print-posters");
  const [surveyId, pointId] = [numberParam(params.surveyId), numberParam(params.pointId)];
  const points = await listPointsOfSurvey(context.database, viewer, surveyId, todayOf(context));
  const point = points.find(({ id }) => id === pointId);
  if (!point) throw new Response("Không có điểm khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  return { viewer, surveyId, point };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, surveyId, point } = await requirePoint({ request, params, context });
  const { database, settings } = context;
  const pointId = point.id;
  const dayIn = (instant: string) => dayOf(new Date(instant), settings.timeZone);
  const retired = await listRetiredCodes(database, viewer, pointId);
  const surveys = (await listSurveysAtPointsOf(database, viewer, surveyId)).get(pointId) ?? [];
  return {
    surveyId,
    point: {
      id: pointId,
      unitName: point.unitName,
      label: point.label,
      code: groupCode(point.code),
      revokedOn: point.revokedAt && dayIn(point.revokedAt),
    },
    retired: retired.map(({ code, reason, retiredAt }) => ({ code: groupCode(code), reason, day: dayIn(retiredAt) })),
    surveys: surveys.filter(({ status }) => status === "open").length,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, surveyId, point: found } = await requirePoint({ request, params, context });
  const read = readCodeChange(await request.formData());
  if (!read.ok) return data({ message: read.message }, { status: 422 });
  const point = { surveyId, pointId: found.id, now: context.now() };
  if (!(await changePointCode(context.database, viewer, point, read.change))) {
    const message = "Mã đã đổi trạng thái. Tải lại trang để xem.";
    return data({ message }, { status: 409 });
  }
  return redirect(`/surveys/${point.surveyId}/points/${point.pointId}`);
}

export default function PointPage() {
  const { surveyId, ...shown } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to={`/surveys/${surveyId}/points`}>Điểm khảo sát</Link>
          </p>
          <h1>{shown.point.unitName}</h1>
          <p>{shown.point.label}</p>
        </div>
      </header>
      {failure && (
        <p className="notice notice-error" role="alert">
          {failure.message}
        </p>
      )}
      <PointCode {...shown} posterAddress={`/surveys/${surveyId}/points/${shown.point.id}/poster.pdf`} />
    </>
  );
}
