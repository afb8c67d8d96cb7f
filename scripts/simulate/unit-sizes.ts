import { normal, type Random, shuffled, wholeNumber } from "./random";

/** How many persons answer in the units of a survey. */
export interface SizePlan {
  /** Responses of the whole survey, about. */
  total: number;
  /** Spread of the log-normal sizes: the standard deviation of their logarithm. */
  spread: number;
  /** Numbers of units without any answer, below the cell minimum (3–9) and below the unit minimum (10–29). */
  empty: number;
  tiny: number;
  small: number;
  /** Units of a known size, by key: the ones that the demo opens with. */
  fixed: Readonly<Record<string, number>>;
}

/** No unit that is neither empty, tiny nor small stays below this, the default of UNIT_MINIMUM. */
const SMALLEST_PUBLISHED = 30;

/**
 * Responses by unit key. Real collection is uneven, and the screens have to show it: most units log-normal, some with
 * nothing at all, some so small that they are masked or have no index published.
 */
export function unitSizes(unitKeys: readonly string[], plan: SizePlan, random: Random): Map<string, number> {
  const sizes = new Map<string, number>();
  const queue: string[] = [];
  for (const key of shuffled(random, unitKeys)) {
    const fixed = plan.fixed[key];
    if (fixed === undefined) queue.push(key);
    else sizes.set(key, fixed);
  }
  for (const key of queue.splice(0, plan.empty)) sizes.set(key, 0);
  for (const key of queue.splice(0, plan.tiny)) sizes.set(key, wholeNumber(random, 3, 9));
  for (const key of queue.splice(0, plan.small)) sizes.set(key, wholeNumber(random, 10, SMALLEST_PUBLISHED - 1));
  const taken = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const weights = queue.map(() => Math.exp(plan.spread * normal(random)));
  const scale = (plan.total - taken) / weights.reduce((sum, weight) => sum + weight, 0);
  queue.forEach((key, index) => {
    sizes.set(key, Math.max(SMALLEST_PUBLISHED, Math.round((weights[index] ?? 0) * scale)));
  });
  return sizes;
}
