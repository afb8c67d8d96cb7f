import { ROWS_TOGETHER } from "../page-layout";
import type { ReportColumn, ReportRow, ReportTable } from "../report-document";
import type { Box, Tag, Typesetter } from "./box";
import { CELL, drawCell, type SetCell, setCell } from "./table-cell";
import { headerBox } from "./table-header";
import { type Alignment, setText, textBoxes } from "./text-boxes";

const CAPTION = { font: "Bold", size: 13, align: "center" } as const;
const NOTE = { font: "Italic", size: CELL.size, align: "justify" } as const;
const ALIGNMENTS: Readonly<Record<ReportColumn["kind"], Alignment>> = { text: "left", code: "center", number: "right" };

/** A table: header rows repeated on every page, no row parted unless a page cannot hold it, notes beneath. */
export function tableBoxes(
  table: ReportTable,
  { width, height }: { width: number; height: number },
  parent: Tag,
  set: Typesetter,
): Box[] {
  const widths = columnWidths(table.columns, width);
  const tag: Tag = { type: "Table", parent };
  const caption = setText(table.caption, CAPTION, { width }, set);
  const captionTag: Tag = { type: "Caption", parent: tag };
  const heading = headerBox(table, widths, tag, set);
  const body: Tag = { type: "TBody", parent: tag };
  const room = height - heading.height;
  const rows = table.rows.flatMap((row, index) => {
    const boxes = rowBoxes(row, table.columns, widths, { parent: body, room, set });
    const keepNext = staysWithNext(table, index);
    return boxes.map((box, piece) => ({ ...box, heading, keepNext: keepNext && piece === boxes.length - 1 }));
  });
  return [
    ...textBoxes(caption, { tag: captionTag, before: 8, after: 4, keepNext: true }),
    { ...heading, keepNext: rows.length > 0 },
    ...rows,
    ...noteBoxes(table.notes, width, parent, set),
  ];
}

/** Rows of a short table stay together, and the last rows of any with its notes; a group's name with its first row. */
function staysWithNext({ rows, notes }: ReportTable, index: number): boolean {
  const last = rows.length - 1;
  if (index === last) return notes.length > 0;
  const alone = rows[index]?.cells.length === 1;
  return alone || rows.length <= ROWS_TOGETHER || (notes.length > 0 && index === last - 1);
}

/** Widths that fill the text's width, whatever the column widths add up to. */
function columnWidths(columns: readonly ReportColumn[], width: number): number[] {
  const scale = width / columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => column.width * scale);
}

/** A row as one box; a row that no page holds as several, parted between lines. */
function rowBoxes(
  { cells, strong = false }: ReportRow,
  columns: readonly ReportColumn[],
  widths: readonly number[],
  { parent, room, set }: { parent: Tag; room: number; set: Typesetter },
): Box[] {
  const row: Tag = { type: "TR", parent };
  let column = 0;
  const placed = cells.map((cell): SetCell => {
    const span = cell.span ?? 1;
    const kind = span > 1 && column > 0 ? "code" : (columns[column]?.kind ?? "text");
    const look = { font: strong ? "Bold" : "Regular", size: CELL.size, align: ALIGNMENTS[kind] } as const;
    const setOne = setCell(cell, widths, column, look, { type: "TD", parent: row }, set);
    column += span;
    return setOne;
  });
  const lines = Math.max(1, ...placed.map(({ text }) => text.lines.length));
  const lineHeight = placed[0]?.text.lineHeight ?? 0;
  const most = Math.max(1, Math.floor((room - 2 * CELL.padding) / lineHeight));
  return Array.from({ length: Math.ceil(lines / most) }, (_, index) => {
    const part = { from: index * most, to: Math.min(lines, (index + 1) * most) };
    const height = (part.to - part.from) * lineHeight + 2 * CELL.padding;
    return {
      height,
      draw(pen, left, top) {
        pen.artifact(() => {
          for (const cell of placed) pen.box({ left: left + cell.left, top, width: cell.width, height }, FRAME);
        });
        for (const cell of placed) drawCell(pen, cell, left, top, height, part);
      },
    } satisfies Box;
  });
}

const FRAME = { stroke: CELL.stroke };

/** Notes stay together; without any, a small space keeps the next block off the table. */
function noteBoxes(texts: readonly string[], width: number, parent: Tag, set: Typesetter): Box[] {
  if (texts.length === 0) return [{ height: 8, draw: () => {} }];
  return texts.flatMap((text, index) => {
    const last = index === texts.length - 1;
    const boxes = textBoxes(setText(text, NOTE, { width }, set), {
      tag: { type: "P", parent },
      before: 2,
      after: last ? 8 : 0,
      keepNext: !last,
    });
    return boxes.map((box, line) => ({ ...box, keepNext: line < boxes.length - 1 || !last }));
  });
}
