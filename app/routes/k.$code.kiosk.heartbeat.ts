import type { ActionFunctionArgs } from "@remix-run/node";
import { findKiosk } from "~/collection-points/enrol-kiosk.server";
import { heartbeatSchema } from "~/collection-points/kiosk";
import { kioskToken } from "~/http/kiosk-cookie";
import { noteHeartbeat } from "~db/repositories/kiosks";

/** Bytes of what a tablet tells. */
const MOST_BYTES = 200;

/**
 * What a tablet tells every minute: that it is there, and how many forms wait on it. The cookie is Strict, and JSON from
 * another site would be asked for permission first, so nobody else can speak in its name.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const site = request.headers.get("Sec-Fetch-Site");
  if (request.method !== "POST") return answer(405);
  if (site !== null && site !== "same-origin") return answer(403);
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("Content-Type") ?? "")) return answer(415);
  if (!(Number(request.headers.get("Content-Length")) <= MOST_BYTES)) return answer(413);
  const told = heartbeatSchema.safeParse(await request.json().catch(() => null));
  if (!told.success) return answer(422);
  const kiosk = await findKiosk(context.database, kioskToken(request.headers.get("Cookie")));
  if (!kiosk) return answer(403);
  const now = context.now().toISOString();
  await noteHeartbeat(context.database, kiosk.id, { now, queueLength: told.data.queue });
  return answer(204);
}

/** There is no page here. */
export function loader() {
  return answer(405);
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}
