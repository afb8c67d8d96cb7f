import type { RequestHandler } from "express";

/** Answers 400 to requests whose address cannot be read, which would be errors of the server further in. */
export const refuseMalformedAddress: RequestHandler = (request, response, next) => {
  if (isWellFormed(request.headers.host, request.url)) return next();
  response.status(400).type("text/plain; charset=utf-8").send("Địa chỉ không hợp lệ. (Malformed address.)\n");
};

/** Whether host and address of a request make a URL, whose path can be read. */
export function isWellFormed(host: string | undefined, address: string): boolean {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host) || !address.startsWith("/")) return false;
  try {
    const { pathname } = new URL(`http://${host}${address}`);
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}

/** Forgets forwarding headers that no trusted proxy wrote: anybody can send them. */
export const forgetUntrustedForwarding: RequestHandler = (request, _response, next) => {
  const trusted = request.app.get("trust proxy fn") as (address: string, hop: number) => boolean;
  if (!trusted(request.socket.remoteAddress ?? "", 0) || !isWellFormed(forwardedHost(request.headers), "/")) {
    delete request.headers["x-forwarded-host"];
  }
  next();
};

function forwardedHost(headers: Record<string, string | string[] | undefined>): string | undefined {
  const value = headers["x-forwarded-host"];
  return (Array.isArray(value) ? value[0] : value)?.split(",")[0]?.trim();
}
