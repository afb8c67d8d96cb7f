import type { Answer, Answers } from "~/questionnaires/answers";
import { isAsked, withoutUnasked } from "~/questionnaires/answers";
import { type PackedLayout, packAnswers, packedLayout, unpackAnswers } from "~/questionnaires/packed-layout";
import type { Item, Questionnaire } from "~/questionnaires/questionnaire-schema";

/** A closed question that was keyed one way and then another. */
export interface Mismatch {
  item: Item;
  first: Answer | undefined;
  second: Answer | undefined;
}

export interface Comparison {
  /** Closed questions that routing puts to the person by either keying. */
  compared: number;
  /** Of those, the ones keyed otherwise the second time. */
  mismatches: Mismatch[];
  /** One keying has the form as valid, the other not: one comparison, and it differs. */
  validityDiffers: boolean;
}

const layouts = new WeakMap<Questionnaire, PackedLayout>();

export function layoutOf(questionnaire: Questionnaire): PackedLayout {
  let layout = layouts.get(questionnaire);
  if (!layout) {
    layout = packedLayout(questionnaire);
    layouts.set(questionnaire, layout);
  }
  return layout;
}

/**
 * Two keyings of a form, null for one that was keyed as not valid. Blank against blank is compared too: leaving out is
 * the mistake most easily made.
 */
export function compareKeyings(questionnaire: Questionnaire, first: string | null, second: string | null): Comparison {
  if (first === null || second === null) {
    const validityDiffers = first !== second;
    return { compared: 1, mismatches: [], validityDiffers };
  }
  const layout = layoutOf(questionnaire);
  const [one, other] = [unpackAnswers(layout, first), unpackAnswers(layout, second)];
  const asked = layout.columns
    .map(({ item }) => item)
    .filter((item) => isAsked(questionnaire, item, one) || isAsked(questionnaire, item, other));
  const mismatches = asked
    .map((item): Mismatch => ({ item, first: one[item.code], second: other[item.code] }))
    .filter(({ first: given, second: again }) => String(given ?? "") !== String(again ?? ""));
  return { compared: asked.length, mismatches, validityDiffers: false };
}

/** How often two keyings differ: answers differing over answers compared; null where nothing was compared. */
export interface MismatchRate {
  compared: number;
  differing: number;
  rate: number | null;
}

export function mismatchRate(comparisons: Iterable<Comparison>): MismatchRate {
  let [compared, differing] = [0, 0];
  for (const comparison of comparisons) {
    compared += comparison.compared;
    differing += comparison.validityDiffers ? 1 : comparison.mismatches.length;
  }
  return { compared, differing, rate: compared === 0 ? null : differing / compared };
}

/** What stands on the paper for a question: as keyed first, as keyed second, or something else. */
export type Resolution = { take: "first" } | { take: "second" } | { take: "other"; answer: Answer | undefined };

/** The answers of a form once every question in doubt is decided. Packed; throws where one is left undecided. */
export function resolvedAnswers(
  questionnaire: Questionnaire,
  { first, second }: { first: string; second: string },
  decided: ReadonlyMap<string, Resolution>,
): Answers {
  const layout = layoutOf(questionnaire);
  const answers = unpackAnswers(layout, first);
  for (const mismatch of compareKeyings(questionnaire, first, second).mismatches) {
    const resolution = decided.get(mismatch.item.code);
    if (!resolution) throw new Error(`question ${mismatch.item.code} is undecided`);
    const answer = resolution.take === "other" ? resolution.answer : mismatch[resolution.take];
    if (answer === undefined) delete answers[mismatch.item.code];
    else answers[mismatch.item.code] = answer;
  }
  // Another answer may close a question that either keying had answered.
  return withoutUnasked(questionnaire, answers).answers;
}

export function packed(questionnaire: Questionnaire, answers: Answers): string {
  return packAnswers(layoutOf(questionnaire), answers);
}
