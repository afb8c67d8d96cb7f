import fc from "fast-check";
import { expect, test } from "vitest";
import { addSumsOfBytes, bytesOfSums, holdsSums } from "~/indices/tally-bytes";

test("sums come back from their bytes, negative and large ones too, and bytes of another length are told apart", () => {
  const sum = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -(2 ** 51), max: 2 ** 51 }));
  fc.assert(
    fc.property(fc.array(sum, { minLength: 1 }), (sums) => {
      const given = Float64Array.from(sums, (one) => one || 0);
      const bytes = bytesOfSums(given);
      const read = new Float64Array(given.length);
      addSumsOfBytes(read, bytes);
      expect(read).toEqual(given);
      expect(holdsSums(bytes, given.length)).toBe(true);
      expect(holdsSums(bytes, given.length - 1)).toBe(false);
      expect(holdsSums(bytes, given.length + 1)).toBe(false);
      expect(holdsSums(Uint8Array.of(...bytes, 128), given.length)).toBe(false);
    }),
  );
  expect(() => bytesOfSums(Float64Array.of(0.5))).toThrow(/whole numbers/);
});
