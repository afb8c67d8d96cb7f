import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { changePointCode } from "~/collection-points/change-point-code.server";
import { groupCode } from "~/collection-points/code";
import { POINTS_REFUSALS, revisePoints } from "~/collection-points/manage-points.server";
import { parseOpenHours } from "~/collection-points/open-hours";
import { readLabel } from "~/collection-points/point-label";
import { readCodeChange } from "~/collection-points/read-code-change";
import { DoneNotice } from "~/components/office/done-notice";
import { PointCode } from "~/components/office/point-code";
import { PointDescription } from "~/components/office/point-description";
import { numberParam } from "~/http/params";
import { requireSurvey } from "~/http/require-survey.server";
import { requireViewer, todayOf } from "~/http/session.server";
import { dayOf } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { listPointsOfSurvey, listSurveysAtPointsOf } from "~db/repositories/collection-points";
import { listRetiredCodes } from "~db/repositories/point-codes";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Mã của điểm khảo sát");

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
      openHours: point.openHours,
      code: groupCode(point.code),
      revokedOn: point.revokedAt && dayIn(point.revokedAt),
    },
    retired: retired.map(({ code, reason, retiredAt }) => ({ code: groupCode(code), reason, day: dayIn(retiredAt) })),
    surveys: surveys.filter(({ status }) => status === "open").length,
    done: new URL(request.url).searchParams.get("done") === "point",
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, surveyId, point: found } = await requirePoint({ request, params, context });
  const form = await request.formData();
  if (form.get("change") === "describe") return describe({ request, params, context }, form);
  const read = readCodeChange(form);
  if (!read.ok) return data({ message: read.message, typed: null }, { status: 422 });
  const point = { surveyId, pointId: found.id, now: context.now() };
  if (!(await changePointCode(context.database, viewer, point, read.change))) {
    const message = "Mã đã đổi trạng thái. Tải lại trang để xem.";
    return data({ message, typed: null }, { status: 409 });
  }
  return redirect(`/surveys/${point.surveyId}/points/${point.pointId}`);
}

/** The point's name and hours. */
async function describe(asked: Omit<ActionFunctionArgs, "response">, form: FormData) {
  const { viewer, survey, today } = await requireSurvey(asked, "manage-points");
  const typed = { label: String(form.get("label") ?? ""), openHours: String(form.get("openHours") ?? "") };
  const [label, hours] = [readLabel(typed.label), parseOpenHours(typed.openHours)];
  if (!label.ok) return data({ message: label.reason, typed }, { status: 422 });
  if (!hours.ok) return data({ message: hours.reason, typed }, { status: 422 });
  const pointId = numberParam(asked.params.pointId);
  const where = { surveyId: survey.id, today, now: asked.context.now() };
  const revision = { pointId, label: label.label, openHours: hours.hours };
  const outcome = await revisePoints(asked.context.database, viewer, where, [revision]);
  if (outcome === "done") return redirect(`/surveys/${survey.id}/points/${pointId}?done=point`);
  const { status, message } = POINTS_REFUSALS[outcome];
  return data({ message, typed }, { status });
}

export default function PointPage() {
  const { surveyId, done, ...shown } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  const message = useMessages();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to={`/surveys/${surveyId}/points`}>{t("Điểm khảo sát")}</Link>
          </p>
          <h1>{shown.point.unitName}</h1>
          <p>{shown.point.label}</p>
        </div>
      </header>
      <DoneNotice message={done && !failure ? t("Đã lưu thay đổi.") : null} />
      {failure && (
        <p className="notice notice-error" role="alert">
          {message(failure.message)}
        </p>
      )}
      <PointDescription point={shown.point} typed={failure?.typed ?? null} />
      <PointCode {...shown} posterAddress={`/surveys/${surveyId}/points/${shown.point.id}/poster.pdf`} />
    </>
  );
}
