import { createHash } from "node:crypto";

/**
 * Whether a nonce proves the work asked for: SHA-256 of `<response id>:<nonce>` starts with that many zero bits. Bound to
 * the id of the page, so a proof serves for one response only.
 */
export function isProof(responseId: string, nonce: string | null, bits: number): boolean {
  if (nonce === null) return false;
  const digest = createHash("sha256").update(`${responseId}:${nonce}`).digest();
  return leadingZeroBits(digest) >= bits;
}

function leadingZeroBits(bytes: Uint8Array): number {
  const whole = bytes.findIndex((byte) => byte !== 0);
  return whole === -1 ? bytes.length * 8 : whole * 8 + Math.clz32(bytes[whole] ?? 0) - 24;
}
