import { cutWords, type Word } from "./cut-words";
import { finderOf } from "./find-words";
import { type ReadText, readText } from "./syllables";

/** A phrase that many comments hold. */
export interface Keyword {
  /** As most of them write it. */
  phrase: string;
  /** Comments that hold it, each once, however they write it: as many as a search for it finds. */
  comments: number;
}

const MOST_KEYWORDS = 16;
/** Syllables of a phrase: one alone says too little, more are a sentence. */
const [FEWEST_SYLLABLES, MOST_SYLLABLES] = [2, 6];
/** A phrase nine tenths of which go on with the same word is the beginning or the end of a longer one. */
const BOUND = 0.9;
/** A longer phrase stands for a shorter one that it makes up so much of. */
const STANDS_FOR = 0.75;

/**
 * Phrases of whole words that most comments hold. Clauses are cut into words by a dictionary of compounds, for Vietnamese
 * writing does not tell where a word ends; words side by side, none of them of grammar, make phrases. A phrase that nearly
 * always goes on with one word is a fragment ("chờ lấy" of "chờ lấy thuốc"), and one that ends in a verb without its object
 * too. "thai do" and "Thái độ" are one. None in fewer than `least` comments: a rare word may be one person's.
 */
export function keywords(comments: readonly string[], { least }: { least: number }): Keyword[] {
  const texts = comments.map(readText);
  const found = phrasesOf(texts);
  const common = [...found].filter(([, phrase]) => phrase.holders.size >= least);
  const readable = common
    .filter(([, phrase]) => phrase.isCompound || !(isBound(phrase, phrase.before) || isBound(phrase, phrase.after)))
    .map(([key, { holders, spellings }]) => ({ key, size: holders.size, phrase: commonest(spellings) }));
  const whole = readable.filter(
    ({ key, size }) =>
      !readable.some(
        (other) => other.key.length > key.length && isPart(key, other.key) && other.size >= STANDS_FOR * size,
      ),
  );
  const most = whole.sort(byCount).slice(0, MOST_KEYWORDS);
  return most
    .map(({ phrase }) => ({ phrase, size: texts.filter(finderOf(phrase)).length }))
    .sort(byCount)
    .map(({ phrase, size }) => ({ phrase, comments: size }));
}

/** What is counted of a phrase, under its syllables without diacritics. */
interface Phrase {
  holders: Set<number>;
  spellings: Map<string, number>;
  /** How often each word stands before and behind it within its run. */
  before: Map<string, number>;
  after: Map<string, number>;
  times: number;
  isCompound: boolean;
}

function phrasesOf(texts: readonly ReadText[]): Map<string, Phrase> {
  const found = new Map<string, Phrase>();
  texts.forEach(({ clauses, isBare }, holder) => {
    for (const clause of clauses) {
      for (const run of runsOf(cutWords(clause, isBare))) {
        for (const [from, to] of stretchesOf(run)) count(found, run, { from, to, holder });
      }
    }
  });
  return found;
}

/** Words side by side that no word of grammar parts. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [[]];
  for (const word of words) {
    if (word.sort === "grammar") runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs;
}

/** Where phrases of a run begin and end, the end excluded. */
function stretchesOf(run: readonly Word[]): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (let from = 0; from < run.length; from++) {
    let syllables = 0;
    for (let to = from; to < run.length; to++) {
      const word = run[to];
      syllables += word?.syllables.length ?? 0;
      if (syllables > MOST_SYLLABLES) break;
      if (syllables >= FEWEST_SYLLABLES && word?.sort === "word") stretches.push([from, to + 1]);
    }
  }
  return stretches;
}

function count(
  found: Map<string, Phrase>,
  run: readonly Word[],
  at: { from: number; to: number; holder: number },
): void {
  const syllables = run.slice(at.from, at.to).flatMap((word) => word.syllables);
  const key = syllables.map(({ bare }) => bare).join(" ");
  const phrase = found.get(key) ?? {
    ...{ holders: new Set(), spellings: new Map(), before: new Map(), after: new Map(), times: 0, isCompound: false },
  };
  found.set(key, phrase);
  phrase.holders.add(at.holder);
  phrase.times++;
  if (at.to - at.from === 1) phrase.isCompound = true;
  addOne(phrase.spellings, syllables.map(({ written }) => written).join(" "));
  for (const [beside, word] of [
    [phrase.before, run[at.from - 1]],
    [phrase.after, run[at.to]],
  ] as const)
    if (word) addOne(beside, word.syllables.map(({ bare }) => bare).join(" "));
}

function isBound({ times }: Phrase, beside: ReadonlyMap<string, number>): boolean {
  return Math.max(0, ...beside.values()) >= BOUND * times;
}

function isPart(part: string, whole: string): boolean {
  return ` ${whole} `.includes(` ${part} `);
}

function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The spelling of most comments; a spelling without diacritics only where there is no other, which says more. */
function commonest(spellings: ReadonlyMap<string, number>): string {
  const [best] = [...spellings].sort(
    ([one, ofOne], [other, ofOther]) => Number(isPlain(one)) - Number(isPlain(other)) || ofOther - ofOne,
  );
  return best?.[0] ?? "";
}

function isPlain(spelling: string): boolean {
  return readText(spelling).isBare;
}

function byCount(one: { phrase: string; size: number }, other: { phrase: string; size: number }): number {
  return other.size - one.size || collator.compare(one.phrase, other.phrase);
}

const collator = new Intl.Collator("vi");
