import {
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListPage } from "~/components/public-results/list-page";
import { RESULTS_CACHING } from "~/http/require-published.server";
import { resultMeta } from "~/http/result-meta";
import { languageOf, textFor } from "~/i18n";
import { listPublishedByYear } from "~/snapshots/list-published.server";
import { resultsPath } from "~/snapshots/published";
import resultStyles from "~/styles/public-results.css?url";

export const handle = { hydrate: false };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: resultStyles }];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return [];
  const { results } = textFor(shown.language);
  return resultMeta({
    ...{ language: shown.language, publicUrl: shown.publicUrl, title: results.title },
    description: results.lead(shown.province),
    pathIn: (language) => resultsPath({ language }),
    unlisted: false,
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
