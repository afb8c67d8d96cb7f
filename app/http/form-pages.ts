import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Response as ExpressResponse, RequestHandler } from "express";
import { type FoundPoint, findPoint } from "~/collection-points/find-point.server";
import { openAnswerPage } from "~/responses/answer-page";
import { type SplicedPage, splitPage } from "./spliced-page";
import { visitOf } from "./visit";

/** Form pages kept in memory, about 50 KB each: those of the busiest collection points. */
const KEPT_PAGES = 1000;

interface KeptPage {
  /** Everything the page was made from; a page made from anything else is made anew. */
  madeFrom: string;
  made: Promise<{ page: SplicedPage; headers: [string, string][] } | null>;
}

/**
 * Serves the form of a collection point from memory: the page is rendered once per point, survey and language, and each
 * visit gets it with an id and an instant of its own. Every other state of a point is left to its route. Nothing about
 * the visitor goes into the page, so there is nothing of one visitor's that another could be served.
 */
export function formPages(
  build: ServerBuild,
  contextOf: (response: ExpressResponse) => AppLoadContext,
): RequestHandler {
  const render = createRequestHandler(build, "production");
  const kept = new Map<string, KeptPage>();
  return async (request, response, next) => {
    const code = request.method === "GET" ? /^\/k\/([^/?]+)(\?|$)/.exec(request.url)?.[1] : undefined;
    if (code === undefined) return next();
    try {
      const context = contextOf(response);
      const visit = visitOf(request.url, decodeURIComponent(code), context);
      const { typed, wantedId, today, language, freshIdentity } = visit;
      const found = await findPoint(context.database, { code: typed, today });
      const opened = openAnswerPage(found, visit, freshIdentity);
      if (!found.found || opened.kind !== "form") return next();
      const key = [found.point.code, wantedId ?? "", language].join("/");
      const madeFrom = `${today} ${opened.proofBits} ${fingerprint(found)}`;
      let page = kept.get(key);
      if (page?.madeFrom !== madeFrom) page = { madeFrom, made: makePage(render, request.url, context) };
      keep(kept, key, page);
      const made = await page.made.catch((error: unknown) => {
        // A page that failed once may come out well the next time.
        kept.delete(key);
        throw error;
      });
      if (!made) return next();
      const values = [freshIdentity.responseId, freshIdentity.startedAt];
      send(response, made, values, Boolean(request.acceptsEncodings("gzip")));
    } catch (error) {
      next(error);
    }
  };
}

/** What the database says about the point; the questionnaire is told by its checksum. */
function fingerprint(found: FoundPoint): string {
  return JSON.stringify(found, (name, value) => (name === "questionnaire" ? undefined : value));
}

/** Puts a page last in the order of use and forgets the one used longest ago. */
function keep(kept: Map<string, KeptPage>, key: string, page: KeptPage): void {
  kept.delete(key);
  kept.set(key, page);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_PAGES && oldest !== undefined) kept.delete(oldest);
}

/** Renders a page as for a visitor of whom nothing is known. Null where it is not one that may be served again. */
async function makePage(
  render: ReturnType<typeof createRequestHandler>,
  address: string,
  context: AppLoadContext,
): Promise<Awaited<KeptPage["made"]>> {
  const answer = await render(new Request(new URL(address, context.settings.publicUrl)), context);
  const html = await answer.text();
  if (answer.status !== 200 || answer.headers.has("Set-Cookie") || html.includes(context.nonce)) return null;
  const values = ["response_id", "started_at"].map((name) => fieldValue(html, name));
  const page = splitPage(html, values);
  return page && { page, headers: [...answer.headers] };
}

function fieldValue(html: string, name: string): string {
  return new RegExp(`<input[^>]* name="${name}"[^>]* value="([^"]+)"`).exec(html)?.[1] ?? "";
}

function send(
  response: ExpressResponse,
  { page, headers }: { page: SplicedPage; headers: [string, string][] },
  values: string[],
  gzip: boolean,
): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader("Vary", "Accept-Encoding");
  if (gzip) response.setHeader("Content-Encoding", "gzip");
  const body = gzip ? page.gzip(values) : page.plain(values);
  response.setHeader("Content-Length", body.length);
  response.end(body);
}
