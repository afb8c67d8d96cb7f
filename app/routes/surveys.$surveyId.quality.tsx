import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { QualityBreakdown } from "~/components/office/quality-breakdown";
import { QualityGroups } from "~/components/office/quality-groups";
import { QualityIndices } from "~/components/office/quality-indices";
import { QualityRulesTable } from "~/components/office/quality-rules-table";
import { QualitySettingsForm } from "~/components/office/quality-settings-form";
import { ReadingProgress } from "~/components/office/reading-progress";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { formatCount, formatShare } from "~/i18n/numbers";
import { pageTitle } from "~/i18n/page-title";
import { useLanguage } from "~/i18n/use-text";
import { useWords } from "~/i18n/use-words";
import { decideQuality, qualityDecisionSchema } from "~/indices/decide-quality.server";
import { qualityPage, readQualityView } from "~/indices/quality-page";
import { PATIENCE_MS } from "~/indices/reading-progress";
import { readVersion } from "~/questionnaires/read-version.server";
import { exclusionKey } from "~/responses/quality/exclusion-groups";
import { qualitySettingsSchema } from "~/responses/quality/quality-settings";
import type { SampleBasis } from "~/surveys/survey";
import { saveQualitySettings } from "~db/repositories/survey-quality";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Chất lượng phiếu: {title}", { title: data?.survey.title ?? "" });

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "monitor-fieldwork", { owned: true });
  const { database, settings } = asked.context;
  const { province, minimums, timeZone } = settings;
  const about = { viewer, surveyId: survey.id, today, province, minimums, timeZone };
  const look = await asked.context.quality.look(about, PATIENCE_MS);
  if (!look) throw new Response("Không có đợt khảo sát này trong phạm vi của tài khoản.", { status: 404 });
  const view = readQualityView(new URL(asked.request.url).searchParams);
  const header = { survey, today, tabs };
  if ("progress" in look) return { ...header, progress: look.progress, found: null };
  const { factors, domains, sector } = await readVersion(database, survey.versionId);
  const found = {
    ...{ view, minimums, questionnaire: { factors, domains, sector } },
    page: qualityPage(look.report, view, timeZone),
    mayDecide: isAllowed(viewer.role, "design-surveys") && survey.status !== "finalised",
  };
  return { ...header, progress: null, found };
}

export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(asked, "design-surveys", { owned: true });
  const { request, context } = asked;
  const form = Object.fromEntries(await request.formData());
  if (form.change === "settings") {
    const settings = qualitySettingsSchema.safeParse(form);
    if (!settings.success) {
      const problems = settings.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
      const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));
      return data({ settings: { typed, problems }, decision: null }, { status: 422 });
    }
    const change = { surveyId: survey.id, settings: settings.data, at: context.now() };
    await saveQualitySettings(context.database, viewer, change);
    return redirect(`/surveys/${survey.id}/quality`);
  }
  const failure = (problems: { field: string; message: string }[]) => ({
    settings: null,
    decision: {
      key: `${form.place}-${form.day}`,
      change: String(form.change),
      reason: String(form.reason ?? ""),
      problems,
    },
  });
  const parsed = qualityDecisionSchema.safeParse(form);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
    return data(failure(problems), { status: 422 });
  }
  const { province, minimums, timeZone } = context.settings;
  const place = { viewer, surveyId: survey.id, today, province, minimums, timeZone, now: context.now() };
  if (await decideQuality(context.database, context.quality, place, parsed.data)) {
    return redirect(`/surveys/${survey.id}/quality#group-${exclusionKey(parsed.data)}`);
  }
  const message =
    survey.status === "finalised"
      ? "Đợt khảo sát đã chốt: kết quả không đổi nữa."
      : "Số phiếu của nhóm này đã khác với lúc bạn xem. Tải lại trang rồi quyết định lại.";
  return data(failure([{ field: "seen", message }]), { status: 409 });
}

export default function Quality() {
  const t = useWords();
  const { survey, today, tabs, progress, found } = useLoaderData<typeof loader>();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Chất lượng phiếu")} />
      {progress && <ReadingProgress heading={t("Đang xét chất lượng phiếu")} progress={progress} />}
      {found && <Report surveyId={survey.id} basis={survey.basis} found={found} />}
    </>
  );
}

type Found = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["found"]>;

function Report({ surveyId, basis, found }: { surveyId: number; basis: SampleBasis; found: Found }) {
  const t = useWords();
  const language = useLanguage();
  const failed = useActionData<typeof action>();
  const { view, page, minimums, questionnaire, mayDecide } = found;
  const { forms, flagged, excludable, excluded } = page.counts;
  const count = (value: number) => formatCount(value, language);
  if (forms < page.settings.formsAtLeast) {
    return (
      <p className="notice">
        {t("Đợt có {forms} phiếu; từ {n} phiếu trở lên mới xét chất lượng.", {
          ...{ forms: count(forms), n: count(page.settings.formsAtLeast) },
        })}
      </p>
    );
  }
  return (
    <>
      <p>
        {t("{flagged} trong {forms} phiếu ({share}) có dấu hiệu không do người dân tự trả lời.", {
          ...{ flagged: count(flagged), forms: count(forms) },
          share: formatShare(flagged / forms, 1, language),
        })}{" "}
        {t("{n} phiếu có hai dấu hiệu khác nhóm; {excluded} phiếu đã loại. Không phiếu nào bị xóa.", {
          ...{ n: count(excludable), excluded: count(excluded) },
        })}
      </p>
      <p className="table-note">
        {t("Phiếu đang chờ xem xét vì có vẻ do máy gửi hoặc đến muộn không nằm trong trang này.")}{" "}
        <Link to={`/surveys/${surveyId}/results`}>{t("Xem kết quả")}</Link>
      </p>
      <QualityRulesTable surveyId={surveyId} page={page} />
      {mayDecide && <QualitySettingsForm settings={page.settings} failed={failed?.settings ?? null} />}
      <QualityIndices page={page} questionnaire={questionnaire} minimums={minimums} basis={basis} />
      <QualityBreakdown surveyId={surveyId} page={page} view={view} basis={basis} />
      <QualityGroups page={page} mayDecide={mayDecide} failed={failed?.decision ?? null} />
    </>
  );
}
