import { type AppLoadContext, data } from "@remix-run/node";
import { languageOf } from "~/i18n";
import { loadPublished } from "~/snapshots/load-published.server";
import type { WithdrawnHead } from "~/snapshots/published";
import { numberParam } from "./params";

/**
 * How public pages of results may be kept: by anybody, but not shown without asking whether they still stand, so that a
 * withdrawal or a correction is seen at once. Asking costs an answer without content.
 */
export const RESULTS_CACHING = { "Cache-Control": "public, no-cache" };

/**
 * The published results in the address, or what was said when they were withdrawn, with what every page of them shows.
 * @throws 404 where nothing was ever published.
 */
export async function requirePublished({
  request,
  params,
  context,
}: {
  request: Request;
  params: { surveyId?: string };
  context: AppLoadContext;
}) {
  const { database, settings } = context;
  const found = await loadPublished(database, numberParam(params.surveyId), settings.timeZone);
  if (!found) throw new Response(null, { status: 404 });
  const language = languageOf(new URL(request.url).searchParams.get("lang"));
  return { ...found, frame: { language, province: settings.province, publicUrl: settings.publicUrl } };
}

/** What the loader of a page answers once the results are withdrawn. */
export function withdrawnAnswer<Frame extends object>(frame: Frame, withdrawn: WithdrawnHead) {
  return data({ ...frame, withdrawn }, { status: 410, headers: RESULTS_CACHING });
}
