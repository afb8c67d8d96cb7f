import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { RequestFactsProvider } from "~/components/request-facts";

const RENDER_LIMIT_MS = 10_000;

/** Renders a document as a stream; crawlers, which do not run what arrives later, wait for all of it. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId, settings }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let statusCode = status;
    let started = false;
    const answer = () => {
      started = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: statusCode }));
      pipe(body);
      clearTimeout(limit);
    };
    const waitForAll = isbot(request.headers.get("user-agent"));
    const { pipe, abort } = renderToPipeableStream(
      <RequestFactsProvider value={{ nonce, requestId, province: settings.province }}>
        <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_LIMIT_MS} nonce={nonce} />
      </RequestFactsProvider>,
      {
        nonce,
        ...(waitForAll ? { onAllReady: answer } : { onShellReady: answer }),
        onShellError: reject,
        onError(error) {
          statusCode = 500;
          // A failure before the shell is rejected above and logged by handleError.
          if (started) logError(error, { request, requestId });
        },
      },
    );
    const limit = setTimeout(abort, RENDER_LIMIT_MS);
  });
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
