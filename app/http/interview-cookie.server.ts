import { isSigned, signContent } from "./sign-content.server";

const NAME = "hl_interview";
const PURPOSE = "interview";

/** How long a device may open forms, and send what was answered without a network: as long as an unsent form is believed. */
export const INTERVIEW_DAYS = 31;

/**
 * `Set-Cookie` that lets a device open interview forms of an account after its session has ended. It says who interviews
 * and nothing else, signed; whether they still do is asked of the database with every form.
 */
export function interviewCookie(
  accountId: number,
  { secret, secure, now }: { secret: string; secure: boolean; now: Date },
): string {
  const until = Math.floor(now.getTime() / 1000) + INTERVIEW_DAYS * 24 * 3600;
  const content = `${accountId}.${until}`;
  const value = `${content}.${signContent(PURPOSE, content, secret)}`;
  return `${NAME}=${value}; Path=/k/; Max-Age=${INTERVIEW_DAYS * 24 * 3600}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** The account in a request's cookies; null where there is none, it was made up or it is out of date. */
export function interviewerOf(
  cookies: string | null | undefined,
  { secret, now }: { secret: string; now: Date },
): number | null {
  const match = new RegExp(`(?:^|;\\s*)${NAME}=((\\d{1,15})\\.(\\d{1,12}))\\.([\\w-]{43})(?:;|$)`).exec(cookies ?? "");
  const [, content = "", account = "", until = "", signature = ""] = match ?? [];
  if (!match || Number(until) * 1000 < now.getTime()) return null;
  return isSigned(signature, PURPOSE, content, secret) ? Number(account) : null;
}
