/** Characters of a line of the title, 160 mm at 14 points bold. */
const LINE = 66;

/** Words before which a title may break: a phrase begins there, and no compound word is torn apart. */
const OPENING = /^(?:[“(]|(?:của|về|tại|đối|với|theo|trong|và|năm|quý|qua|giữa|do|từ)$)/u;

/** What a break elsewhere costs, as the square of characters by which a line is off the even length. */
const TORN = 500;

/**
 * What a document is about, broken into lines of about the same length where phrases begin, as a title is set: the fewest
 * lines that hold it, parted by "\n".
 */
export function titleInLines(title: string): string {
  const words = title.split(" ");
  if (title.length <= LINE || words.some(({ length }) => length > LINE)) return title;
  for (let lines = Math.ceil(title.length / LINE); lines <= words.length; lines++) {
    const found = best(words, lines, title.length / lines);
    if (found) return found.lines.join("\n");
  }
  return title;
}

interface Setting {
  lines: string[];
  cost: number;
}

/** The cheapest setting in so many lines; null where they do not hold the words. */
function best(words: readonly string[], lines: number, even: number): Setting | null {
  /** Of the first words, by how many there are; one line at first. */
  let settings = words.map((_, at) => settingOf(words.slice(0, at + 1), even));
  for (let count = 2; count <= lines; count++) {
    const before = settings;
    settings = words.map((_, at) => {
      let found: Setting | null = null;
      for (let from = at; from > 0; from--) {
        const last = settingOf(words.slice(from, at + 1), even);
        if (last === null) break;
        const earlier = before[from - 1];
        if (!earlier) continue;
        const cost = earlier.cost + last.cost + (opens(words, from) ? 0 : TORN);
        if (found === null || cost < found.cost) found = { lines: [...earlier.lines, ...last.lines], cost };
      }
      return found;
    });
  }
  return settings.at(-1) ?? null;
}

function settingOf(words: readonly string[], even: number): Setting | null {
  const line = words.join(" ");
  return line.length > LINE ? null : { lines: [line], cost: (line.length - even) ** 2 };
}

function opens(words: readonly string[], at: number): boolean {
  return OPENING.test(words[at] ?? "") || /[,;:”]$/u.test(words[at - 1] ?? "");
}
