import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MethodPage } from "~/components/public-results/method-page";
import { WithdrawnPage } from "~/components/public-results/withdrawn-page";
import { RESULTS_CACHING, requirePublished, withdrawnAnswer } from "~/http/require-published.server";
import { resultMeta } from "~/http/result-meta";
import { textFor } from "~/i18n";
import { resultsPath } from "~/snapshots/published";
import { methodFacts } from "~/snapshots/published-method";

export { handle, headers, links } from "~/http/result-route";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return [];
  const { language, publicUrl } = shown;
  const { results } = textFor(language);
  const { surveyId, title, simulated } = shown.withdrawn ?? shown.head;
  return resultMeta({
    ...{ language, publicUrl, title: `${results.methodTitle} – ${title}` },
    description: `${results.methodTitle}: ${title}`,
    pathIn: (other) => resultsPath({ surveyId, page: "method", language: other }),
    unlisted: simulated || shown.withdrawn !== null,
  });
};

export async function loader(asked: LoaderFunctionArgs) {
  const { published, withdrawn, frame } = await requirePublished(asked);
  if (withdrawn) return withdrawnAnswer(frame, withdrawn);
  const { head, document } = published;
  return data({ ...frame, withdrawn: null, head, method: methodFacts(document) }, { headers: RESULTS_CACHING });
}

export default function Method() {
  const shown = useLoaderData<typeof loader>();
  return shown.withdrawn ? <WithdrawnPage {...shown} /> : <MethodPage {...shown} />;
}
