/**
 * Codes of collection points: short, typed by hand from paper, read without regard to case, spaces and hyphens. The
 * alphabet has no vowels, no Telex keys and no look-alikes; the last character is a check character, so that one
 * mistyped or two swapped neighbours never reach another point's page.
 */
export const CODE_ALPHABET = "23456789BCGHKMNPQTV";

/** Characters of a code, check character included. 19^7 ≈ 894 million codes. */
export const CODE_LENGTH = 8;

const BASE = CODE_ALPHABET.length;

/**
 * Check character: Σ (i+1)·vᵢ over the payload modulo 19 (a weighted sum modulo a prime detects every single
 * substitution and every transposition of neighbours as long as no weight is a multiple of it; Verhoeff 1969, as in
 * ISBN-10).
 */
function checkCharacter(payload: string): string {
  let sum = 0;
  for (let index = 0; index < payload.length; index++)
    sum += (index + 1) * CODE_ALPHABET.indexOf(payload.charAt(index));
  return CODE_ALPHABET.charAt(sum % BASE);
}

/** A code of `length` characters from payload numbers 0–18, one for each character but the last. */
export function codeFrom(payload: readonly number[], length = CODE_LENGTH): string {
  if (payload.length !== length - 1) throw new RangeError(`a code needs ${length - 1} numbers`);
  const characters = payload.map((value) => CODE_ALPHABET.charAt(value % BASE)).join("");
  return characters + checkCharacter(characters);
}

/** The code in what was typed or pasted: the whole address under a QR code serves as well. */
export function codeIn(typed: string): string {
  return /\/k\/([^/?#\s]+)/i.exec(typed)?.[1] ?? typed;
}

/** What was typed, in capitals without spaces, hyphens and dots. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s\-.–]/g, "");
}

/** Whether a normalised code has the right length, alphabet and check character. */
export function isWellFormedCode(code: string, length = CODE_LENGTH): boolean {
  if (code.length !== length) return false;
  if ([...code].some((character) => !CODE_ALPHABET.includes(character))) return false;
  return checkCharacter(code.slice(0, -1)) === code.at(-1);
}

/** `2345678T` → `2345-678T`, as printed under a QR code. */
export function groupCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The address that a QR code holds (contracts, section 5). */
export function pointAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/k/${code}`;
}
