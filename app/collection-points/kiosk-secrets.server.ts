import { createHash, randomBytes, randomInt } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH, codeFrom } from "./code";
import { ENROLMENT_MINUTES } from "./kiosk";

/** A one-time code in the letters of the codes on paper, good for half an hour. */
export function drawEnrolmentCode(now: Date): { code: string; hash: string; expiresAt: string } {
  const code = codeFrom(Array.from({ length: CODE_LENGTH - 1 }, () => randomInt(CODE_ALPHABET.length)));
  const expiresAt = new Date(now.getTime() + ENROLMENT_MINUTES * 60_000).toISOString();
  return { code, hash: hashSecret(code), expiresAt };
}

/** 256 random bits for the cookie of a tablet. */
export function drawKioskToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashSecret(token) };
}

/** Codes and tokens are kept as this only. Both are random, so a slow hash would add nothing. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
