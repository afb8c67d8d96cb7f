import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isAllowed } from "~/access/roles";
import { listFieldwork } from "~/collection-points/list-fieldwork.server";
import { DoneNotice } from "~/components/office/done-notice";
import { LeftOutLink } from "~/components/office/left-out-note";
import { PublicUrlWarning } from "~/components/office/public-url-warning";
import { StatusBadge } from "~/components/office/status-badge";
import { SurveyFacts } from "~/components/office/survey-facts";
import { SurveyLifecycle } from "~/components/office/survey-lifecycle";
import { numberParam } from "~/http/params";
import { requireSurvey } from "~/http/require-survey.server";
import { requireViewer, todayOf } from "~/http/session.server";
import { formatCount } from "~/i18n/numbers";
import { doneAddress, doneMessage } from "~/surveys/done-message";
import { moveSurvey, SURVEY_STEPS, type SurveyStep } from "~/surveys/move-survey.server";
import { groupUses, meetingSurveys } from "~/surveys/shared-points";
import { listUsesOfUnits } from "~db/repositories/collection-points";
import { countLeftOut, listReviews } from "~db/repositories/held-responses";
import { findSurvey } from "~db/repositories/surveys";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.survey.title ?? "Đợt khảo sát"} – Hài Lòng` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const { database, settings } = context;
  const { publicUrl, timeZone } = settings;
  const today = todayOf(context);
  const survey = await findSurvey(database, viewer, numberParam(params.surveyId), today);
  if (!survey) throw new Response("Không có đợt khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  const mayDesign = survey.owned && isAllowed(viewer.role, "design-surveys");
  const mayPrint = isAllowed(viewer.role, "print-posters");
  const cellMinimum = mayDesign ? 0 : settings.minimums.cell;
  const fieldwork = { surveyId: survey.id, today, publicUrl, timeZone, cellMinimum };
  const { points, total } = await listFieldwork(database, viewer, fieldwork);
  const sharing = mayDesign ? groupUses(await listUsesOfUnits(database, viewer, { today, except: survey.id })) : [];
  const unitIds = new Set(points.map(({ unitId }) => unitId));
  return {
    survey,
    today,
    points,
    total,
    decided: mayDesign && (await listReviews(database, viewer, survey.id, today)).length > 0,
    leftOut: mayDesign ? await countLeftOut(database, viewer, survey.id) : 0,
    meetings: meetingSurveys(sharing, { ...survey, unitIds }),
    done: doneMessage(request.url, survey.status),
    mayDesign,
    mayPrint,
    publicUrl,
    warnOfAddress: mayPrint && settings.publicUrlMissing && !survey.simulated,
  };
}

const changeSchema = z.object({ change: z.enum(SURVEY_STEPS), confirmed: z.string().optional() });

const REFUSALS = {
  outdated: { status: 409, message: "Đợt khảo sát đã đổi trạng thái hoặc không thuộc phạm vi. Tải lại trang để xem." },
  "window-over": { status: 422, message: "Ngày kết thúc đã qua nên không mở được: đợt sẽ không nhận được phiếu nào." },
} as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey({ request, params, context }, "design-surveys", { owned: true });
  const surveyId = survey.id;
  const refuse = (step: SurveyStep | null, message: string, status: number) => data({ step, message }, { status });
  const parsed = changeSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return refuse(null, "Không rõ việc cần làm.", 422);
  const { change: step, confirmed } = parsed.data;
  // Opening again takes back a closing, and asks for nothing more.
  if (step !== "reopen" && confirmed !== "yes") {
    return refuse(step, "Đánh dấu vào ô xác nhận rồi bấm nút.", 422);
  }
  const moved = await moveSurvey(context.database, viewer, {
    surveyId,
    step,
    now: context.now(),
    today: todayOf(context),
  });
  if (moved !== "done") return refuse(null, REFUSALS[moved].message, REFUSALS[moved].status);
  return redirect(doneAddress(step === "delete" ? "/surveys" : `/surveys/${surveyId}`, step));
}

export default function Survey() {
  const loaded = useLoaderData<typeof loader>();
  const {
    survey,
    today,
    points,
    total,
    leftOut,
    decided,
    meetings,
    done,
    mayDesign,
    mayPrint,
    publicUrl,
    warnOfAddress,
  } = loaded;
  const failure = useActionData<typeof action>();
  const refused = failure?.step ? { step: failure.step, message: failure.message } : null;
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/surveys">Đợt khảo sát</Link>
          </p>
          <h1>{survey.title}</h1>
          <p>
            <StatusBadge survey={survey} today={today} />
          </p>
        </div>
        {(survey.status !== "draft" || total > 0) && (
          <Link className="button" to={`/surveys/${survey.id}/results`}>
            Xem kết quả
          </Link>
        )}
      </header>
      <DoneNotice message={failure ? null : done} />
      {failure && !refused && (
        <p className="notice notice-error" role="alert">
          {failure.message}
        </p>
      )}
      <SurveyFacts survey={survey} total={total} />
      {mayDesign && <LeftOutLink surveyId={survey.id} leftOut={leftOut} decided={decided} />}
      {mayDesign && (
        <SurveyLifecycle
          survey={survey}
          today={today}
          points={points.length}
          publicUrl={publicUrl}
          meetings={meetings}
          units={points.map(({ unitId, unitName }) => ({ id: unitId, name: unitName }))}
          refused={refused}
        />
      )}
      <section aria-labelledby="points-heading">
        <h2 id="points-heading">Điểm khảo sát ({formatCount(points.length)})</h2>
        {warnOfAddress && <PublicUrlWarning address={publicUrl} />}
        <p>
          <Link className="button button-quiet" to={`/surveys/${survey.id}/points`}>
            {mayPrint ? "Mã QR, áp phích của các điểm" : "Xem các điểm khảo sát"}
          </Link>
        </p>
      </section>
    </>
  );
}
