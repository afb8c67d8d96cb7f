import type { RequestHandler } from "express";
import { routeClassOf } from "./route-class";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses with 403 what another site makes an officer's browser send. Public forms carry no sign-in, and browsers
 * inside other apps send them with `Origin: null` or none: those always pass. The header is then taken off, because
 * Remix answers 500 where it does not equal the host, as behind a proxy or for `null`.
 */
export function refuseForeignOrigin(publicUrl: string): RequestHandler {
  const ownHost = new URL(publicUrl).host;
  return (request, response, next) => {
    if (READING.has(request.method)) return next();
    const { origin, host, "sec-fetch-site": site } = request.headers;
    const foreign =
      !isOwn(origin, [host, ownHost]) || (site !== undefined && site !== "same-origin" && site !== "none");
    if (foreign && routeClassOf(request.path) === "office") {
      response.status(403).type("text/plain; charset=utf-8");
      response.send("Yêu cầu này đến từ một trang khác nên bị từ chối. (Refused: sent from another site.)\n");
      return;
    }
    delete request.headers.origin;
    next();
  };
}

function isOwn(origin: string | undefined, hosts: (string | undefined)[]): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
