/** One line of the outcome. */
export interface Row {
  what: string;
  figure: string;
  note: string;
  /** How many times the floor above it. */
  ratio?: number;
  /** What the figure must come to, and whether it does. */
  target?: { text: string; met: boolean };
}

/** A small table for a terminal. */
export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, note, ratio, target }) => [
    what,
    figure,
    ratio === undefined ? "" : `${ratio.toFixed(2)}×`,
    target ? `${target.text}: ${target.met ? "met" : "MISSED"}` : "",
    note,
  ]);
  const table = [["what", "figure", "of floor", "target", "note"], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
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
