import { createRequire } from "node:module";
import type { FontName, Typesetter } from "./box";
import { drawableText, withoutPictographs } from "./drawable-text";

/** Tinos: as wide, letter for letter, as Times New Roman, with every Vietnamese letter. */
const FILES: Readonly<Record<FontName, string>> = {
  Regular: "400Regular",
  Bold: "700Bold",
  Italic: "400Regular_Italic",
  BoldItalic: "700Bold_Italic",
};
const NAMES = Object.keys(FILES) as FontName[];

/** What pdfkit's types leave out of a document and of a font that it embeds. */
interface Inner {
  _font: Face;
  _fontCount: number;
  _fontFamilies: Record<string, Face>;
}
interface Face extends Opened {
  constructor: new (document: PDFKit.PDFDocument, font: FontFile, id: string) => Face;
}
interface Opened {
  font: FontFile;
  /** Words as they were laid out. */
  layoutCache: object;
}
interface FontFile {
  characterSet: number[];
  glyphForCodePoint(code: number): unknown;
  hasGlyphForCodePoint(code: number): boolean;
}

/** Font files of this process: to read their tables anew for each of a thousand documents takes longer than to write them. */
const opened = new Map<FontName, Opened & { Face: Face["constructor"] }>();
/** Widths at size 1 of words measured so far, in any document: the same words come again and again. */
const widths = new Map<string, number>();
const MOST_WORDS = 50_000;

/** Makes the fonts known to a document, always in the same order, and what they can do to those who set its text. */
export function registerFonts(document: PDFKit.PDFDocument): Typesetter {
  if (widths.size > MOST_WORDS) forgetWords();
  for (const name of NAMES) openFont(document, name);
  const regular = opened.get("Regular")?.font;
  const hasGlyph = (code: number) => regular?.hasGlyphForCodePoint(code) ?? false;
  return {
    measure(text, { font, size }) {
      const key = `${font}/${text}`;
      let width = widths.get(key);
      if (width === undefined) {
        width = document.font(font).fontSize(1).widthOfString(text);
        widths.set(key, width);
      }
      return width * size;
    },
    clean: (text) => drawableText(text, hasGlyph),
    plain: (text) => withoutPictographs(text, hasGlyph),
  };
}

function openFont(document: PDFKit.PDFDocument, name: FontName): void {
  const inner = document as unknown as Inner;
  const known = opened.get(name);
  if (known) {
    inner._fontCount += 1;
    const face = new known.Face(document, known.font, `F${inner._fontCount}`);
    face.layoutCache = known.layoutCache;
    inner._fontFamilies[name] = face;
    return;
  }
  const { resolve } = createRequire(import.meta.url);
  document.registerFont(name, resolve(`@expo-google-fonts/tinos/${FILES[name]}/Tinos_${FILES[name]}.ttf`));
  document.font(name);
  const { font, layoutCache, constructor: Face } = inner._font;
  // A glyph that draws two characters is written down as the one it was first asked for: the lower one, always.
  for (const code of font.characterSet) if (code < FORMS) font.glyphForCodePoint(code);
  opened.set(name, { font, layoutCache, Face });
}

/** Where ligatures have characters of their own, which no text of ours is made of. */
const FORMS = 0xf000;

function forgetWords(): void {
  widths.clear();
  for (const one of opened.values()) one.layoutCache = Object.create(null);
}
