import fc from "fast-check";
import { expect, test } from "vitest";
import { addSumsOfBytes, bytesOfSums } from "~/indices/tally-bytes";

test("sums come back from their bytes, negative and large ones too, and bytes of another length are refused", () => {
  const sum = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -(2 ** 51), max: 2 ** 51 }));
  fc.assert(
    fc.property(fc.array(sum, { minLength: 1 }), (sums) => {
      const given = Float64Array.from(sums, (one) => one || 0);
      const bytes = bytesOfSums(given);
      const read = new Float64Array(given.length);
      addSumsOfBytes(read, bytes);
      expect(read).toEqual(given);
      expect(() => addSumsOfBytes(new Float64Array(given.length - 1), bytes)).toThrow(/another layout/);
      expect(() => addSumsOfBytes(new Float64Array(given.length + 1), bytes)).toThrow(/another layout/);
    }),
  );
  expect(() => bytesOfSums(Float64Array.of(0.5))).toThrow(/whole numbers/);
});
