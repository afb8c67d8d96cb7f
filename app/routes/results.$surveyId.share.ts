import type { LoaderFunctionArgs } from "@remix-run/node";
import { RESULTS_CACHING, requirePublished } from "~/http/require-published.server";
import { drawShareCard } from "~/reports/draw-share-card.server";
import { shareCard } from "~/reports/share-card";

/** The image of a published page, shown where its address is shared; none of results that were taken back. */
export async function loader(asked: LoaderFunctionArgs) {
  const { published, frame } = await requirePublished(asked);
  const card = published && shareCard(published, { ...frame, unitKey: asked.params.unitKey });
  if (!card) throw new Response(null, { status: 404 });
  const image = await drawShareCard(card);
  return new Response(new Uint8Array(image), { headers: { "Content-Type": "image/png", ...RESULTS_CACHING } });
}
