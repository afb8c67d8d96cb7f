import { createRequire } from "node:module";
import type { FontName, Typesetter } from "./box";
import { drawableText } from "./drawable-text";

/** Tinos: as wide, letter for letter, as Times New Roman, with every Vietnamese letter. */
const FILES: Readonly<Record<FontName, string>> = {
  Regular: "400Regular",
  Bold: "700Bold",
  Italic: "400Regular_Italic",
  BoldItalic: "700Bold_Italic",
};

/** Widths at size 1 of words measured so far, in any document of this process: the same words come again and again. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 100_000;

/** Makes the fonts known to a document, and what they can do to those who set its text. */
export function registerFonts(document: PDFKit.PDFDocument): Typesetter {
  const { resolve } = createRequire(import.meta.url);
  for (const [name, file] of Object.entries(FILES)) {
    document.registerFont(name, resolve(`@expo-google-fonts/tinos/${file}/Tinos_${file}.ttf`));
  }
  const hasGlyph = glyphsOf(document.font("Regular"));
  return {
    measure(text, { font, size }) {
      const key = `${font}/${text}`;
      let width = widths.get(key);
      if (width === undefined) {
        if (widths.size >= MOST_WIDTHS) widths.clear();
        width = document.font(font).fontSize(1).widthOfString(text);
        widths.set(key, width);
      }
      return width * size;
    },
    clean: (text) => drawableText(text, hasGlyph),
  };
}

/** Which characters the chosen font holds; pdfkit's own types do not tell. */
function glyphsOf(document: PDFKit.PDFDocument): (codePoint: number) => boolean {
  const { font } = (document as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
  return (codePoint) => font.hasGlyphForCodePoint(codePoint);
}
