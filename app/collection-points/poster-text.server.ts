export type Document = PDFKit.PDFDocument;

/** Be Vietnam Pro: drawn for Vietnamese, with every tone mark. */
export const FONTS = { regular: "Regular", medium: "Medium", bold: "Bold", heavy: "ExtraBold" } as const;
export const FONT_FILES = {
  Regular: "400Regular",
  Medium: "500Medium",
  Bold: "700Bold",
  ExtraBold: "800ExtraBold",
} as const;

/** A box in millimetres. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const POINTS_PER_MM = 72 / 25.4;

export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

/** Text the font can draw: composed letters, no control characters and no pictographs. */
export function posterText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200D|\uFE0F|\p{Cc}|\p{Cs}/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * Sets a text into a box at the largest size at which it fits, wrapped; below the smallest size it is cut with "…", which
 * no name of this field reaches. Returns the height used, in millimetres.
 */
export function fitText(
  document: Document,
  text: string,
  box: Box,
  font: string,
  size: { largest: number; smallest: number },
  colour: string,
  characterSpacing = 0,
): number {
  const words = posterText(text);
  if (words === "") return 0;
  const options = { width: mm(box.width), lineGap: 0, characterSpacing };
  document.font(font).fillColor(colour);
  let points = size.largest;
  while (points > size.smallest && !fits(document, words, points, box, options)) points -= 0.5;
  document.fontSize(points);
  const height = Math.min(document.heightOfString(words, options), mm(box.height));
  document.text(words, mm(box.left), mm(box.top), { ...options, height: mm(box.height), ellipsis: "…" });
  return height / POINTS_PER_MM;
}

function fits(document: Document, words: string, points: number, box: Box, options: { width: number }): boolean {
  document.fontSize(points);
  const longest = Math.max(...words.split(" ").map((word) => document.widthOfString(word, options)));
  return longest <= options.width && document.heightOfString(words, options) <= mm(box.height);
}
