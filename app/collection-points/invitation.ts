import type { Language } from "~/i18n/numbers";
import { CODE_ALPHABET, normalizeCode } from "./code";

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

const BASE = CODE_ALPHABET.length;

/** Σ (i+1)·vᵢ modulo 19, as for the codes of points: no weight is a multiple of 19. */
function checkCharacter(payload: string): string {
  let sum = 0;
  for (let index = 0; index < payload.length; index++)
    sum += (index + 1) * CODE_ALPHABET.indexOf(payload.charAt(index));
  return CODE_ALPHABET.charAt(sum % BASE);
}

/** A one-time code from payload numbers 0–18, one for each character but the last. */
export function invitationFrom(payload: readonly number[]): string {
  if (payload.length !== INVITATION_LENGTH - 1) throw new RangeError(`a code needs ${INVITATION_LENGTH - 1} numbers`);
  const characters = payload.map((value) => CODE_ALPHABET.charAt(value % BASE)).join("");
  return characters + checkCharacter(characters);
}

/** Whether a normalised code has the length, alphabet and check character of a one-time code. */
export function isWellFormedInvitation(code: string): boolean {
  if (code.length !== INVITATION_LENGTH) return false;
  if ([...code].some((character) => !CODE_ALPHABET.includes(character))) return false;
  return checkCharacter(code.slice(0, -1)) === code.at(-1);
}

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
export function invitationPath(typed: string, { language, page }: { language: Language; page?: "thanks" }): string {
  const path = invitationAddress("", encodeURIComponent(normalizeCode(typed))) + (page ? `/${page}` : "");
  return language === "en" ? `${path}?lang=en` : path;
}
