/**
 * Text as an XML document can carry it: control characters and halves of surrogate pairs, which no XML 1.0 file may
 * hold, are left out, so that a name pasted from anywhere cannot make a file unreadable.
 */
export function printable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
