import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/**
 * Headers that keep a page to this site's own scripts, styles and forms. Everything is served from here, so the policy
 * names no other host; scripts that Remix writes into a page carry the nonce of the response.
 * @param secure the site is reached over HTTPS: only then may browsers be told to insist on it.
 */
export function securityHeaders({ secure }: { secure: boolean }): RequestHandler[] {
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
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
    xFrameOptions: { action: "deny" },
  });
  return [
    policy,
    (_request, response, next) => {
      response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
      next();
    },
  ];
}

/** The nonce that was drawn for a response. */
export function nonceOf(response: Response): string {
  return response.locals.nonce as string;
}
