import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addPoints, POINTS_REFUSALS } from "~/collection-points/manage-points.server";
import { readNewPoints } from "~/collection-points/read-new-points";
import { NewPointsForm } from "~/components/office/new-points-form";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useWords } from "~/i18n/use-words";
import { byName } from "~/units/tree-order";
import { listManagedUnits } from "~db/repositories/managed-points";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Thêm điểm khảo sát");

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "manage-points");
  const units = await listManagedUnits(asked.context.database, viewer, survey.id, today);
  const named = units.map(({ id, key, name }) => ({ id, code: key, name }));
  return { survey, today, tabs, units: named.sort(byName).map(({ id, name }) => ({ id, name })) };
}

export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(asked, "manage-points");
  const form = await asked.request.formData();
  const read = readNewPoints(form);
  const typed = {
    all: form.get("units") === "all",
    unitIds: form.getAll("unit").map(Number),
    labels: String(form.get("labels") ?? ""),
    count: String(form.get("count") ?? ""),
    openHours: String(form.get("openHours") ?? ""),
  };
  if (!read.ok) return data({ typed, problems: read.problems }, { status: 422 });
  const where = { surveyId: survey.id, today, now: asked.context.now() };
  const { outcome, added } = await addPoints(asked.context.database, viewer, where, read.order);
  if (outcome !== "done") {
    const { status, message } = POINTS_REFUSALS[outcome];
    return data({ typed, problems: [{ field: "units", message }] }, { status });
  }
  return redirect(`/surveys/${survey.id}/points?done=add&n=${added.added + added.broughtIn}`);
}

export default function NewPoints() {
  const { survey, today, tabs, units } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Thêm điểm khảo sát")} />
      <NewPointsForm units={units} typed={failure?.typed ?? null} problems={failure?.problems ?? []} />
    </>
  );
}
