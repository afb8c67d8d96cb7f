/** Capitals of a line in the left column of a letterhead, 66 mm at 12 points. */
const LINE = 23;

/** What a body's name ends in: its place. "XÃ HỘI" is no commune. */
const PLACE = /^(.+?) ((?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|XÃ(?! HỘI)|PHƯỜNG) .+)$/u;

/**
 * A body's name in capitals, broken for the head of a document: before its place when it takes more than a line, and
 * each part into lines about as long as each other, so that no word stands alone. Lines are parted by "\n".
 */
export function nameInLines(name: string): string {
  if (name.length <= LINE) return name;
  const [, head, place] = PLACE.exec(name) ?? [];
  return head === undefined || place === undefined ? evenLines(name) : `${evenLines(head)}\n${evenLines(place)}`;
}

/** Fewest lines that hold the text, then the narrowest lines of that number. */
function evenLines(text: string): string {
  const words = text.split(" ");
  const fewest = wrapped(words, LINE).length;
  let width = Math.ceil(text.length / fewest);
  while (wrapped(words, width).length > fewest) width += 1;
  return wrapped(words, width).join("\n");
}

function wrapped(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
