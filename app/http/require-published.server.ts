import type { AppLoadContext } from "@remix-run/node";
import { languageOf } from "~/i18n";
import { loadPublished } from "~/snapshots/load-published.server";
import { numberParam } from "./params";

/** How long others may keep a public page of results: a withdrawal is to be seen soon. */
export const RESULTS_CACHING = { "Cache-Control": "public, max-age=60" };

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
