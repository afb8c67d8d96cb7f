import { printable } from "../printable";

/** A label in at most so many lines of so many characters, cut where it is longer. */
export function lines(label: string, most: number, length: number): string[] {
  const words = plain(label).split(" ");
  const broken: string[] = [];
  for (const word of words) {
    const last = broken.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word.slice(0, length));
  }
  if (broken.length <= most) return broken;
  const kept = broken.slice(0, most);
  kept[most - 1] = `${(kept[most - 1] ?? "").slice(0, length - 1)}…`;
  return kept;
}

/** Without pictures, which the font does not have: another machine would take them from another font. */
export function plain(label: string): string {
  return printable(label)
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
