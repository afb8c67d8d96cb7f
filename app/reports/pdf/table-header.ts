import { HEADER_ROW } from "../page-layout";
import type { ReportTable } from "../report-document";
import { type Box, mm, type Tag, type Typesetter } from "./box";
import { CELL, drawCell, type SetCell, setCell, total } from "./table-cell";

/** All header rows of a table as one box; cells may reach over columns and down through rows. */
export function headerBox({ header }: ReportTable, widths: readonly number[], table: Tag, set: Typesetter): Box {
  const head: Tag = { type: "THead", parent: table };
  /** Rows that each column is still taken by cells from above. */
  const taken = widths.map(() => 0);
  const placed = header.flatMap((cells, row) => {
    const tag: Tag = { type: "TR", parent: head };
    let column = 0;
    return cells.map((cell) => {
      while ((taken[column] ?? 0) > row) column += 1;
      const look = { font: "Bold", size: CELL.size, align: "center" } as const;
      const setOne = setCell(cell, widths, column, look, { type: "TH", parent: tag, cell: { Scope: "Column" } }, set);
      const rows = Math.min(cell.rows ?? 1, header.length - row);
      for (let index = 0; index < (cell.span ?? 1); index++) taken[column + index] = row + rows;
      column += cell.span ?? 1;
      return { cell: setOne, row, rows };
    });
  });
  const heights = rowHeights(placed, header.length);
  return {
    height: total(heights),
    draw(pen, left, top) {
      const areas = placed.map(({ cell, row, rows }) => ({
        cell,
        top: top + total(heights.slice(0, row)),
        height: total(heights.slice(row, row + rows)),
      }));
      pen.artifact(() => {
        for (const { cell, ...area } of areas) {
          const look = { fill: CELL.shade, stroke: CELL.stroke };
          pen.box({ left: left + cell.left, width: cell.width, ...area }, look);
        }
      });
      for (const { cell, ...area } of areas) drawCell(pen, cell, left, area.top, area.height);
    },
  };
}

/** Rows as high as their cells; what a cell over several rows wants more is shared among them. */
function rowHeights(placed: readonly { cell: SetCell; row: number; rows: number }[], count: number): number[] {
  const heights = Array.from({ length: count }, () => (count > 1 ? mm(HEADER_ROW) : 0));
  for (const { cell, row, rows } of [...placed].sort((one, other) => one.rows - other.rows)) {
    const missing = cell.text.height + 2 * CELL.padding - total(heights.slice(row, row + rows));
    if (missing <= 0) continue;
    for (let index = row; index < row + rows; index++) heights[index] = (heights[index] ?? 0) + missing / rows;
  }
  return heights;
}
