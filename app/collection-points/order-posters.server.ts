import type { Readable } from "node:stream";
import type { Database } from "~db/open-database.server";
import { streamPosters } from "./poster.server";
import type { PosterJob, PosterJobs } from "./poster-jobs.server";
import type { PosterLayout } from "./poster-layouts";
import { listPosters, type PostersRequest } from "./survey-posters.server";

/** Pages that are sent as they are drawn; more are a job with a page of its own. */
const MOST_AT_ONCE = 200;

export type OrderedPosters =
  | { kind: "none" }
  | { kind: "busy" }
  | { kind: "file"; name: string; stream: Readable }
  | { kind: "job"; job: PosterJob };

/**
 * One PDF with the posters of a survey's points in the viewer's scope: those chosen, or all where `chosen` is null. Points
 * whose code was revoked have no poster.
 */
export async function orderPosters(
  database: Database,
  jobs: PosterJobs,
  request: PostersRequest & { chosen: ReadonlySet<number> | null; layout: PosterLayout },
): Promise<OrderedPosters> {
  const { viewer, surveyId, layout, today: day, chosen } = request;
  const posters = await listPosters(database, request, chosen);
  if (posters.length === 0) return { kind: "none" };
  if (posters.length <= MOST_AT_ONCE) {
    const stream = streamPosters(posters, { layout, day }) as unknown as Readable;
    return { kind: "file", name: postersFileName(surveyId, layout), stream };
  }
  const job = jobs.start({
    ...{ accountId: viewer.accountId, surveyId, about: { layout }, total: posters.length },
    work: { layout, day, posters },
  });
  return job ? { kind: "job", job } : { kind: "busy" };
}

export function postersFileName(surveyId: number, layout: PosterLayout): string {
  return `ap-phich-dot-${surveyId}-${layout}.pdf`;
}
