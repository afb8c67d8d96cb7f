import { describe, expect, it } from "vitest";
import { rowHeight, wrappedLines } from "~/reports/row-height";

describe("lines of a wrapped text", () => {
  it.each([
    ["", 10, 1],
    ["mười ký tự", 10, 1],
    ["mười một ký tự", 10, 2],
    ["một\nhai", 10, 2],
    ["aaaa bbbb cccc dddd", 9, 2],
    // A word longer than the column is broken, and the next one goes on behind its rest.
    ["abcdefghijklmnopqrstuvwxy z", 10, 3],
    ["ab abcdefghijklmnopqrstuvwxyz", 10, 4],
  ])("%j in %i characters takes %i", (text, width, lines) => {
    expect(wrappedLines(text, width)).toBe(lines);
  });

  it("gives a row no more than the height that a row can have", () => {
    expect(rowHeight(1)).toBe(15);
    expect(rowHeight(1000)).toBe(409);
  });
});
