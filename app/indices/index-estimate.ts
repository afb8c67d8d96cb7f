import type { IndexDefinition } from "./index-definitions";
import type { ItemTally } from "./item-tally";

/** What is averaged: the share of satisfied answers or the level. Both follow the same rule. */
export type IndexMeasure = "rate" | "mean";

/** Σ xᵢₖ of an item over its valid answers, x being 1 for a satisfied answer or the level. */
export function answerSum(tally: ItemTally, measure: IndexMeasure): number {
  return measure === "rate" ? tally.satisfied : tally.levelSum;
}

/**
 * Coefficients cₖ of a mean-type index θ̂ = Σ cₖ θ̂ₖ over the items of an index. A part without a valid answer is left out and the rest
 * share its weight, except under fixed weights, where the index is then `null`; so it is when no part has an answer.
 * Items that are left out have no entry.
 */
export function itemCoefficients(
  definition: IndexDefinition,
  tallies: readonly ItemTally[],
): ReadonlyMap<number, number> | null {
  const answered = (item: number) => (tallies[item]?.n_valid ?? 0) > 0;
  const used = definition.parts
    .map(({ weight, items }) => ({ weight, items: items.filter(answered) }))
    .filter(({ items }) => items.length > 0);
  if (used.length === 0 || (definition.needsEveryPart && used.length < definition.parts.length)) return null;
  const coefficients = new Map<number, number>();
  for (const { weight, items } of used) {
    for (const item of items) coefficients.set(item, (weight ?? 1 / used.length) / items.length);
  }
  return coefficients;
}

/**
 * Value of a mean-type index: the mean of its parts, each the mean of its items. Sums are divided once, so that an index
 * of people who are all satisfied is exactly 1. Only for an index that has coefficients.
 */
export function meanOfParts(definition: IndexDefinition, tallies: readonly ItemTally[], measure: IndexMeasure): number {
  const parts = definition.parts.flatMap(({ weight, items }) => {
    const values = items.flatMap((item) => {
      const tally = tallies[item];
      return tally && tally.n_valid > 0 ? answerSum(tally, measure) / tally.n_valid : [];
    });
    return values.length === 0 ? [] : [{ weight, value: total(values) / values.length }];
  });
  if (definition.needsEveryPart) return total(parts.map(({ weight, value }) => (weight ?? 0) * value));
  return total(parts.map(({ value }) => value)) / parts.length;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Parts with at least one valid answer: `k_used` of the row. */
export function partsUsed(definition: IndexDefinition, tallies: readonly ItemTally[]): number {
  return definition.parts.filter(({ items }) => items.some((item) => (tallies[item]?.n_valid ?? 0) > 0)).length;
}
