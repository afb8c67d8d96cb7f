import { RESERVED_COLUMNS } from "./cross-check";
import type { DraftDocument } from "./draft-document";

const CODE = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;

/** Whether a text can be the code of an item, a scale, a factor or a domain. */
export function isCode(text: string): boolean {
  return CODE.test(text);
}

/** Whether a text can be the code of an item, which also names a column of the responses file. */
export function isItemCode(text: string): boolean {
  return isCode(text) && !RESERVED_COLUMNS.has(text);
}

/**
 * The next free code for an item: A6 after A5 of the same factor, A1 in an empty factor A; without a factor in the row
 * of the item before it, else C1, C2…
 */
export function nextItemCode(
  document: DraftDocument,
  { factor, after }: { factor?: string | undefined; after?: number | undefined } = {},
): string {
  const neighbours = factor
    ? document.items.filter((item) => item.type === "scale" && item.factor === factor)
    : document.items.slice(0, (after ?? -1) + 1).filter((item) => item.type !== "scale" || !item.factor);
  const last = neighbours.map(({ code }) => /^([A-Za-z]\w*?)(\d+)$/.exec(code)).findLast((match) => match !== null);
  const own = factor && isCode(factor) ? (/\d$/.test(factor) ? `${factor}_` : factor) : "C";
  return nextCode(
    last?.[1] ?? own,
    document.items.map(({ code }) => code),
  );
}

/** A prefix with the first number after the highest one taken. */
export function nextCode(prefix: string, taken: readonly string[]): string {
  const stem = prefix.slice(0, 28);
  const numbers = taken.flatMap((code) =>
    code.startsWith(stem) && /^\d{1,4}$/.test(code.slice(stem.length)) ? [Number(code.slice(stem.length))] : [],
  );
  return `${stem}${Math.max(0, ...numbers) + 1}`;
}

/** The next letter of the alphabet that no code uses, else a numbered one. */
export function nextLetter(taken: readonly string[]): string {
  const letter = [..."ABCDEFGHIKLMNOPQRSTUVXYZ"].find((one) => !taken.some((code) => code.toUpperCase() === one));
  return letter ?? nextCode("F", taken);
}

/** The next whole number for a choice; levels and options are counted from 1. */
export function nextValue(choices: readonly { value: number | null }[]): number {
  return Math.max(0, ...choices.map(({ value }) => value ?? 0)) + 1;
}
