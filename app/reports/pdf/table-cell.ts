import type { ReportCell } from "../report-document";
import { mm, type Pen, type Tag, type Typesetter } from "./box";
import { type SetText, setText, type TextLook } from "./text-boxes";

export const CELL = { margin: mm(0.8), padding: 1.75, size: 11, stroke: "#000000", shade: "#EDEDED" } as const;

/** A cell with its text set. */
export interface SetCell {
  left: number;
  width: number;
  text: SetText;
  tag: Tag;
}

/** Text of a cell that begins at a column. */
export function setCell(
  cell: ReportCell,
  widths: readonly number[],
  column: number,
  look: TextLook,
  tag: Tag,
  set: Typesetter,
): SetCell {
  const span = cell.span ?? 1;
  const width = total(widths.slice(column, column + span));
  const text = setText(cell.text, look, { width: Math.max(1, width - 2 * CELL.margin) }, set);
  const spans = {
    ...(span > 1 ? { ColSpan: span } : {}),
    ...((cell.rows ?? 1) > 1 ? { RowSpan: cell.rows ?? 1 } : {}),
  };
  const own = { ...tag.cell, ...spans };
  const attributes = Object.keys(own).length > 0 ? { cell: own } : {};
  return { left: total(widths.slice(0, column)), width, text, tag: { ...tag, ...attributes } };
}

/** Text in the middle of its cell's height; of a row in parts, the lines of one part. */
export function drawCell(
  pen: Pen,
  { left: offset, text, tag }: SetCell,
  left: number,
  top: number,
  height: number,
  part = { from: 0, to: text.lines.length },
): void {
  const to = Math.min(part.to, text.lines.length);
  if (part.from >= to) {
    if (part.from === 0) pen.tagged(tag, () => {});
    return;
  }
  const indent = (height - (to - part.from) * text.lineHeight) / 2;
  pen.tagged(tag, () => text.draw(pen, left + offset + CELL.margin, top + indent, { from: part.from, to }));
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
