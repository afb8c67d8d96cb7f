import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { routeClassOf } from "./route-class";

/** Characters of a path that are logged: nobody gets to fill the disk with long addresses. */
const PATH_LENGTH = 200;

/**
 * One line per finished request: method, path, status, milliseconds, request id. Never the query, the address or the
 * browser of whoever asked: answers are anonymous in the log too.
 */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const { method } = request;
    const path = request.path.slice(0, PATH_LENGTH);
    const level = routeClassOf(path) === "operations" ? "debug" : "info";
    response.on("close", () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const line = { requestId: response.locals.requestId, method, path, status: response.statusCode, ms };
      log[level](response.writableFinished ? line : { ...line, cut: true }, "request");
    });
    next();
  };
}
