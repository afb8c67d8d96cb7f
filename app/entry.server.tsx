import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
// React 18's stream for Node writes NUL bytes where a letter of several bytes meets the end of its buffer, which
// Vietnamese text does on nearly every page (react issue 24985, mended in React 19); its web stream does not.
import { renderToReadableStream } from "react-dom/server.browser";
import { RequestFactsProvider } from "~/components/request-facts";

const RENDER_LIMIT_MS = 10_000;

/** Renders a document as a stream; crawlers, which do not run what arrives later, wait for all of it. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, settings }: AppLoadContext,
): Promise<Response> {
  let statusCode = status;
  let started = false;
  const failed = remixContext.staticHandlerContext.errors !== null;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), RENDER_LIMIT_MS);
  const body = await renderToReadableStream(
    <RequestFactsProvider value={{ nonce, requestId, province: settings.province, failed }}>
      <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_LIMIT_MS} nonce={nonce} />
    </RequestFactsProvider>,
    {
      nonce,
      signal: limit.signal,
      onError(error) {
        statusCode = 500;
        // A failure before the shell rejects the promise above and is logged by handleError.
        if (started) logError(error, { request, requestId });
      },
    },
  );
  started = true;
  // The limit is for pages that hang: on a finished one it would close the stream a second time.
  const done = () => clearTimeout(timer);
  body.allReady.then(done, done);
  if (isbot(request.headers.get("user-agent"))) await body.allReady;
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(body, { headers, status: statusCode });
}

/**
 * The one place where failures of loaders, actions and rendering are logged. A visitor who left, an address without a
 * page and a method that a page does not take are no failures of ours.
 */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  logError(error, { request, requestId: context.requestId });
}

function logError(error: unknown, { request, requestId }: { request: Request; requestId: string }): void {
  // The address without its query: what somebody typed does not belong in a log.
  console.error(`[${requestId}] ${request.method} ${new URL(request.url).pathname}`, error);
}
