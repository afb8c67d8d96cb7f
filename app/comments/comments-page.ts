import { finderOf } from "./find-words";
import { maskPersonalData } from "./mask-personal-data";
import { readText } from "./syllables";

/** One person's written answers. */
export interface WrittenAnswers {
  unitId: number;
  texts: readonly { field: string; text: string }[];
}

/** A written answer as it is shown: nothing stands with it but the question. */
export interface Comment {
  field: string;
  text: string;
}

export const COMMENTS_PER_PAGE = 50;

export interface CommentsPage {
  comments: Comment[];
  /** Comments in all that fit the question and the search. */
  total: number;
  page: number;
  pages: number;
}

/**
 * A page of released comments, personal data masked before they are searched, so that nobody can probe for a number.
 * The batches keep their order; inside one comments stand by their text, whoever wrote them and whenever.
 */
export function commentsPage(
  batches: readonly (readonly WrittenAnswers[])[],
  { question, search, page }: { question: string; search: string; page: number },
): CommentsPage {
  const holds = finderOf(search);
  const found = batches.flatMap((batch) =>
    batch
      .flatMap(({ texts }) => texts)
      .filter(({ field }) => question === "" || field === question)
      .map(({ field, text }) => ({ field, text: maskPersonalData(text) }))
      .filter(({ text }) => holds(readText(text)))
      .sort((one, other) => collator.compare(one.text, other.text)),
  );
  const pages = Math.max(1, Math.ceil(found.length / COMMENTS_PER_PAGE));
  const shown = Math.min(page, pages);
  return {
    comments: found.slice((shown - 1) * COMMENTS_PER_PAGE, shown * COMMENTS_PER_PAGE),
    total: found.length,
    page: shown,
    pages,
  };
}

/** Texts of the released comments on a question, or on all, personal data masked. */
export function maskedComments(batches: readonly (readonly WrittenAnswers[])[], question: string): string[] {
  return batches
    .flat()
    .flatMap(({ texts }) => texts)
    .filter(({ field }) => question === "" || field === question)
    .map(({ text }) => maskPersonalData(text));
}

const collator = new Intl.Collator("vi", { numeric: true });
