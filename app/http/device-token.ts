import { randomBytes } from "node:crypto";

const NAME = "hl_device";

/** How long a device keeps its token: longer than the hour that limits look back. */
const KEPT_SECONDS = 24 * 60 * 60;

/** The token in a request's `Cookie` header; null where there is none or one that we did not make. */
export function readDeviceToken(cookies: string | null | undefined): string | null {
  return new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{22})(?:;|$)`).exec(cookies ?? "")?.[1] ?? null;
}

/**
 * `Set-Cookie` with a new random token, given with the answer to a taken form and never before. It tells one device's
 * forms at a point from another's for the limit of an hour, is kept in memory only and stored nowhere.
 */
export function newDeviceCookie(secure: boolean): string {
  const token = randomBytes(16).toString("base64url");
  return `${NAME}=${token}; Max-Age=${KEPT_SECONDS}; Path=/k/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
