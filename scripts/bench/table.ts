/** One line of the outcome. `ratio`: how many times the floor above it. */
export interface Row {
  what: string;
  figure: string;
  note: string;
  ratio?: number;
}

/** A small table for a terminal. */
export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, note, ratio }) => [
    what,
    figure,
    ratio === undefined ? "1" : `${ratio.toFixed(2)}×`,
    note,
  ]);
  const table = [["what", "figure", "of floor", "note"], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function pad(cell: string, width: number, column: number): string {
  return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
}
