import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { listFieldwork } from "~/collection-points/list-fieldwork.server";
import { POINTS_REFUSALS, revisePoints } from "~/collection-points/manage-points.server";
import { pageOfPoints } from "~/collection-points/page-of-points";
import { pointsDoneMessage } from "~/collection-points/points-done";
import { readPointsChange } from "~/collection-points/read-points-change";
import { OPENS_OWN_FORM } from "~/collection-points/what-code-opens";
import { DoneNotice } from "~/components/office/done-notice";
import { PointsOutside } from "~/components/office/points-outside";
import { PointsTable } from "~/components/office/points-table";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";
import { pageTitle } from "~/i18n/page-title";
import { useMessages, useWords } from "~/i18n/use-words";
import { runsFieldwork } from "~/surveys/runs-fieldwork";
import { listManagedPoints } from "~db/repositories/managed-points";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Điểm khảo sát");

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "see-results");
  const { database, settings } = asked.context;
  const { publicUrl } = settings;
  const mayPrint = isAllowed(viewer.role, "print-posters");
  const { points } = await listFieldwork(database, viewer, { survey, today, publicUrl, settings });
  const mayManage = isAllowed(viewer.role, "manage-points");
  const managed = mayManage ? await listManagedPoints(database, viewer, survey.id, today) : [];
  return {
    survey,
    today,
    tabs,
    mayManage,
    mayMove: mayManage && survey.status !== "closed" && survey.status !== "finalised",
    outside: managed.filter(({ inSurvey, revoked }) => !inSurvey && !revoked),
    done: pointsDoneMessage(asked.request.url),
    ...pageOfPoints(points, new URL(asked.request.url).searchParams),
    live: runsFieldwork(viewer, survey),
    mayPrint,
    sayWhatOpens: points.some(({ opensToday, revoked }) => !revoked && opensToday !== OPENS_OWN_FORM),
    warnedAddress: mayPrint && settings.publicUrlMissing && !survey.simulated ? publicUrl : null,
  };
}

/** Hours of the points ticked, or taking them out of the survey, or others into it. */
export async function action(asked: ActionFunctionArgs) {
  const { viewer, survey, today } = await requireSurvey(asked, "manage-points");
  const read = readPointsChange(await asked.request.formData());
  if (!read.ok) return data(read, { status: 422 });
  const { database } = asked.context;
  const where = { surveyId: survey.id, today, now: asked.context.now() };
  const outcome = await revisePoints(database, viewer, where, read.revisions);
  if (outcome !== "done") {
    const { status, message } = POINTS_REFUSALS[outcome];
    return data({ ...read, ok: false as const, message }, { status });
  }
  return redirect(`/surveys/${survey.id}/points?done=${read.change}&n=${read.revisions.length}`);
}

export default function SurveyPoints() {
  const { survey, today, tabs, outside, done, mayMove, ...shown } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useWords();
  const message = useMessages();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title={t("Điểm khảo sát")} />
      <DoneNotice message={failure || !done ? null : message(done)} />
      {failure && !failure.ok && (
        <p className="notice notice-error" role="alert">
          {message(failure.message)}
        </p>
      )}
      <PointsTable
        surveyId={survey.id}
        {...shown}
        mayMove={mayMove}
        kept={{ ticked: failure?.pointIds ?? [], openHours: failure?.openHours ?? "" }}
      />
      {mayMove && <PointsOutside surveyId={survey.id} points={outside} />}
    </>
  );
}
