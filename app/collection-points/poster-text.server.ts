import { type FittedText, fitLines, type Measure } from "./poster-lines";

export type Document = PDFKit.PDFDocument;

/** Be Vietnam Pro: drawn for Vietnamese, with every tone mark. */
export const FONT_FILES = {
  Regular: "400Regular",
  Medium: "500Medium",
  Bold: "700Bold",
  ExtraBold: "800ExtraBold",
} as const;
export type FontName = keyof typeof FONT_FILES;

/** A box in millimetres. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface TextStyle {
  font: FontName;
  /** In points: one size, or the two between which a text may shrink. */
  size: number | { largest: number; smallest: number };
  colour: string;
  align?: "left" | "center" | "right";
  /** Where lines stand that leave room in the box. */
  anchor?: "top" | "middle";
}

/** Distance of baselines: room for a tone mark under a descender. */
const LEADING = 1.24;
/** From the top of a line to its baseline, likewise a multiple of the font size. */
const ASCENT = 1;

const POINTS_PER_MM = 72 / 25.4;

export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

/** Text the font can draw: composed letters, no control characters and no pictographs. */
export function posterText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|\p{Cc}|\p{Cs}/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Sets a text into a box by the rule of `fitLines`. */
export function setText(document: Document, text: string, box: Box, style: TextStyle): void {
  drawText(document, fitText(document, text, box, style), box, style);
}

/** A text as it will stand in a box, and the height it takes, in millimetres. */
export interface SetText extends FittedText {
  height: number;
}

export function fitText(
  document: Document,
  text: string,
  box: Box,
  { font, size }: Pick<TextStyle, "font" | "size">,
): SetText {
  const { largest, smallest } = typeof size === "number" ? { largest: size, smallest: size } : size;
  const limits = { width: mm(box.width), height: mm(box.height), largest, smallest, leading: LEADING };
  const fitted = fitLines(text, limits, measureIn(document, font));
  return { ...fitted, height: (fitted.lines.length * LEADING * fitted.size) / POINTS_PER_MM };
}

export function drawText(
  document: Document,
  { lines, size, height }: SetText,
  box: Box,
  style: Omit<TextStyle, "size">,
): void {
  const measure = measureIn(document, style.font);
  const top = box.top + (style.anchor === "middle" ? (box.height - height) / 2 : 0);
  const widths = lines.map((line) => measure(line) * size);
  document.font(style.font).fontSize(size).fillColor(style.colour);
  for (const [index, line] of lines.entries()) {
    const indent = (mm(box.width) - (widths[index] ?? 0)) * SHARE_BEFORE[style.align ?? "left"];
    const baseline = mm(top) + (ASCENT + index * LEADING) * size;
    document.text(line.replaceAll(TIE, " "), mm(box.left) + indent, baseline, {
      lineBreak: false,
      baseline: "alphabetic",
    });
  }
}

/** Between words that stay on one line. */
export const TIE = "\u00A0";

const SHARE_BEFORE = { left: 0, center: 0.5, right: 1 } as const;

/**
 * Draws what is the same on every page: once, and afterwards by writing the same content again, which spares the fonts
 * most of the work. `draw` leaves the state of the document as it finds it.
 */
export function stamp(document: Document, name: string, draw: () => void): void {
  const kept = stamps.get(document) ?? new Map<string, Stamp>();
  stamps.set(document, kept);
  const { page } = document as Document & { page: { fonts: Record<string, unknown> } };
  const known = kept.get(name);
  if (known) {
    Object.assign(page.fonts, known.fonts);
    document.addContent(known.content);
    return;
  }
  kept.set(name, { content: record(document, draw), fonts: { ...page.fonts } });
}

/** Draws something and returns the content it wrote, which may be written again on the same page. */
export function record(document: Document, draw: () => void): string {
  const written: string[] = [];
  const original = document.addContent;
  document.addContent = (content: string) => {
    written.push(content);
    return original.call(document, content);
  };
  document.save();
  draw();
  document.restore();
  document.addContent = original;
  return written.join("\n");
}

interface Stamp {
  content: string;
  fonts: Record<string, unknown>;
}

const stamps = new WeakMap<Document, Map<string, Stamp>>();

/** Widths of what a document has measured: names and sentences come again on every page. */
const measured = new WeakMap<Document, Map<string, number>>();

function measureIn(document: Document, font: FontName): Measure {
  const widths = measured.get(document) ?? new Map<string, number>();
  measured.set(document, widths);
  return (text) => {
    const key = `${font}/${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      width = document.font(font).fontSize(1).widthOfString(text.replaceAll(TIE, " "));
      widths.set(key, width);
    }
    return width;
  };
}
