import { chance, pick, pickWeighted, type Random } from "../random";

/** Sentences that people of a sector write, by what moves them to write. No names, no phone numbers, no addresses. */
export interface CommentBank {
  praise: readonly string[];
  complaint: readonly string[];
  suggestion: readonly string[];
  /** A word or two, as many people leave it. */
  brief: readonly string[];
}

/** Share of people in a middling mood who write; the unhappy write more often. */
const WRITE = 0.055;
const WRITE_UNHAPPY = 0.1;
const UNHAPPY = -1;

/** What a person writes into the comment box, or null: most leave it empty. */
export function composeComment(bank: CommentBank, mood: number, random: Random): string | null {
  if (!chance(random, mood < UNHAPPY ? WRITE_UNHAPPY : WRITE)) return null;
  return asTyped(compose(bank, mood, random), random);
}

function compose(bank: CommentBank, mood: number, random: Random): string {
  if (chance(random, 0.1) && mood > UNHAPPY) return pick(random, bank.brief);
  const kind = pickWeighted(random, [
    ["praise", mood > 0.3 ? 55 : mood > UNHAPPY ? 22 : 3],
    ["suggestion", 35],
    ["complaint", mood > 0.3 ? 8 : mood > UNHAPPY ? 35 : 65],
  ] as const);
  const first = pick(random, bank[kind]);
  if (!chance(random, 0.22)) return first;
  const second = pick(random, bank.suggestion);
  return second === first ? first : `${first} ${second}`;
}

/** Phones and hurry: some leave out the accents, the capital or the full stop. */
function asTyped(comment: string, random: Random): string {
  let typed = comment;
  if (chance(random, 0.4)) typed = typed.replace(/\.$/, "");
  if (chance(random, 0.22)) typed = typed.toLowerCase();
  if (chance(random, 0.1)) typed = withoutAccents(typed);
  return typed;
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");
}
