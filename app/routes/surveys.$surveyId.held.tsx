import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import type { Viewer } from "~/access/viewer";
import { HeldGroupCard, keyOfGroup } from "~/components/office/held-group-card";
import { numberParam } from "~/http/params";
import { requireViewer, todayOf } from "~/http/session.server";
import { formatCount } from "~/i18n/numbers";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { loadHeldGroups, reviewHeldGroup, reviewInputSchema } from "~/responses/review-held.server";
import { findSurvey } from "~db/repositories/surveys";

/** Groups on one page; those decided about first give way. */
const SHOWN = 100;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phiếu chờ xem xét: {title}", { title: data?.survey.title ?? "" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const survey = await requireOwnedSurvey(viewer, params.surveyId, context);
  const { database, settings } = context;
  const place = { surveyId: survey.id, today: todayOf(context), timeZone: settings.timeZone };
  const groups = await loadHeldGroups(database, viewer, place);
  return {
    survey: { id: survey.id, title: survey.title },
    groups: groups.slice(0, SHOWN),
    more: Math.max(0, groups.length - SHOWN),
    waiting: groups.reduce((sum, group) => sum + group.waiting, 0),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const survey = await requireOwnedSurvey(viewer, params.surveyId, context);
  const form = Object.fromEntries(await request.formData());
  const parsed = reviewInputSchema.safeParse(form);
  const group = { pointId: Number(form.pointId), day: String(form.day), flag: String(form.flag) };
  const failure = (problems: { field: string; message: string }[]) => ({
    key: keyOfGroup(group),
    reason: String(form.reason ?? ""),
    problems,
  });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return data(failure(problems), { status: 422 });
  }
  const moment = { now: context.now(), timeZone: context.settings.timeZone };
  const reviewed = await reviewHeldGroup(context.database, viewer, survey.id, parsed.data, moment);
  if (reviewed === 0) {
    const message =
      survey.status === "finalised"
        ? "Đợt khảo sát đã chốt: kết quả không đổi nữa, phiếu này vẫn được giữ bên ngoài."
        : "Không còn phiếu nào thuộc nhóm này. Tải lại trang để xem.";
    return data(failure([{ field: "confirmed", message }]), { status: 409 });
  }
  return redirect(`/surveys/${survey.id}/held#group-${keyOfGroup(group)}`);
}

async function requireOwnedSurvey(
  viewer: Viewer,
  surveyId: string | undefined,
  context: LoaderFunctionArgs["context"],
) {
  const survey = await findSurvey(context.database, viewer, numberParam(surveyId), todayOf(context));
  if (!survey?.owned || !isAllowed(viewer.role, "design-surveys")) {
    throw new Response("Không có đợt khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  }
  return survey;
}

export default function Held() {
  const t = useWords();
  const language = useLanguage();
  const { survey, groups, more, waiting } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <div>
          <p className="breadcrumb">
            <Link to="/surveys">{t("Đợt khảo sát")}</Link> › <Link to={`/surveys/${survey.id}`}>{survey.title}</Link>
          </p>
          <h1>{t("Phiếu chờ xem xét")}</h1>
        </div>
      </header>
      <p>
        {waiting === 0
          ? t("Không có phiếu nào chờ xem xét.")
          : t("{n} phiếu được giữ lại, chưa tính vào kết quả. Mỗi quyết định áp dụng cho cả nhóm và có thể đổi lại.", {
              n: formatCount(waiting, language),
            })}
      </p>
      {groups.map((group) => (
        <HeldGroupCard
          key={keyOfGroup(group)}
          group={group}
          failed={failed?.key === keyOfGroup(group) ? failed : null}
        />
      ))}
      {more > 0 && <p>{t("Còn {n} nhóm nữa; quyết định các nhóm trên trước.", { n: formatCount(more, language) })}</p>}
    </>
  );
}
