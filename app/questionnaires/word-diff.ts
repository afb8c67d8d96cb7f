/** A run of words that both texts have, that only the earlier or only the later has. */
export interface WordRun {
  kind: "same" | "gone" | "added";
  text: string;
}

/** The texts that are compared word by word are questions, not books; beyond this they count as wholly different. */
const LONGEST = 600;

/** A mark that follows the word before it without a space. */
export const ENDING = /^[.,;:!?]/;

/** What became of a text, word by word: the fewest words gone and added that lead from one to the other. */
export function wordDiff(before: string, after: string): WordRun[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  if (old.length > LONGEST || now.length > LONGEST) {
    return before === after ? [{ kind: "same", text: before }] : [...runOf("gone", before), ...runOf("added", after)];
  }
  const common = commonLengths(old, now);
  const runs: WordRun[] = [];
  const push = (kind: WordRun["kind"], word: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += ENDING.test(word) ? word : ` ${word}`;
    else runs.push({ kind, text: word });
  };
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [gone, added] = [old[i], now[j]];
    if (gone !== undefined && gone === added) {
      push("same", gone);
      i++;
      j++;
    } else if (gone !== undefined && (added === undefined || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      push("gone", gone);
      i++;
    } else if (added !== undefined) {
      push("added", added);
      j++;
    }
  }
  return runs;
}

/** Share of words that two texts have in common, in order (Dice): 1 for the same words, 0 for none; case is passed over. */
export function wordSimilarity(one: string, other: string): number {
  const first = wordsOf(one.toLocaleLowerCase("vi").replace(/[.,:;?!“”"()]/g, " "));
  const second = wordsOf(other.toLocaleLowerCase("vi").replace(/[.,:;?!“”"()]/g, " "));
  const words = first.length + second.length;
  if (words === 0 || first.length > LONGEST || second.length > LONGEST) return 0;
  return (2 * (commonLengths(first, second)[0]?.[0] ?? 0)) / words;
}

/** Words in one Unicode form; a mark behind a word stands alone, so that «đình» and «đình;» share the word. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFC")
    .replace(/([.,;:!?]+)(?=\s|$)/g, " $1")
    .split(/\s+/)
    .filter((word) => word !== "");
}

function runOf(kind: WordRun["kind"], text: string): WordRun[] {
  return text === "" ? [] : [{ kind, text }];
}

/** Length of the longest common subsequence of what follows each pair of places. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const [row, next] = [lengths[i], lengths[i + 1]] as [number[], number[]];
      row[j] = old[i] === now[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
