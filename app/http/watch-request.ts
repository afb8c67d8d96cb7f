import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Metrics } from "./metrics";
import { routeClassOf } from "./route-class";

/** Characters of a path that are logged: nobody gets to fill the disk with long addresses. */
const PATH_LENGTH = 200;

/**
 * Follows a request to the end of its answer; `path` is its address without the query, `started` when it arrived, in
 * milliseconds of `performance.now()`.
 */
export type WatchRequest = (
  request: IncomingMessage,
  response: ServerResponse,
  about: { requestId: string; path: string; started: number },
) => void;

/**
 * Writes one line per finished request (method, path, status, milliseconds, request id) and counts it. Never the query,
 * the address or the browser of whoever asked: answers are anonymous in the log too.
 */
export function requestWatch(log: Logger, metrics: Metrics): WatchRequest {
  return (request, response, { requestId, path, started }) => {
    const { method } = request;
    const route = routeClassOf(path);
    response.on("close", () => {
      const elapsed = performance.now() - started;
      const status = response.statusCode;
      metrics.observe({ route, status, seconds: elapsed / 1000 });
      const ms = Math.round(elapsed * 10) / 10;
      const line = { requestId, method, path: loggable(path), status, ms };
      log[route === "operations" ? "debug" : "info"](
        response.writableFinished ? line : { ...line, cut: true },
        "request",
      );
    });
  };
}

/**
 * A path without what opens an account, which whoever reads the log must not be able to use, and without a one-time code,
 * which beside an instant would say when its holder answered.
 */
function loggable(path: string): string {
  return path
    .replace(/^(\/welcome\/).+/, "$1…")
    .replace(/^(\/i\/)[^/]*/, "$1…")
    .slice(0, PATH_LENGTH);
}
