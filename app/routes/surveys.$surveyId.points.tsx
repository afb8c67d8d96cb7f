import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isAllowed } from "~/access/roles";
import { listFieldwork } from "~/collection-points/list-fieldwork.server";
import { pageOfPoints } from "~/collection-points/page-of-points";
import { OPENS_OWN_FORM } from "~/collection-points/what-code-opens";
import { PointsTable } from "~/components/office/points-table";
import { SurveyHeader } from "~/components/office/survey-header";
import { requireSurvey } from "~/http/require-survey.server";

export const meta: MetaFunction = () => [{ title: "Điểm khảo sát – Hài Lòng" }];

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, survey, today, tabs } = await requireSurvey(asked, "see-results");
  const { database, settings } = asked.context;
  const { publicUrl, timeZone } = settings;
  const runs = survey.owned && isAllowed(viewer.role, "design-surveys");
  const mayPrint = isAllowed(viewer.role, "print-posters");
  const cellMinimum = runs ? 0 : settings.minimums.cell;
  const { points } = await listFieldwork(database, viewer, {
    surveyId: survey.id,
    today,
    publicUrl,
    timeZone,
    cellMinimum,
  });
  return {
    survey,
    today,
    tabs,
    ...pageOfPoints(points, new URL(asked.request.url).searchParams),
    showsSmallCounts: runs,
    mayPrint,
    sayWhatOpens: points.some(({ opensToday, revoked }) => !revoked && opensToday !== OPENS_OWN_FORM),
    warnedAddress: mayPrint && settings.publicUrlMissing && !survey.simulated ? publicUrl : null,
  };
}

export default function SurveyPoints() {
  const { survey, today, tabs, ...shown } = useLoaderData<typeof loader>();
  return (
    <>
      <SurveyHeader survey={survey} today={today} tabs={tabs} title="Điểm khảo sát" />
      <PointsTable surveyId={survey.id} {...shown} />
    </>
  );
}
