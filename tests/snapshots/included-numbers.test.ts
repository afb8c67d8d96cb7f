import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOfNumbers, numbersOfBytes } from "~/snapshots/included-numbers";

describe("numbers of the responses in a snapshot", () => {
  it("come back as they were written, whatever lies between them", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 40 })), (numbers) => {
        const ascending = numbers.toSorted((one, other) => one - other);
        expect([...numbersOfBytes(bytesOfNumbers(ascending))]).toEqual(ascending);
      }),
    );
  });

  it("take a byte each where they follow one another", () => {
    const numbers = Array.from({ length: 1000 }, (_, index) => index + 1);
    expect(bytesOfNumbers(numbers)).toHaveLength(1000);
  });

  it("are refused where they do not ascend", () => {
    expect(() => bytesOfNumbers([3, 3])).toThrow(RangeError);
    expect(() => bytesOfNumbers([0])).toThrow(RangeError);
    expect(() => bytesOfNumbers([1.5])).toThrow(RangeError);
  });
});
