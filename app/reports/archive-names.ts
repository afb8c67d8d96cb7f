/** Characters of a name in an archive, its ending aside: room for a folder on systems that take 255 bytes. */
const LONGEST_BYTES = 180;

/**
 * Names of units' files: code and name as they are written, without what file systems refuse, cut where too long, and no
 * two the same, even where capitals do not count.
 */
export function archiveNames(
  units: readonly { key: string; code: string; name: string }[],
  extension: string,
): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    units.map(({ key, code, name }) => {
      const wanted = safeName(`${code} - ${name}`) || "don-vi";
      let free = wanted;
      for (let number = 2; taken.has(folded(free)); number++) free = `${wanted} (${number})`;
      taken.add(folded(free));
      return [key, `${free}.${extension}`];
    }),
  );
}

/** What Windows forbids in a name becomes a space; controls, directions and halves of letters fall away. */
function safeName(text: string): string {
  const allowed = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/[\\/:*?"<>|]/g, " ");
  return trimmed(shortened(trimmed(allowed)));
}

/** No dot or hyphen leads (hidden files, options of programs), no dot or space trails. */
function trimmed(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/^[\s.-]+/u, "")
    .replace(/[\s.-]+$/u, "");
}

function shortened(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = "";
  for (const letter of text) {
    bytes += encoder.encode(letter).length;
    if (bytes > LONGEST_BYTES) return kept;
    kept += letter;
  }
  return kept;
}

function folded(text: string): string {
  return text.toLocaleLowerCase("vi");
}
