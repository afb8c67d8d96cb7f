import type { Language } from "~/i18n/numbers";
import { codeFrom, isWellFormedCode, normalizeCode } from "./code";

/** What became of a one-time code. */
export const CODE_STATES = ["unused", "used", "revoked"] as const;
export type CodeState = (typeof CODE_STATES)[number];

/**
 * Characters of a one-time code, check character included: 19^12 ≈ 2^51 codes. With a million of them handed out, a
 * guess opens a form once in two thousand million tries.
 */
export const INVITATION_LENGTH = 13;

/** A batch is no smaller: of a code alone in its batch, point and channel would tell whose the answers are. */
export const LEAST_CODES = 10;
export const MOST_CODES = 5000;

/** A one-time code from payload numbers 0–18, one for each character but the last. */
export const invitationFrom = (payload: readonly number[]): string => codeFrom(payload, INVITATION_LENGTH);

/** Whether a normalised code has the length, alphabet and check character of a one-time code. */
export const isWellFormedInvitation = (code: string): boolean => isWellFormedCode(code, INVITATION_LENGTH);

/** Whether what was typed is meant to be a one-time code and not the shorter one of a point. */
export function looksLikeInvitation(typed: string): boolean {
  if (/\/[ik]\//i.test(typed)) return /\/i\//i.test(typed);
  return normalizeCode(typed).length > INVITATION_LENGTH - 3;
}

/** The code in what was typed or pasted: the whole address serves as well. */
export function invitationIn(typed: string): string {
  return /\/i\/([^/?#\s]+)/i.exec(typed)?.[1] ?? typed;
}

/** `2345678BCGHKM` → `2345-678B-CGHKM`, as printed. */
export function groupInvitation(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** The address that the QR code of a slip holds. */
export function invitationAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/i/${code}`;
}

/** Path of a one-time code's page. */
export function invitationPath(
  typed: string,
  { language, page }: { language: Language; page?: "thanks" | "saved" },
): string {
  const path = invitationAddress("", encodeURIComponent(normalizeCode(typed))) + (page ? `/${page}` : "");
  return language === "en" ? `${path}?lang=en` : path;
}
