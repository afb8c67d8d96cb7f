/** Numbers as officers type or paste them; what is no such number is undefined, an empty field null. */

/** A whole number from 0, its thousands parted by dots, commas or blanks or not at all: `36.525`, `36 525`, `36525`. */
export function readCount(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === "") return null;
  const parted = /^\d{1,3}([.,\s]\d{3})+$/u.test(typed) || /^\d+$/u.test(typed);
  if (!parted) return undefined;
  const count = Number(typed.replace(/\D/gu, ""));
  return count <= LARGEST ? count : undefined;
}

/** More persons than any province has. */
const LARGEST = 99_999_999;

/** A decimal number with a comma or a point, a sign of per cent behind it or not: `2,5`, `2.5 %`. */
export function readDecimal(text: string): number | null | undefined {
  const typed = text.replace(/%\s*$/u, "").trim();
  if (typed === "") return null;
  return /^\d{1,6}([.,]\d{1,8})?$/u.test(typed) ? Number(typed.replace(",", ".")) : undefined;
}

/** A share typed as per cent, `2,5` for 0.025: moved by the decimal digits, since 7 / 100 × 100 is not 7 in binary. */
export function readPercent(text: string): number | null | undefined {
  const percent = readDecimal(text);
  return percent === null || percent === undefined ? percent : Number(`${percent}e-2`);
}

/** A number as it is typed here, for a field's value: 0.025 as a share is `2,5`. */
export function typedPercent(share: number): string {
  return typedDecimal(Number(`${share}e2`));
}

export function typedDecimal(value: number): string {
  return String(value).replace(".", ",");
}
