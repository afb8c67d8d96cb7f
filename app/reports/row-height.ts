/**
 * Heights of spreadsheet rows. A file says them itself: a program that opens it does not measure wrapped text by itself
 * when the rows were written one after another, and shows the first line alone.
 */

/** Points of one line of 11-point type. */
const LINE = 15;
/** The greatest height a row can have, in points. */
const HIGHEST = 409;

/** Points for a row of so many lines, no more than a row can have. */
export function rowHeight(lines: number): number {
  return Math.min(HIGHEST, lines * LINE + (lines > 1 ? 3 : 0));
}

/**
 * Lines a text takes in a column of `width` characters when wrapped at spaces; a word longer than the column is broken.
 * Rounded up rather than down: an empty line is better than a cut one.
 */
export function wrappedLines(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width));
  if (text.length <= room && !text.includes("\n")) return 1;
  return text.split("\n").reduce((lines, paragraph) => lines + linesOf(paragraph, room), 0);
}

function linesOf(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of paragraph.split(" ")) {
    if (used > 0 && used + 1 + length <= room) {
      used += 1 + length;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.max(0, Math.ceil(length / room) - 1);
    used = length % room || Math.min(length, room);
  }
  return lines;
}
