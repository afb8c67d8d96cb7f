import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HeldGroupCard, keyOfGroup } from "~/components/office/held-group-card";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { formatCount } from "~/i18n/numbers";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { loadHeldGroups, reviewHeldGroup, reviewInputSchema } from "~/responses/review-held.server";

/** Groups on one page; those decided about first give way. */
const SHOWN = 100;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Phiếu chờ xem xét: {title}", { title: data?.survey.title ?? "" });

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireOwnSurvey(asked);
  const { database, settings } = asked.context;
  const place = { surveyId: survey.id, today, timeZone: settings.timeZone };
  const groups = await loadHeldGroups(database, viewer, place);
  return {
    ...{ survey, today, tabs },
    groups: groups.slice(0, SHOWN),
    more: Math.max(0, groups.length - SHOWN),
    waiting: groups.reduce((sum, group) => sum + group.waiting, 0),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey } = await requireOwnSurvey(asked);
  const { request, context } = asked;
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

/** The survey in the address; what is held in one that others run is nowhere to be found. */
async function requireOwnSurvey(asked: LoaderFunctionArgs) {
  const found = await requireSurvey(asked, "design-surveys");
  if (!found.survey.owned) {
    throw new Response("Không có đợt khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  }
  return found;
}

export default function Held() {
  const t = useWords();
  const language = useLanguage();
  const { survey, today, tabs, groups, more, waiting } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Phiếu chờ xem xét")} />
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
