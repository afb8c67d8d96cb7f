import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sha256 } from "~/form-script/sha256";

function words(message: string): number[] {
  const digest = createHash("sha256").update(message, "ascii").digest();
  return Array.from({ length: 8 }, (_, index) => digest.readUInt32BE(index * 4));
}

it("is the SHA-256 of OpenSSL for every message of one block", () => {
  // FIPS 180-4 example: SHA-256("abc") = ba7816bf 8f01cfea …
  expect(sha256("abc").map((word) => word.toString(16))[0]).toBe("ba7816bf");
  const message = fc.string({ unit: "grapheme-ascii", maxLength: 55 });
  fc.assert(
    fc.property(message, (text) => {
      expect(sha256(text)).toEqual(words(text));
    }),
    { numRuns: 500 },
  );
});
