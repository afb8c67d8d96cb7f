import { COMPOUNDS, DENIALS, GRAMMAR, UNFINISHED_ALONE, type WordSort } from "./compound-words";
import { type Clause, clausesOf, type Syllable } from "./syllables";

/** A word of one or more syllables. */
export interface Word {
  syllables: readonly Syllable[];
  sort: WordSort;
  /** Whether the dictionary knows it as a word: a syllable by itself may be part of one that it does not know. */
  isCompound: boolean;
}

/** Syllables of a compound at most. */
const LONGEST = 5;

const keyOf = (syllables: readonly Syllable[], way: "toned" | "bare") => syllables.map((one) => one[way]).join(" ");

/** The dictionary by tone and without diacritics; of compounds that look alike without them the first stands. */
const [tonedCompounds, bareCompounds] = (["toned", "bare"] as const).map((way) => {
  const compounds = new Map<string, WordSort>();
  for (const [word, sort] of COMPOUNDS) {
    const key = keyOf(clausesOf(word)[0] ?? [], way);
    if (!compounds.has(key)) compounds.set(key, sort);
  }
  return compounds;
});

/**
 * The words of a clause: at each place the longest that the dictionary knows, else the syllable alone. "không" and "chưa"
 * make one word with what they deny, so that "chưa rõ ràng" is not read as praise.
 */
export function cutWords(clause: Clause, isBare: boolean): Word[] {
  return deniedTogether(simpleWords(clause, isBare));
}

function deniedTogether(words: readonly Word[]): Word[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    if (word.sort !== "grammar" && before && isDenial(before))
      return [{ ...word, syllables: [...before.syllables, ...word.syllables] }];
    const next = words[at + 1];
    return isDenial(word) && next && next.sort !== "grammar" ? [] : [word];
  });
}

function isDenial({ syllables, isCompound }: Word): boolean {
  return !isCompound && DENIALS.has(syllables[0]?.written ?? "");
}

function simpleWords(clause: Clause, isBare: boolean): Word[] {
  const compounds = isBare ? bareCompounds : tonedCompounds;
  const words: Word[] = [];
  for (let at = 0; at < clause.length; ) {
    let word: Word | null = null;
    for (let length = Math.min(LONGEST, clause.length - at); length > 1 && !word; length--) {
      const syllables = clause.slice(at, at + length);
      const sort = compounds?.get(keyOf(syllables, isBare ? "bare" : "toned"));
      if (sort) word = { syllables, sort, isCompound: true };
    }
    const alone = clause[at] as Syllable;
    word ??= { syllables: [alone], sort: sortAlone(alone.written), isCompound: false };
    words.push(word);
    at += word.syllables.length;
  }
  return words;
}

function sortAlone(written: string): WordSort {
  if (GRAMMAR.has(written) || /\p{N}/u.test(written)) return "grammar";
  return UNFINISHED_ALONE.has(written) ? "unfinished" : "word";
}
