import { printable } from "../printable";

/** How wide a text is drawn, in pixels. */
export type Measure = (text: string) => number;

/** Rows with their labels broken into lines, and how high each row is. */
export interface LabelledRows {
  labels: string[][];
  rowHeight: number;
}

/** Pixels of a line of a label, and of the room between two rows. */
const LINE = 12;
const BETWEEN = 9;
const LEAST_ROW = 24;
/** Rows of a chart that fills a page with its caption. */
const ROOM = 820;

/**
 * Labels in as many lines as they need, rows as high as the longest of them: a label is cut only where the rows would not
 * fit a page.
 */
export function labelledRows(labels: readonly string[], width: number, measure: Measure): LabelledRows {
  const whole = labels.map((label) => lines(label, width, measure));
  const most = Math.max(1, Math.floor((ROOM / Math.max(1, labels.length) - BETWEEN) / LINE));
  const needed = Math.min(most, Math.max(1, ...whole.map(({ length }) => length)));
  return { labels: whole.map((one) => cut(one, needed)), rowHeight: Math.max(LEAST_ROW, needed * LINE + BETWEEN) };
}

function lines(label: string, width: number, measure: Measure): string[] {
  const broken: string[] = [];
  for (const whole of plain(label).split(" ")) {
    let word = whole;
    const last = broken.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) {
      broken[broken.length - 1] = `${last} ${word}`;
      continue;
    }
    while (measure(word) > width) {
      const length = longestStart(word, width, measure);
      broken.push(word.slice(0, length));
      word = word.slice(length);
    }
    broken.push(word);
  }
  return broken;
}

/** Letters of a word that fit, at least one. */
function longestStart(word: string, width: number, measure: Measure): number {
  let length = 1;
  while (length < word.length && measure(word.slice(0, length + 1)) <= width) length += 1;
  return length;
}

function cut(all: readonly string[], most: number): string[] {
  if (all.length <= most) return [...all];
  const kept = all.slice(0, most);
  kept[most - 1] = `${(kept[most - 1] ?? "").slice(0, -1).trimEnd()}…`;
  return kept;
}

/** Without pictures, which the font does not have: another machine would take them from another font. */
export function plain(label: string): string {
  return printable(label)
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
