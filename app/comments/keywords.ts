import { searchable } from "~/i18n/searchable";

/** A phrase that many comments hold. */
export interface Keyword {
  /** As most of them write it. */
  phrase: string;
  /** Comments that hold it, each once, however they write it. */
  comments: number;
}

/**
 * Syllables that begin or end no phrase worth naming: words of grammar, of quantity and of courtesy; then those that read
 * as such without diacritics too ("do" does not: it may be "độ").
 */
const GRAMMAR = new Set(
  `à ạ ai anh bà bạn bằng bị bởi các cái càng cần cả chỉ chị cho chưa chúng chút chắc chứ con có còn cô của cùng cũng cứ dạ em gì giữa hay
  hoặc hơi hơn hết hãy khi không là lại lắm lên luôn lúc mà mong mọi mỗi muốn một nào này nếu nên nha nhất nhé nhiều nhưng như những nơi nó nữa
  nhờ nhằm ông ở ơi phải qua quá ra rất rồi rằng sao sau sẽ tại tại thay thêm theo thế thì thôi thật toàn tôi trong trước trên tuy từ từng tự
  và vào vẫn về vì với vậy xin xuống y đang đây đó được đã đi để đến đều đối đề nghị
  cua nhung duoc khong rat va thi nhieu lai voi nhu nen cac trong theo toi neu`.split(/\s+/),
);
const MOST_KEYWORDS = 16;

/**
 * The words of two syllables, as most Vietnamese words are, that most comments hold. Syllables stand apart in writing, so each
 * clause is cut into pairs, those of most comments first: "thời gian chờ đợi" gives "thời gian" and "chờ đợi", never "gian chờ".
 * "thai do" and "Thái độ" are one. None in fewer than `least` comments: a rare word may be one person's.
 */
export function keywords(comments: readonly string[], { least }: { least: number }): Keyword[] {
  const clauses = comments.map(clausesOf);
  const holders = new Map<string, number>();
  for (const one of clauses) {
    for (const key of new Set(one.flatMap((clause) => pairsOf(clause).map((pair) => pair.key))))
      holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  const found = new Map<string, { comments: number; spellings: Map<string, number> }>();
  for (const one of clauses) {
    const words = one.flatMap((clause) => cut(clause, (key) => holders.get(key) ?? 0));
    for (const [key, spelling] of new Map(words.map((word) => [word.key, word.spelling]))) {
      const phrase = found.get(key) ?? { comments: 0, spellings: new Map<string, number>() };
      phrase.comments++;
      phrase.spellings.set(spelling, (phrase.spellings.get(spelling) ?? 0) + 1);
      found.set(key, phrase);
    }
  }
  return [...found.values()]
    .filter((phrase) => phrase.comments >= least)
    .map((phrase) => ({ phrase: commonest(phrase.spellings), comments: phrase.comments }))
    .sort((one, other) => other.comments - one.comments || collator.compare(one.phrase, other.phrase))
    .slice(0, MOST_KEYWORDS);
}

/** Syllables of each clause of a comment: a word does not cross a comma or a stop. */
function clausesOf(comment: string): string[][] {
  const clauses = comment
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\s]+/u);
  return clauses.map((clause) => clause.split(/\s+/).filter((syllable) => syllable !== ""));
}

interface Pair {
  at: number;
  /** How it is counted: without diacritics. */
  key: string;
  spelling: string;
}

function pairsOf(syllables: readonly string[]): Pair[] {
  return syllables.slice(1).flatMap((second, at) => {
    const first = syllables[at] ?? "";
    if (GRAMMAR.has(first) || GRAMMAR.has(second)) return [];
    const spelling = `${first} ${second}`;
    return [{ at, key: searchable(spelling), spelling }];
  });
}

/** Pairs of a clause that share no syllable, those that most comments hold first. */
function cut(syllables: readonly string[], holders: (key: string) => number): Pair[] {
  const used = new Set<number>();
  return pairsOf(syllables)
    .sort((one, other) => holders(other.key) - holders(one.key) || one.at - other.at)
    .filter(({ at }) => {
      if (used.has(at) || used.has(at + 1)) return false;
      used.add(at).add(at + 1);
      return true;
    });
}

/** The spelling of most comments; among equals one with diacritics, which says more. */
function commonest(spellings: ReadonlyMap<string, number>): string {
  const [best] = [...spellings].sort(
    ([one, count], [other, otherCount]) =>
      otherCount - count || Number(searchable(one) === one) - Number(searchable(other) === other),
  );
  return best?.[0] ?? "";
}

const collator = new Intl.Collator("vi");
