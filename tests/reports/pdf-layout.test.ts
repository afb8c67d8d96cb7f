import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "~/reports/pdf/box";
import { breakLines } from "~/reports/pdf/break-lines";
import { drawableText } from "~/reports/pdf/drawable-text";
import { paginate } from "~/reports/pdf/paginate";

const letters = (text: string) => [...text].length;

describe("lines of a paragraph", () => {
  it("break at spaces, the first one shorter, and where the text says so", () => {
    const lines = breakLines("một hai ba bốn\nnăm", { width: 8, firstLine: 1 }, letters);
    expect(lines.map(({ text, last }) => [text, last])).toEqual([
      ["một hai", false],
      ["ba bốn", true],
      ["năm", true],
    ]);
  });

  it("hold every letter, none wider than the line, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = breakLines(text, { width }, letters);
        expect(
          lines
            .map((line) => line.text)
            .join("")
            .replace(/ /g, ""),
        ).toBe(text.replace(/[ \t\r\n]/g, ""));
        for (const line of lines) expect(letters(line.text)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("text that a font draws", () => {
  const hasGlyph = (code: number) => code < 0x2000;

  it("has words in the place of what the font has not", () => {
    expect(drawableText("Tốt 👍🏽👍 lắm", hasGlyph)).toBe("Tốt [biểu tượng] lắm");
    expect(drawableText("漢字 và \u202Ebc\u200B", hasGlyph)).toBe("[?] và bc");
  });

  it("composes letters and drops controls", () => {
    expect(drawableText("Ti\u0065\u0302\u0301ng\u0007 Vie\u0323\u0302t", hasGlyph)).toBe("Tiếng Việt");
  });
});

const box = (height: number, more: Partial<Box> = {}): Box => ({ height, draw: () => {}, ...more });

describe("boxes on pages", () => {
  it("stand under one another, the space above falling away at the top of a page", () => {
    const pages = paginate([box(40, { before: 10 }), box(40, { before: 10 }), box(40, { before: 10 })], 100);
    expect(pages.map((page) => page.map(({ top }) => top))).toEqual([[0, 50], [0]]);
  });

  it("go to the next page with what they are kept with", () => {
    const pages = paginate([box(70), box(20, { keepNext: true }), box(20)], 100);
    expect(pages.map((page) => page.length)).toEqual([1, 2]);
  });

  it("have the table's header above them where they begin a page, and fit below it", () => {
    const heading = box(20);
    const rows = Array.from({ length: 5 }, () => box(30, { heading }));
    const pages = paginate([{ ...heading, keepNext: true }, ...rows], 100);
    expect(pages.map((page) => page.map(({ again }) => again))).toEqual([
      [false, false, false],
      [true, false, false],
      [true, false],
    ]);
  });

  it("never leave a page's foot and lose none, however they are kept together", () => {
    const anyBox = fc.record({ height: fc.integer({ min: 1, max: 60 }), keepNext: fc.boolean(), before: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 60 }), (some) => {
        const pages = paginate(
          some.map((one) => box(one.height, one)),
          100,
        );
        expect(pages.flat()).toHaveLength(some.length);
        for (const { top, box: placed } of pages.flat()) expect(top + placed.height).toBeLessThanOrEqual(100.02);
      }),
    );
  });
});
