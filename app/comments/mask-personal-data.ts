/**
 * What people write about themselves or others in numbers and addresses. Each pattern is tried in turn on what the
 * earlier ones left. A name cannot be told from another word, so names stay: whoever reads is told so.
 */
const PATTERNS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [
    /[\p{L}\p{N}._%+-]{1,64}(?:\s?@\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+|@[\p{L}\p{N}-]{1,63})/gu,
    "[thư điện tử]",
  ],
  // Citizen's card: 12 digits, written together or, beginning with 0, in threes or fours.
  [/(?<!\d)(?:\d{12}|0\d{2}(?:[\s.-]?\d{3}){3}|0\d{3}(?:[\s.-]?\d{4}){2})(?!\d)/g, "[số giấy tờ]"],
  // Telephone: 0 or +84, then 9 digits (mobile) or 10 (fixed line), however grouped; not a date with an hour behind it.
  [
    /(?<!\d)(?!\d{1,2}[\s.-]\d{1,2}[\s.-]\d{4}(?!\d))(?:\(?\+?84\)?|\(?0)(?:[\s.()–-]{0,2}\d){9,10}(?!\d)/g,
    "[số điện thoại]",
  ],
  // Identity card of old: 9 digits, together or in threes; a sum of money looks alike but says so.
  [
    /(?<!\d|\d[\s.-])(?:\d{9}|\d{3}([\s.-])\d{3}\1\d{3})(?!\d|[.-]\d|\s*(?:đồng|đ(?!\p{L})|vnđ|vnd))/giu,
    "[số giấy tờ]",
  ],
  // Health insurance, bank accounts and the like.
  [/(?<!\d)\d{9,}(?!\d|\s*(?:đồng|đ(?!\p{L})|vnđ|vnd))/giu, "[dãy số]"],
];

/** A comment with telephone numbers, e-mail addresses and numbers of papers replaced by words that say what stood there. */
export function maskPersonalData(text: string): string {
  return PATTERNS.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text);
}
