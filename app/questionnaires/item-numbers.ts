/*
 * One name for a question, the same for citizens and officers: the number that stands on the form, with the code of data
 * files behind it.
 */

/**
 * The number of every item, in order, through the whole form. An item that routing asks of some persons only takes the
 * number before it and a letter (1, 1a, 1b, 2), so that whoever is not asked it finds no number missing.
 */
export function itemNumbers(items: readonly { show_if?: unknown }[]): string[] {
  let [whole, routed] = [0, 0];
  return items.map(({ show_if }) => {
    // A condition on the very first item can only stand in an unfinished draft.
    if (show_if && whole > 0) return `${whole}${letters(++routed)}`;
    routed = 0;
    return String(++whole);
  });
}

/** The name of every item behind the word "câu": "3 (B2)", or the number alone where a draft has no code yet. */
export function itemNames(items: readonly { code: string; show_if?: unknown }[]): string[] {
  const numbers = itemNumbers(items);
  return items.map(({ code }, at) => (code === "" ? `${numbers[at]}` : `${numbers[at]} (${code})`));
}

/** The name of the item of a code; the code in quotation marks where no item bears it. */
export function nameOfItem(items: readonly { code: string; show_if?: unknown }[], code: string): string {
  return itemNames(items)[items.findIndex((item) => item.code === code)] ?? `«${code}»`;
}

/** a to z, then aa, ab: as columns of a spreadsheet. */
function letters(count: number): string {
  const before = Math.floor((count - 1) / 26);
  return `${before > 0 ? letters(before) : ""}${String.fromCharCode(97 + ((count - 1) % 26))}`;
}
