import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { routeClassOf } from "./route-class";

type SetHeaders = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Sets the headers of {@link policyHeaders}; on citizens' pages, which hold no script of their own, without a nonce.
 * @param secure the site is reached over HTTPS: only then may browsers be told to insist on it.
 */
export function securityHeaders({ secure }: { secure: boolean }): RequestHandler {
  const fixed = citizenHeaders({ secure });
  const nonce = (response: ServerResponse) => nonceOf(response as Response);
  const withNonce = policyHeaders({ secure, nonce });
  const framed = policyHeaders({ secure, nonce, framed: true });
  return (request, response, next) => {
    if (isPreview(request.path)) return framed(request, response, next);
    if (routeClassOf(request.path) !== "citizen") return withNonce(request, response, next);
    for (const [name, value] of fixed) response.setHeader(name, value);
    next();
  };
}

/** The pages that this site shows inside its own: previews of questionnaires, beside the editor. */
function isPreview(path: string): boolean {
  return /^\/questionnaires\/(drafts\/)?\d+\/preview$/.test(path);
}

/** The headers of a citizens' page by name, the same for every answer. */
export function citizenHeaders({ secure }: { secure: boolean }): [name: string, value: string][] {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  policyHeaders({ secure, nonce: null })(response.req, response, () => {});
  return response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]);
}

/**
 * Headers that keep a page to this site's own scripts, styles and forms. Everything is served from here, so the policy
 * names no other host; scripts that Remix writes into an officers' page carry the nonce of the response.
 */
function policyHeaders(options: {
  secure: boolean;
  nonce: ((response: ServerResponse) => string) | null;
  /** Whether pages of this very site may show it in a frame. */
  framed?: boolean;
}): SetHeaders {
  const { secure, nonce, framed = false } = options;
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [
          "'self'",
          ...(nonce ? [(_: IncomingMessage, response: ServerResponse) => `'nonce-${nonce(response)}'`] : []),
        ],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: [framed ? "'self'" : "'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Not helmet's `no-referrer`: with it Chromium sends `Origin: null` on a form without script.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: secure ? { maxAge: 180 * 24 * 3600, includeSubDomains: false } : false,
    // Browsers complain about these two on plain HTTP.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    xFrameOptions: { action: framed ? "sameorigin" : "deny" },
  });
  return (request, response, next) => {
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    policy(request, response, next);
  };
}

/** The nonce that was drawn for a response. */
export function nonceOf(response: Response): string {
  return response.locals.nonce as string;
}
