import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPoint } from "~/collection-points/find-point.server";
import { pointPath } from "~/collection-points/point-path";
import { ThanksPage } from "~/components/public-form/thanks-page";
import { visitOf } from "~/http/visit";
import { textFor } from "~/i18n";
import { unlistedPage } from "~/i18n/page-title";
import { unitResultsPath } from "~/snapshots/unit-results-path.server";

export const handle = { hydrate: false, script: "form" };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  const { product, thanks } = textFor(shown?.language ?? "vi");
  return unlistedPage(`${thanks.title} – ${product.name}`);
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { typed, wantedId, today, language } = visitOf(request.url, params.code, context);
  const found = await findPoint(context.database, { code: typed, today });
  const survey = found.found ? found.surveys.find(({ id }) => id === wantedId) : undefined;
  if (!found.found || !survey) throw new Response(null, { status: 404 });
  const { title, ownerName, state, closesOn, simulated } = survey;
  return data({
    language,
    province: context.settings.province,
    resultsUrl: context.settings.resultsUrl,
    unitResults: await unitResultsPath(context.database, { ...survey, unitId: found.point.unitId, language }),
    point: { code: found.point.code, label: found.point.label, unitName: found.point.unitName },
    survey: { id: survey.id, title, ownerName, state, closesOn, simulated },
  });
}

export default function Thanks() {
  const shown = useLoaderData<typeof loader>();
  const { code } = shown.point;
  const surveyId = shown.survey.id;
  return (
    <ThanksPage
      {...shown}
      addressIn={(language) => pointPath(code, { surveyId, language, page: "thanks" })}
      formAddress={pointPath(code, { surveyId, language: shown.language })}
    />
  );
}
