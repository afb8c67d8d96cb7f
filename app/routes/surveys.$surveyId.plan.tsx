import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/components/office/done-notice";
import { PlanForm } from "~/components/office/plan-form";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { loadSurveyPlan } from "~/reports/load-survey-plan.server";
import { groundsOutsidePeriod } from "~/surveys/grounds-period";
import { readPlanForm } from "~/surveys/read-plan-form";
import { readTarget, typedTarget } from "~/surveys/target-rate";
import { findSurveyPlan, saveSurveyPlan } from "~db/repositories/survey-plans";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Kế hoạch – {title}", { title: data?.survey.title ?? "" });

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(args, "design-surveys", { owned: true });
  const { database, settings } = args.context;
  const loaded = await loadSurveyPlan(database, viewer, { survey, province: settings.province, today });
  const { document, saved, units } = loaded;
  const done = new URL(args.request.url).searchParams.get("done") === "plan";
  const savedOn = saved && formatMoment(new Date(saved.at), settings.timeZone);
  const withoutTarget = units.filter(({ target }) => target === null).length;
  return { survey, today, tabs, document, saved, savedOn, withoutTarget, done };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey(args, "design-surveys", { owned: true });
  const form = await args.request.formData();
  const seen = String(form.get("seen") ?? "");
  const { values, result } = readPlanForm(form);
  const stamp = args.context.now().getTime();
  const { target, result: aim } = readTarget(form);
  if (!result.ok || !aim.ok) {
    const problems = [...(result.ok ? [] : result.problems), ...(aim.ok ? [] : [aim.problem])];
    return data({ values, target, seen, stamp, problems }, { status: 422 });
  }
  const { document } = result;
  const change = { surveyId: survey.id, document, seen, at: args.context.now(), ...aim.change };
  const saved = await saveSurveyPlan(args.context.database, viewer, change);
  if (saved === "done") return redirect(`/surveys/${survey.id}/plan?done=plan`);
  const message =
    "Người khác vừa lưu kế hoạch này. Nội dung bạn viết vẫn còn ở đây; mở trang này ở thẻ khác để xem bản đã lưu, rồi bấm Lưu lần nữa nếu muốn ghi đè.";
  const present = await findSurveyPlan(args.context.database, viewer, survey.id);
  return data(
    { values, target, seen: present?.changedAt ?? "", stamp, problems: [{ field: "number", message }] },
    { status: 409 },
  );
}

export default function SurveyPlan() {
  const { survey, today, tabs, document, saved, savedOn, withoutTarget, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useWords();
  const outside = groundsOutsidePeriod((answer?.values ?? document).grounds, survey.opensOn);
  // After a conflict it is the mark of what stands now: saving again is then knowingly over it.
  const seen = answer?.seen ?? saved?.at ?? "";
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Kế hoạch thực hiện")}>
        <a className="button" href={`/surveys/${survey.id}/files/plan.docx`} download>
          {t("Tải kế hoạch (Word)")}
        </a>
      </SurveyHeader>
      <DoneNotice message={done && !answer ? t("Đã lưu kế hoạch.") : null} />
      <p className="notice">
        {saved
          ? saved.by === null
            ? t("Lưu lần cuối lúc {moment}. Tệp Word lấy bản đã lưu.", { moment: savedOn ?? "" })
            : t("{name} lưu lần cuối lúc {moment}. Tệp Word lấy bản đã lưu.", { name: saved.by, moment: savedOn ?? "" })
          : t("Chưa lưu lần nào: dưới đây là nội dung gợi ý theo lĩnh vực, sửa lại cho đúng rồi lưu.")}{" "}
        {withoutTarget > 0 && (
          <>
            {t("{n} đơn vị chưa có cỡ mẫu.", { n: withoutTarget })}{" "}
            <Link to={`/surveys/${survey.id}/units`}>{t("Tính cỡ mẫu")}</Link>
          </>
        )}
      </p>
      {outside.length > 0 && (
        <div className="notice notice-caution" role="note">
          <p>
            {t("Đợt này bắt đầu năm {year}, ngoài thời gian áp dụng của căn cứ sau; thay văn bản mới hoặc bỏ ra:", {
              year: survey.opensOn.slice(0, 4),
            })}
          </p>
          <ul>
            {outside.map(({ document, from, to }) => (
              <li key={document}>
                {document} <strong>({t("chỉ áp dụng {from}–{to}", { from, to })})</strong>
              </li>
            ))}
          </ul>
          <p>
            <a href="#grounds">{t("Đến ô Căn cứ")}</a>
          </p>
        </div>
      )}
      <PlanForm
        key={answer?.stamp ?? seen}
        document={answer?.values ?? document}
        target={survey.status === "finalised" ? null : (answer?.target ?? typedTarget(survey.targetRate))}
        seen={seen}
        problems={answer?.problems ?? []}
        cancelTo={`/surveys/${survey.id}/plan`}
      />
    </>
  );
}
