import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListPage } from "~/components/public-results/list-page";
import { RESULTS_CACHING } from "~/http/require-published.server";
import { resultMeta } from "~/http/result-meta";
import { languageOf, textFor } from "~/i18n";
import { listPublishedByYear } from "~/snapshots/list-published.server";
import { resultsPath } from "~/snapshots/published";

export { handle, headers, links } from "~/http/result-route";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return [];
  const { results } = textFor(shown.language);
  return resultMeta({
    ...{ language: shown.language, publicUrl: shown.publicUrl, title: results.title },
    description: results.lead(shown.province),
    pathIn: (language) => resultsPath({ language }),
    // Published to show the software, not results.
    unlisted: shown.simulated,
  });
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { province, publicUrl } = context.settings;
  const language = languageOf(new URL(request.url).searchParams.get("lang"));
  const listed = await listPublishedByYear(context.database);
  return data({ language, province, publicUrl, ...listed }, { headers: RESULTS_CACHING });
}

export default function Results() {
  const { publicUrl: _, ...shown } = useLoaderData<typeof loader>();
  return <ListPage {...shown} />;
}
