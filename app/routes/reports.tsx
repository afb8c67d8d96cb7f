import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { DoneNotice } from "~/components/office/done-notice";
import { NewReport } from "~/components/office/new-report";
import { ReportsTable } from "~/components/office/reports-table";
import { UnitReportForm } from "~/components/office/unit-report-form";
import { requireViewer, todayOf } from "~/http/session.server";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { listReportPages } from "~/reports/list-report-pages.server";
import { NEW_KINDS } from "~/reports/listed-report";
import { makeReport } from "~/reports/make-report.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Báo cáo");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "see-results");
  const listed = await listReportPages(context.database, viewer, {
    today: todayOf(context),
    timeZone: context.settings.timeZone,
    surveyId: Number(new URL(request.url).searchParams.get("survey")) || null,
  });
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("kind");
  const kind = NEW_KINDS.find((one) => one === asked) ?? "survey";
  return {
    ...{ ...listed, kind, ofUnit: asked === "unit", task: searchParams.get("task") },
    period: searchParams.get("period"),
    mayWrite: isAllowed(viewer.role, "design-surveys"),
    deleted: searchParams.get("done") === "delete",
  };
}

/** Opens the report that is asked for, and makes it where there is none yet. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = await requireViewer(request, context, "design-surveys");
  const { database, settings } = context;
  const made = await makeReport(database, viewer, { form: await request.formData(), now: context.now(), settings });
  if (typeof made === "number") return redirect(`/reports/${made}`);
  return data({ message: made.refusal, bareUnit: made.bareUnit ?? null }, { status: 422 });
}

export default function Reports() {
  const t = useWords();
  const tell = useMessages();
  const { reports, choices, kind, ofUnit, task, period, mayWrite, deleted } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <header className="page-header">
        <h1>{t("Báo cáo")}</h1>
      </header>
      <DoneNotice message={deleted && !failure ? t("Đã xóa báo cáo.") : null} />
      {failure && (
        <p className="notice notice-error" role="alert">
          {tell(failure.message)}
        </p>
      )}
      {mayWrite && <NewReport kind={kind} task={task} period={period} choices={choices} />}
      {mayWrite && choices.surveys.length > 0 && (
        <UnitReportForm
          surveys={choices.surveys}
          chosen={choices.chosen}
          open={ofUnit}
          bareUnit={failure?.bareUnit ?? null}
        />
      )}
      <ReportsTable reports={reports} mayWrite={mayWrite} />
    </>
  );
}
