import type { Box, Pen, Tag, TextStyle, Typesetter } from "./box";
import { breakLines, type Line } from "./break-lines";

/** Height of a line and the part of it above the baseline, as multiples of the type's size: those of Times New Roman. */
const NATURAL = 1.149;
const ASCENT = 0.891;
/** Of a point: word processors make lines of whole ones. */
const TWIPS = 20;

export type Alignment = "left" | "center" | "right" | "justify";

export interface TextLook extends TextStyle {
  align?: Alignment;
  /** Distance of lines as a multiple of the natural one. */
  leading?: number;
}

/** A text in its lines: how high it is, and how it is drawn. */
export interface SetText {
  lines: Line[];
  lineHeight: number;
  /** What a line is higher than its letters. */
  loose: number;
  height: number;
  /** Some of its lines, or all. */
  draw(pen: Pen, left: number, top: number, part?: { from: number; to: number }): void;
}

export function setText(
  text: string,
  look: TextLook,
  { width, firstLine = 0 }: { width: number; firstLine?: number },
  { clean, measure }: Typesetter,
): SetText {
  const { font, size, align = "left", leading = 1 } = look;
  const style = { font, size };
  const lines = breakLines(clean(text), { width, firstLine }, (part) => measure(part, style));
  const lineHeight = Math.ceil(size * NATURAL * leading * TWIPS - 0.01) / TWIPS;
  // What a line is higher than its letters stands beneath them, as in a Word file.
  const baseline = size * ASCENT;

  /** @param more whether the text goes on: a space then parts its words for whoever reads it without seeing the lines. */
  function drawLine(pen: Pen, line: Line, more: boolean, { left, top, room }: Record<"left" | "top" | "room", number>) {
    const { text: words, width: used, last } = line;
    const gaps = words.split(" ").length - 1;
    if (align === "justify" && !last && gaps > 0) {
      let x = left;
      const space = measure(" ", style) + (room - used) / gaps;
      for (const word of words.split(" ")) {
        pen.text(`${word} `, x, top + baseline, style);
        x += measure(word, style) + space;
      }
      return;
    }
    const before = align === "center" ? (room - used) / 2 : align === "right" ? room - used : 0;
    pen.text(more ? `${words} ` : words, left + before, top + baseline, style);
  }

  return {
    lines,
    lineHeight,
    loose: lineHeight - size * NATURAL,
    height: lines.length * lineHeight,
    draw(pen, left, top, { from, to } = { from: 0, to: lines.length }) {
      for (const [index, line] of lines.slice(from, to).entries()) {
        if (line.text === "") continue;
        const indent = from + index === 0 ? firstLine : 0;
        const more = from + index < lines.length - 1;
        drawLine(pen, line, more, { left: left + indent, top: top + index * lineHeight, room: width - indent });
      }
    },
  };
}

/** Space around a text, and what it is. */
export interface TextPlace {
  tag: Tag;
  before?: number;
  after?: number;
  keepNext?: boolean;
  bookmark?: Box["bookmark"];
}

/** A text as boxes of a line each; neither its first nor its last line stands alone on a page. */
export function textBoxes(text: SetText, { tag, before = 0, after = 0, keepNext = false, bookmark }: TextPlace): Box[] {
  const last = text.lines.length - 1;
  return text.lines.map((_, index) => ({
    height: text.lineHeight,
    loose: text.loose,
    before: index === 0 ? before : 0,
    after: index === last ? after : 0,
    keepNext: index === last ? keepNext : index === 0 || index === last - 1,
    ...(index === 0 && bookmark ? { bookmark } : {}),
    draw: (pen, left, top) => pen.tagged(tag, () => text.draw(pen, left, top, { from: index, to: index + 1 })),
  }));
}
