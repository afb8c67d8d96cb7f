import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/components/office/done-notice";
import { InterviewerCards } from "~/components/office/interviewer-cards";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { assignToPoints } from "~/responses/interviewers.server";
import { runsFieldwork } from "~/surveys/runs-fieldwork";
import { byName } from "~/units/tree-order";
import { listPointsOfSurvey } from "~db/repositories/collection-points";
import { listInterviewerPoints, listInterviewers } from "~db/repositories/interviewers";

export const meta: MetaFunction<typeof loader> = ({ data: shown, matches }) =>
  pageTitle(matches, "Điều tra viên: {title}", { title: shown?.survey.title ?? "" });

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "assign-interviewers");
  const { database } = asked.context;
  const assigned = await listInterviewerPoints(database, viewer, survey.id);
  const points = await listPointsOfSurvey(database, viewer, survey.id, today);
  return {
    survey,
    today,
    tabs,
    done: new URL(asked.request.url).searchParams.has("done"),
    points: points
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ id, label, unitName }) => ({ id, label, unitName }))
      .sort((one, other) =>
        byName({ name: one.unitName, code: one.label }, { name: other.unitName, code: other.label }),
      ),
    interviewers: (await listInterviewers(database, viewer, survey.id, today)).map((interviewer) => ({
      ...interviewer,
      responses: runsFieldwork(viewer, survey) ? interviewer.responses : null,
      pointIds: assigned.filter(({ accountId }) => accountId === interviewer.id).map(({ pointId }) => pointId),
    })),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey(asked, "assign-interviewers");
  const form = await asked.request.formData();
  const assignment = {
    surveyId: survey.id,
    accountId: Number(form.get("accountId")) || 0,
    pointIds: [...new Set(form.getAll("pointId").map(Number))],
  };
  const pseudonym = await assignToPoints(asked.context.database, viewer, assignment, asked.context.now());
  if (pseudonym !== null) return redirect(`/surveys/${survey.id}/interviewers?done=1`, 303);
  const problem = "Không có điều tra viên hoặc điểm khảo sát này trong phạm vi của tài khoản.";
  return data({ problem }, { status: 404 });
}

export default function Interviewers() {
  const { survey, today, tabs, points, interviewers, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords();
  const tell = useMessages();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Điều tra viên")} />
      <DoneNotice message={done && !refused ? t("Đã lưu phân công.") : null} />
      {refused && (
        <p className="notice notice-error" role="alert">
          {tell(refused.problem)}
        </p>
      )}
      <p>
        {t(
          "Kết quả chỉ ghi mã, không ghi tên điều tra viên. Bỏ phân công thì máy của người đó không gửi được phiếu nữa; phiếu còn trên máy không mất.",
        )}
      </p>
      <InterviewerCards interviewers={interviewers} points={points} />
    </>
  );
}
