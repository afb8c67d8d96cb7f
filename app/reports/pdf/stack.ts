import { type Box, mm, type Pen, type Tag, type Typesetter } from "./box";
import { setText, type TextLook } from "./text-boxes";

/** Short lines under one another that stay together: names at the head, a title, a signature. */
export type StackItem =
  | { text: string; look: TextLook; before?: number; tag?: "P" | "H1" }
  /** A centred rule of a length in millimetres. */
  | { rule: number }
  | { space: number };

export interface Stack {
  height: number;
  draw(pen: Pen, left: number, top: number): void;
}

/** A gap left to be written in, such as that of a number, keeps its width. */
const unbroken = (gap: string) => "\u00A0".repeat(gap.length);

/** Room that a rule takes. */
const RULE = 6;

export function stack(items: readonly StackItem[], width: number, parent: Tag, set: Typesetter): Stack {
  const pieces: { top: number; draw: Stack["draw"] }[] = [];
  let height = 0;
  for (const item of items) {
    if ("space" in item) {
      height += item.space;
      continue;
    }
    if ("rule" in item) {
      const indent = (width - mm(item.rule)) / 2;
      pieces.push({ top: height + 3, draw: (pen, left, top) => drawRule(pen, left + indent, top, mm(item.rule)) });
      height += RULE;
      continue;
    }
    const text = setText(item.text.replace(/ {2,}/g, unbroken), { align: "center", ...item.look }, { width }, set);
    const tag: Tag = { type: item.tag ?? "P", parent };
    height += item.before ?? 0;
    pieces.push({ top: height, draw: (pen, left, top) => pen.tagged(tag, () => text.draw(pen, left, top)) });
    height += text.height;
  }
  return {
    height,
    draw(pen, left, top) {
      for (const piece of pieces) piece.draw(pen, left, top + piece.top);
    },
  };
}

function drawRule(pen: Pen, left: number, top: number, length: number): void {
  pen.artifact(() => pen.line({ x: left, y: top }, { x: left + length, y: top }, 0.75));
}

/** Stacks side by side as one box; `offsets` say where each begins. */
export function sideBySide(stacks: readonly { stack: Stack; offset: number }[]): Box {
  return {
    height: Math.max(...stacks.map(({ stack: { height } }) => height)),
    draw(pen, left, top) {
      for (const { stack: column, offset } of stacks) column.draw(pen, left + offset, top);
    },
  };
}
