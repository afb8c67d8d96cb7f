/** The faces that documents are set in. */
export type FontName = "Regular" | "Bold" | "Italic" | "BoldItalic";

export interface TextStyle {
  font: FontName;
  /** In points, as every length of this folder. */
  size: number;
}

/** What setting a text needs to know of the fonts. */
export interface Typesetter {
  measure(text: string, style: TextStyle): number;
  /** The text as the fonts can draw it: what they cannot is named in brackets. */
  clean(text: string): string;
  /** The text with pictographs that the fonts do not draw named in brackets, else as it is. */
  plain(text: string): string;
}

/** An element of the document's structure, by which it is read aloud and taken apart. */
export interface Tag {
  type: string;
  parent: Tag | null;
  /** What stands for a picture. */
  alt?: string;
  /** Attributes of a cell: columns and rows it spans, what it heads. */
  cell?: { ColSpan?: number; RowSpan?: number; Scope?: "Column" };
}

/** Draws on the page that is open; every draw stands in `tagged` or `artifact`. */
export interface Pen {
  text(text: string, left: number, baseline: number, style: TextStyle): void;
  line(from: { x: number; y: number }, to: { x: number; y: number }, width: number): void;
  box(area: Area, look: { fill?: string; stroke?: string; dashed?: boolean }): void;
  picture(image: Buffer, area: Area): void;
  tagged(tag: Tag, draw: () => void): void;
  /** What is no part of the text: rules, shades, what is repeated on every page. */
  artifact(draw: () => void): void;
}

export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A piece of a page that is never parted: a line of text, a row of a table, a signature. */
export interface Box {
  height: number;
  /** Space above, which falls away at the top of a page, and below. */
  before?: number;
  after?: number;
  /** Stands on the page of the next box. */
  keepNext?: boolean;
  /** Drawn again above the box where it begins a page: the header of its table. */
  heading?: Box;
  bookmark?: { title: string; level: number };
  /** Number of the block of the report that it begins, from 0. */
  block?: number;
  /** Line of the table of contents that names it, from 0. */
  entry?: number;
  /** Part of its height at its foot that need not stand on the page: what a line is higher than its letters. */
  loose?: number;
  /** Begins a page. */
  opens?: boolean;
  draw(pen: Pen, left: number, top: number): void;
}

const POINTS_PER_MM = 72 / 25.4;

/** Millimetres as points. */
export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}
