import type { ContentsEntry } from "../contents";
import { type Box, mm, type Tag, type Typesetter } from "./box";
import { setText, textBoxes } from "./text-boxes";

const TITLE = { font: "Bold", size: 13, align: "center" } as const;
const SIZE = 12;
const INDENT = { 1: 0, 2: mm(8) } as const;
const BEFORE = { 1: 2, 2: 0 } as const;
/** Room beneath, as high as the empty line in which the Word file's contents end. */
const AFTER = 16;
const DOTS_GAP = 3;

/**
 * "MỤC LỤC": each heading with its page at the end of a dotted line. Pages are asked for when a line is drawn, since they
 * are known once the document is laid out, which the numbers do not change.
 */
export function contentsBoxes(
  entries: readonly ContentsEntry[],
  pageOf: (entry: number) => number,
  { width, parent, set }: { width: number; parent: Tag; set: Typesetter },
): Box[] {
  if (entries.length === 0) return [];
  const toc: Tag = { type: "TOC", parent };
  const title = textBoxes(setText("MỤC LỤC", TITLE, { width }, set), {
    tag: { type: "P", parent },
    before: 6,
    after: 3,
    keepNext: true,
  });
  const lines = entries.flatMap((entry, index) => entryBoxes(entry, () => pageOf(index), { width, toc, set }));
  return [...title, ...lines.map((box, at) => (at === lines.length - 1 ? { ...box, after: AFTER } : box))];
}

function entryBoxes(
  { level, text }: ContentsEntry,
  page: () => number,
  { width, toc, set }: { width: number; toc: Tag; set: Typesetter },
): Box[] {
  const style = { font: level === 1 ? "Bold" : "Regular", size: SIZE } as const;
  const indent = INDENT[level];
  const item: Tag = { type: "TOCI", parent: toc };
  const lines = setText(text, style, { width: width - indent }, set);
  const last = lines.lines.length - 1;
  return lines.lines.map((line, at): Box => {
    const part = { from: at, to: at + 1 };
    return {
      height: lines.lineHeight,
      before: at === 0 ? BEFORE[level] : 0,
      draw(pen, left, top) {
        const number = at === last ? String(page()) : "";
        pen.tagged(item, () => {
          lines.draw(pen, left + indent, top, part);
          if (number !== "") setText(number, { ...style, align: "right" }, { width }, set).draw(pen, left, top);
        });
        if (number === "") return;
        const from = left + indent + line.width + DOTS_GAP;
        const to = left + width - set.measure(number, style) - DOTS_GAP;
        const dots = ".".repeat(Math.max(0, Math.floor((to - from) / set.measure(".", style))));
        const row = setText(dots, { ...style, align: "right" }, { width: Math.max(1, to - left) }, set);
        if (dots !== "") pen.artifact(() => row.draw(pen, left, top));
      },
    };
  });
}
