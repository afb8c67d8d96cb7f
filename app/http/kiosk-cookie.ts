import { KIOSK_COOKIE_DAYS } from "~/collection-points/kiosk";

const NAME = "hl_kiosk";

/** The token in a request's cookies, unchecked; null where there is none. */
export function kioskToken(cookies: string | null | undefined): string | null {
  return new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{1,100})(?:;|$)`).exec(cookies ?? "")?.[1] ?? null;
}

/**
 * `Set-Cookie` that makes a browser a tablet of its point. Strict, since every page that it is for is asked for by the
 * tablet itself and never through a link of another site.
 */
export function kioskCookie(token: string, { secure }: { secure: boolean }): string {
  const seconds = KIOSK_COOKIE_DAYS * 24 * 3600;
  return `${NAME}=${token}; Path=/k/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
}
