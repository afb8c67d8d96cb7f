import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { isAllowed } from "~/access/roles";
import { CallList } from "~/components/office/call-list";
import { FieldworkForms } from "~/components/office/fieldwork-forms";
import { MonitorSummary } from "~/components/office/monitor-summary";
import { MonitoredUnits } from "~/components/office/monitored-units";
import { ReturnTable } from "~/components/office/return-table";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { formatMoment } from "~/i18n/dates";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { loadMonitor } from "~/surveys/load-monitor.server";
import { readFieldworkForm } from "~/surveys/read-fieldwork-form";
import { orderMonitoredUnits, readMonitorOrder } from "~/surveys/sort-monitored-units";
import { saveFormCount, saveUnitContact } from "~db/repositories/fieldwork-monitor";

const LOOK_EVERY_MS = 60_000;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, "Theo dõi thu phiếu: {title}", { title: data?.survey.title ?? "" });

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "monitor-fieldwork");
  const { database, settings, now } = asked.context;
  const monitor = await loadMonitor(database, viewer, { survey, today, settings });
  const order = readMonitorOrder(new URL(asked.request.url).searchParams);
  const wanted = new URL(asked.request.url).searchParams.get("contact");
  return {
    ...{ survey, today, tabs, order },
    monitor: { ...monitor, units: orderMonitoredUnits(monitor.units, order) },
    unitNames: monitor.units.map(({ key, name }) => ({ key, name })),
    mayPlan: survey.owned && isAllowed(viewer.role, "design-surveys"),
    contactOf: monitor.units.find(({ key }) => key === wanted)?.key ?? null,
    mayWrite: isAllowed(viewer.role, "manage-points"),
    lookedAt: formatMoment(now(), settings.timeZone),
  };
}

/** Keeps whom to call at a unit, or the forms that officers counted there. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey } = await requireSurvey(asked, "manage-points");
  const { request, context } = asked;
  const form = await request.formData();
  const read = readFieldworkForm((name) => String(form.get(name) ?? ""));
  if (!read.ok) return data(read, { status: 422 });
  const place = { surveyId: survey.id, at: context.now() };
  const { input } = read;
  const saved =
    input.change === "contact"
      ? await saveUnitContact(context.database, viewer, { ...place, ...input })
      : await saveFormCount(context.database, viewer, { ...place, ...input });
  if (!saved) throw new Response("Không có đơn vị này trong phạm vi của tài khoản.", { status: 404 });
  return redirect(`/surveys/${survey.id}/monitor`);
}

export default function Monitor() {
  const { survey, today, tabs, monitor, order, unitNames, mayWrite, mayPlan, contactOf, lookedAt } =
    useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useWords();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Theo dõi thu phiếu")}>
        <p className="table-note">{t("Cập nhật lúc {time}; tự làm mới mỗi phút.", { time: lookedAt })}</p>
      </SurveyHeader>
      <MonitorSummary surveyId={survey.id} monitor={monitor} />
      <CallList surveyId={survey.id} monitor={monitor} mayPlan={mayPlan} mayWrite={mayWrite} />
      <MonitoredUnits surveyId={survey.id} units={monitor.units} live={monitor.live} order={order} />
      <ReturnTable returns={monitor.returns} />
      {mayWrite && <FieldworkForms units={unitNames} failed={failed ?? null} contactOf={contactOf} />}
    </>
  );
}
