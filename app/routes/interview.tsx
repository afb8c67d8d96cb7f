import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OwnInterviews } from "~/components/office/own-interviews";
import { interviewCookie } from "~/http/interview-cookie.server";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { ownInterviews } from "~/responses/interviewers.server";
import { collectionState } from "~/surveys/survey";
import { findAssignment } from "~db/repositories/interviewers";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Phỏng vấn");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "interview");
  const today = todayOf(context);
  const places = await ownInterviews(context.database, viewer.accountId, {
    today,
    timeZone: context.settings.timeZone,
  });
  return { places: places.map((place) => ({ ...place, open: collectionState(place, today) === "open" })) };
}

/** Opens the form at a point: the device is known as the interviewer's for as long as it may hold unsent forms. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "interview");
  const form = await request.formData();
  const [surveyId, pointId] = [Number(form.get("surveyId")), Number(form.get("pointId"))];
  const isId = (id: number) => Number.isInteger(id) && id > 0;
  const assigned =
    isId(surveyId) && isId(pointId) ? await findAssignment(context.database, { who: viewer, surveyId, pointId }) : null;
  if (!assigned) {
    return data(
      { problem: "Không mở phiếu được ở điểm này: chưa được phân công hoặc tài khoản đã bị khóa." },
      { status: 404 },
    );
  }
  const { sessionSecret: secret, secureCookies: secure } = context.settings;
  return redirect(`/k/${assigned.code}/interview?survey=${surveyId}`, {
    status: 303,
    headers: { "Set-Cookie": interviewCookie(viewer.accountId, { secret, secure, now: context.now() }) },
  });
}

export default function Interviews() {
  const { places } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords();
  const tell = useMessages();
  return (
    <>
      <header className="page-header">
        <h1>{t("Phỏng vấn")}</h1>
      </header>
      {refused && (
        <p className="notice notice-error" role="alert">
          {tell(refused.problem)}
        </p>
      )}
      <OwnInterviews places={places} />
    </>
  );
}
