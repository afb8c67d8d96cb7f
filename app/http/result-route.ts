import type { HeadersFunction, LinksFunction } from "@remix-run/node";
import { textFor } from "~/i18n";
import type { Language } from "~/i18n/numbers";
import type { WithdrawnHead } from "~/snapshots/published";
import resultStyles from "~/styles/public-results.css?url";
import { resultMeta } from "./result-meta";

/** What every public page of results has in common: no script, one style, headers as its loader says, an end once withdrawn. */

export const handle = { hydrate: false };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: resultStyles }];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** What a page of withdrawn results says about itself. */
export function withdrawnMeta(
  { language, publicUrl, withdrawn: { title } }: { language: Language; publicUrl: string; withdrawn: WithdrawnHead },
  pathIn: (language: Language) => string,
) {
  const description = textFor(language).results.withdrawnTitle;
  return resultMeta({ language, publicUrl, title, description, pathIn, unlisted: true });
}
