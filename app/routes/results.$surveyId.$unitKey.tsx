import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { UnitPage } from "~/components/public-results/unit-page";
import { WithdrawnPage } from "~/components/public-results/withdrawn-page";
import { RESULTS_CACHING, requirePublished, withdrawnAnswer } from "~/http/require-published.server";
import { resultMeta } from "~/http/result-meta";
import { withdrawnMeta } from "~/http/result-route";
import { textFor } from "~/i18n";
import { rateText } from "~/indices/figures";
import { loadPublicImprovements } from "~/snapshots/load-public-improvements.server";
import { loadPublishedTrend } from "~/snapshots/load-published-trend.server";
import { resultsPath } from "~/snapshots/published";
import { itemFigures, publishedUnit, unitFigures } from "~/snapshots/published-view";

export { handle, headers, links } from "~/http/result-route";

export const meta: MetaFunction<typeof loader> = ({ data: shown, params: { surveyId, unitKey = "" } }) => {
  if (!shown) return [];
  const { language, publicUrl } = shown;
  const { results } = textFor(language);
  const pathIn = (other: typeof language) =>
    resultsPath({ surveyId: Number(surveyId), page: unitKey, language: other });
  if (shown.withdrawn) return withdrawnMeta(shown, pathIn);
  const { head, unit, figures } = shown;
  const figure = `${results.rate} ${rateText(figures.overall, language)}`;
  return resultMeta({
    ...{ language, publicUrl, pathIn, unlisted: head.simulated },
    image: `${pathIn("vi")}/share.png`,
    title: `${unit.name} – ${head.title}`,
    description: results.unitDescription(unit.name, figure, head.title),
  });
};

export async function loader(asked: LoaderFunctionArgs) {
  const { published, withdrawn, frame } = await requirePublished(asked);
  if (withdrawn) return withdrawnAnswer(frame, withdrawn);
  const unit = publishedUnit(published, asked.params.unitKey ?? "");
  if (!unit) throw new Response(null, { status: 404 });
  const { key, name, place, surveyed } = unit;
  return data(
    {
      ...frame,
      ...{ withdrawn: null, head: published.head, unit: { key, name, place, surveyed } },
      figures: unitFigures(published, key),
      items: itemFigures(published, key),
      improvements: await loadPublicImprovements(asked.context.database, {
        ...{ surveyId: published.head.surveyId, unitKey: key, timeZone: asked.context.settings.timeZone },
      }),
      minimums: published.document.results.minimums,
      trend: await loadPublishedTrend(asked.context.database, published, key),
    },
    { headers: RESULTS_CACHING },
  );
}

export default function UnitResults() {
  const shown = useLoaderData<typeof loader>();
  return shown.withdrawn ? <WithdrawnPage {...shown} /> : <UnitPage {...shown} />;
}
