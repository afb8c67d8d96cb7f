import { printable } from "../printable";

/** What no font draws and nobody sees: marks of direction, joiners, controls. */
const INVISIBLE = /(?![\n\t])[\p{Cf}\p{Cc}]/gu;
/** Also what Word files say in their place, so that both read alike. */
const PICTOGRAPHS = /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\uFE0E\uFE0F\u20E3])+/gu;
const DRAWN_SCRIPTS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;
/** Letters that every text of ours is made of; the rest is looked up. */
const PLAIN = /^[\n -~\u00A0-\u017F\u1EA0-\u1EF9–—‘’“”…≥≤]*$/u;

/**
 * A text as fonts of Latin letters can set it: letters composed; pictographs and letters of other scripts replaced by words
 * in brackets, since a box or nothing in their place would hide that something was there.
 */
export function drawableText(text: string, hasGlyph: (codePoint: number) => boolean): string {
  const composed = printable(text).normalize("NFC");
  if (PLAIN.test(composed) && !composed.includes("\u00AD")) return composed;
  return replaceOthers(withoutPictographs(composed, hasGlyph).replace(INVISIBLE, ""), hasGlyph);
}

/** A text with pictographs that the fonts do not draw named in brackets: a program's own picture would differ from another's. */
export function withoutPictographs(text: string, hasGlyph: (codePoint: number) => boolean): string {
  return text.replace(PICTOGRAPHS, (run) => (drawn(run, hasGlyph) ? run : "[biểu tượng]"));
}

function drawn(text: string, hasGlyph: (codePoint: number) => boolean): boolean {
  return [...text].every((letter) => hasGlyph(letter.codePointAt(0) ?? 0));
}

function replaceOthers(text: string, hasGlyph: (codePoint: number) => boolean): string {
  let result = "";
  let inside = false;
  for (const letter of text) {
    const known = /[\n\t]/.test(letter) || (DRAWN_SCRIPTS.test(letter) && hasGlyph(letter.codePointAt(0) ?? 0));
    if (known) result += letter;
    else if (!inside) result += "[?]";
    inside = !known;
  }
  return result;
}
