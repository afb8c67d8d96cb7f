import { createHmac, timingSafeEqual } from "node:crypto";

/** Signature of a content that goes out and comes back; `purpose` keeps one kind from passing for another. */
export function signContent(purpose: string, content: string, secret: string): string {
  return createHmac("sha256", secret).update(`${purpose} ${content}`).digest("base64url");
}

/** Whether a signature is the content's. */
export function isSigned(signature: string, purpose: string, content: string, secret: string): boolean {
  const [given, made] = [Buffer.from(signature), Buffer.from(signContent(purpose, content, secret))];
  return given.length === made.length && timingSafeEqual(given, made);
}
