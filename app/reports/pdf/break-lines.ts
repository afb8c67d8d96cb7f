/** A line of a paragraph as it will stand. */
export interface Line {
  text: string;
  width: number;
  /** Ends a paragraph, so that it is not spread to the full width. */
  last: boolean;
}

/**
 * Text in lines of a width, broken at spaces; a word wider than a line is broken between letters. "\n" begins a new line, a
 * space that does not break (U+00A0) stays.
 * @param firstLine what the first line is shorter by.
 */
export function breakLines(
  text: string,
  { width, firstLine = 0 }: { width: number; firstLine?: number },
  measure: (text: string) => number,
): Line[] {
  const lines: Line[] = [];
  const space = measure(" ");
  for (const paragraph of text.split("\n")) {
    const words = paragraph.split(/[ \t\r]+/u).filter((word) => word !== "");
    let line = "";
    let used = 0;
    const flush = (last: boolean): void => {
      lines.push({ text: line, width: used, last });
      line = "";
      used = 0;
    };
    for (const whole of words) {
      const room = () => width - (lines.length === 0 ? firstLine : 0) + TOLERANCE;
      let word = whole;
      let wide = measure(word);
      if (line !== "" && used + space + wide > room()) flush(false);
      while (wide > room()) {
        const part = longestStart(word, room(), measure);
        if (part === word) break;
        line = part;
        used = measure(part);
        flush(false);
        word = word.slice(part.length);
        wide = measure(word);
      }
      used += (line === "" ? 0 : space) + wide;
      line = line === "" ? word : `${line} ${word}`;
    }
    flush(true);
  }
  return lines;
}

const TOLERANCE = 0.01;

/** The longest start of a word that fits, at least one letter. */
function longestStart(word: string, room: number, measure: (text: string) => number): string {
  let start = "";
  for (const letter of word) {
    if (start !== "" && measure(start + letter) > room) return start;
    start += letter;
  }
  return start;
}
