import type { AppLoadContext } from "@remix-run/node";
import { isbot } from "isbot";
import { UNMET_OUTCOMES, type UnmetOutcome } from "~/collection-points/unmet-visit";
import type { AnswerPage } from "~/responses/answer-page";
import { addUnmetVisit } from "~db/repositories/unmet-visits";

/**
 * Counts a visit that met no form, by point and day, so that a poster that leads nowhere shows. Crawlers, pages fetched
 * ahead of a tap and requests for headers alone are no visits; nothing about the visitor is kept.
 */
export async function countUnmetVisit(
  request: Request,
  page: AnswerPage,
  today: string,
  { database }: AppLoadContext,
): Promise<void> {
  if (!("point" in page) || page.point === null || !isUnmet(page.kind) || !isVisit(request)) return;
  await addUnmetVisit(database, { pointId: page.point.id, day: today, outcome: page.kind });
}

function isUnmet(kind: AnswerPage["kind"]): kind is UnmetOutcome {
  return (UNMET_OUTCOMES as readonly string[]).includes(kind);
}

function isVisit({ method, headers }: Request): boolean {
  const purpose = headers.get("Sec-Purpose") ?? headers.get("Purpose") ?? "";
  return method === "GET" && !/prefetch|preview/i.test(purpose) && !isbot(headers.get("User-Agent"));
}
