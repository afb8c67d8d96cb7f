import { safeNext } from "./session.server";

/**
 * The page of this site from which a form was sent, as the browser tells; else the one given. Only its path is used, so
 * that it never leads to another site.
 */
export function cameFrom(request: Request, otherwise: string): string {
  const referrer = request.headers.get("Referer");
  if (!referrer || !URL.canParse(referrer)) return otherwise;
  const { pathname, search } = new URL(referrer);
  return safeNext(pathname + search);
}
