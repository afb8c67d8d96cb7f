import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SurveyPage } from "~/components/public-results/survey-page";
import { WithdrawnPage } from "~/components/public-results/withdrawn-page";
import { RESULTS_CACHING, requirePublished, withdrawnAnswer } from "~/http/require-published.server";
import { resultMeta } from "~/http/result-meta";
import { withdrawnMeta } from "~/http/result-route";
import { textFor } from "~/i18n";
import { rateText } from "~/indices/figures";
import { loadPublishedTrend } from "~/snapshots/load-published-trend.server";
import { resultsPath } from "~/snapshots/published";
import { unitFigures, unitsPage } from "~/snapshots/published-view";

export { handle, headers, links } from "~/http/result-route";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return [];
  const { language, publicUrl } = shown;
  const { results } = textFor(language);
  const { surveyId } = shown.withdrawn ?? shown.head;
  const pathIn = (other: typeof language) => resultsPath({ surveyId, language: other });
  if (shown.withdrawn) return withdrawnMeta(shown, pathIn);
  const { head, figures, search, place, units } = shown;
  const figure = `${results.rate} ${rateText(figures.overall, language)}`;
  return resultMeta({
    ...{ language, publicUrl, title: head.title },
    pathIn,
    image: `${pathIn("vi")}/share.png`,
    description: results.description(head.title, figure, head.ownerName),
    unlisted: head.simulated || search !== "" || place !== "" || units.page > 1,
  });
};

export async function loader(asked: LoaderFunctionArgs) {
  const { published, withdrawn, frame } = await requirePublished(asked);
  if (withdrawn) return withdrawnAnswer(frame, withdrawn);
  const { searchParams } = new URL(asked.request.url);
  const search = (searchParams.get("q") ?? "").trim().slice(0, 100);
  const place = searchParams.get("place") ?? "";
  const page = Number(/^[1-9]\d{0,5}$/.exec(searchParams.get("page") ?? "1")?.[0] ?? 0);
  const units = page > 0 ? unitsPage(published, { search, place, page }) : null;
  if (!units) throw new Response(null, { status: 404 });
  return data(
    {
      ...frame,
      ...{ withdrawn: null, head: published.head, search, place, units },
      figures: unitFigures(published, "*"),
      minimums: published.document.results.minimums,
      trend: await loadPublishedTrend(asked.context.database, published, "*"),
    },
    { headers: RESULTS_CACHING },
  );
}

export default function SurveyResults() {
  const shown = useLoaderData<typeof loader>();
  return shown.withdrawn ? <WithdrawnPage {...shown} /> : <SurveyPage {...shown} />;
}
