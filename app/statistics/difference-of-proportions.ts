import type { Interval } from "./interval";
import { NORMAL_QUANTILE_975 } from "./normal-quantile";
import { normalTwoSided } from "./normal-tail";
import { wilsonInterval } from "./wilson-interval";

/** A proportion with the size of its base: persons, or the effective number of them under a design. */
export interface Proportion {
  proportion: number;
  size: number;
}

export interface Difference {
  /** First minus second. */
  difference: number;
  interval: Interval;
  /** Two-sided: below 0.05 exactly where the 95 % interval leaves out 0. */
  pValue: number;
}

/** Beyond this z a p-value is below 1e-300. */
const LARGEST_Z = 37;
const BISECTIONS = 80;

/**
 * Difference of two proportions of independent samples by Newcombe's hybrid score method (1998, Statistics in Medicine
 * 17:873–890, method 10): d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²) with Wilson limits. The p-value inverts the
 * same interval, so that test and interval never disagree. `null` for an empty base. Samples that share persons are not
 * independent: compare a unit with the rest, not with a whole that holds it.
 */
export function differenceOfProportions(first: Proportion, second: Proportion): Difference | null {
  if (!(first.size > 0 && second.size > 0)) return null;
  const difference = first.proportion - second.proportion;
  const [higher, lower] = difference >= 0 ? [first, second] : [second, first];
  const reachesZero = (z: number) => intervalAt(higher, lower, z)[0] <= 0;
  let [inside, outside] = [0, LARGEST_Z];
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (inside + outside) / 2;
    if (reachesZero(middle)) outside = middle;
    else inside = middle;
  }
  return {
    difference,
    interval: intervalAt(first, second, NORMAL_QUANTILE_975),
    pValue: difference === 0 ? 1 : normalTwoSided(outside),
  };
}

function intervalAt(first: Proportion, second: Proportion, z: number): Interval {
  const difference = first.proportion - second.proportion;
  const [low1, high1] = wilsonInterval(first, z) ?? [0, 1];
  const [low2, high2] = wilsonInterval(second, z) ?? [0, 1];
  return [
    difference - Math.hypot(first.proportion - low1, high2 - second.proportion),
    difference + Math.hypot(high1 - first.proportion, second.proportion - low2),
  ];
}
