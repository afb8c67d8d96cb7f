/** How wide a text is at a font size of one. */
export type Measure = (text: string) => number;

export interface TextBox {
  /** In the unit of the font size, as the height. */
  width: number;
  height: number;
  /** Font sizes within which the text may shrink. */
  largest: number;
  smallest: number;
  /** Distance of two baselines, as a multiple of the font size. */
  leading: number;
}

export interface FittedText {
  size: number;
  lines: string[];
}

const STEP = 0.5;

/**
 * Sets a text into a box at the largest size at which it fits without breaking a word, its lines about equally long, so
 * that no syllable is left alone on the last one. At the smallest size words longer than a line are broken, and what does
 * not fit is cut with "…".
 */
export function fitLines(text: string, box: TextBox, measure: Measure): FittedText {
  const words = text.split(" ").filter((word) => word !== "");
  const longest = Math.max(0, ...words.map(measure));
  for (let size = box.largest; size > box.smallest; size -= STEP) {
    const width = box.width / size;
    if (longest > width) continue;
    const lines = fillLines(words, width, measure);
    if (lines.length * box.leading * size <= box.height) return { size, lines: balance(words, lines, width, measure) };
  }
  const size = box.smallest;
  const width = box.width / size;
  const pieces = words.flatMap((word) => breakWord(word, width, measure));
  const lines = fillLines(pieces, width, measure);
  const room = Math.max(1, Math.floor(box.height / (box.leading * size)));
  if (lines.length <= room) return { size, lines: balance(pieces, lines, width, measure) };
  return { size, lines: [...lines.slice(0, room - 1), cut(lines[room - 1] ?? "", width, measure)] };
}

/** As many words on each line as it holds. */
function fillLines(words: readonly string[], width: number, measure: Measure): string[] {
  const space = measure(" ");
  const lines: string[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const own = measure(word);
    if (used + space + own <= width) {
      lines.at(-1)?.push(word);
      used += space + own;
    } else {
      lines.push([word]);
      used = own;
    }
  }
  return lines.map((line) => line.join(" "));
}

/** The narrowest lines of the same number. */
function balance(words: readonly string[], filled: string[], width: number, measure: Measure): string[] {
  let [low, high] = [width / 2, width];
  let best = filled;
  const longest = Math.max(0, ...words.map(measure));
  for (let step = 0; step < 8 && filled.length > 1; step++) {
    const middle = (low + high) / 2;
    const lines = middle < longest ? null : fillLines(words, middle, measure);
    if (lines?.length === filled.length) [best, high] = [lines, middle];
    else low = middle;
  }
  return best;
}

/** An address breaks after a dot, a slash or a hyphen, anything else where the line ends. */
function breakWord(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && measure(piece + letter) > width) {
      const whole = /^.*[./-]/u.exec(piece)?.[0] ?? piece;
      pieces.push(whole);
      piece = piece.slice(whole.length);
    }
    piece += letter;
  }
  return [...pieces, piece];
}

function cut(line: string, width: number, measure: Measure): string {
  let kept = line;
  while (kept !== "" && measure(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
