import type { StratifiedRatio } from "~/statistics/stratified-ratio";
import { pairSums } from "./answer-products";
import type { IndexDefinition } from "./index-definitions";
import { answerSum, type IndexMeasure, itemCoefficients } from "./index-estimate";
import type { ItemTally } from "./item-tally";

/** What a mean-type index needs of the persons of one stratum. */
export interface MeanStratum {
  /** n: sampled persons of the stratum. */
  sampled: number;
  /** N: what the stratum stands for. */
  population: number;
  /** Persons with a valid answer to an item of the index. */
  persons: number;
  /** Of every scored item, and of every pair of them (`answerProducts`). */
  items: readonly ItemTally[];
  products: Float64Array;
}

/** Beside the size of its terms a sum this small is what rounding leaves. */
const ROUNDING = 1e-14;

/**
 * Mean-type index post-stratified to known sizes, from sums alone: θ̂ = Σ cₖθ̂ₖ with θ̂ₖ = Σ(N/n)Xₖ / Σ(N/n)nₖ, and
 * SE² = Σ (1 − f)·n/(n−1)·Σ(z − z̄)² with z = (N/n)·Σₖ cₖ(xₖ − θ̂ₖaₖ)/Σ(N/n)nₖ, as `stratifiedRatio` does for one ratio (Holt and Smith
 * 1979; Woodruff 1971 for the sum). `null` where the index has no value.
 * @param finite whether persons were drawn from the N: f = n/N then, else f = 0.
 */
export function stratifiedMean(
  definition: IndexDefinition,
  strata: readonly MeanStratum[],
  measure: IndexMeasure,
  finite: boolean,
): StratifiedRatio | null {
  const coefficients = itemCoefficients(definition, answeredBy(strata));
  if (coefficients === null) return null;
  const parts = [...coefficients].map(([item, coefficient]) => {
    let [above, below] = [0, 0];
    for (const { sampled, population, items } of strata) {
      const tally = items[item] as ItemTally;
      above += (population / sampled) * answerSum(tally, measure);
      below += (population / sampled) * tally.n_valid;
    }
    return { item, mean: above / below, coefficient, share: coefficient / below };
  });
  let [variance, negligible] = [0, 0];
  let [degreesOfFreedom, weights, weightSquares] = [0, 0, 0];
  for (const stratum of strata) {
    const { sampled, population, persons } = stratum;
    const weight = population / sampled;
    degreesOfFreedom += sampled - 1;
    weights += weight * persons;
    weightSquares += weight * weight * persons;
    if (sampled < 2) continue;
    const correction = (finite ? 1 - sampled / population : 1) * (sampled / (sampled - 1)) * weight ** 2;
    const { spread, size } = spreadOf(stratum, parts, measure);
    variance += correction * spread;
    negligible += correction * size * ROUNDING;
  }
  return {
    estimate: parts.reduce((sum, { coefficient, mean }) => sum + coefficient * mean, 0),
    standardError: variance <= negligible ? 0 : Math.sqrt(variance),
    degreesOfFreedom,
    weightsAlone: weightSquares === 0 ? 0 : weights ** 2 / weightSquares,
  };
}

/** Which items anybody answered, whatever the weights. */
function answeredBy(strata: readonly MeanStratum[]): ItemTally[] {
  const [first] = strata;
  return (first?.items ?? []).map((tally, item) => {
    return { ...tally, n_valid: strata.reduce((sum, { items }) => sum + (items[item]?.n_valid ?? 0), 0) };
  });
}

/** Σ(z − z̄)² of z = Σₖ dₖ(xₖ − θ̂ₖaₖ) over the persons of a stratum, and the size of the terms that it is the sum of. */
function spreadOf(
  { sampled, items, products }: MeanStratum,
  parts: readonly { item: number; mean: number; share: number }[],
  measure: IndexMeasure,
): { spread: number; size: number } {
  let [total, squares, size] = [0, 0, 0];
  parts.forEach((one, position) => {
    const tally = items[one.item] as ItemTally;
    total += one.share * (answerSum(tally, measure) - one.mean * tally.n_valid);
    for (const other of parts.slice(position)) {
      const [first, last] = one.item <= other.item ? [one, other] : [other, one];
      const pair = pairSums(products, items.length, first.item, last.item, measure);
      const product =
        pair.cross - last.mean * pair.first - first.mean * pair.second + first.mean * last.mean * pair.both;
      squares += (one === other ? 1 : 2) * one.share * other.share * product;
      if (one === other) size += one.share * Math.sqrt(pair.cross);
    }
  });
  return { spread: squares - total ** 2 / sampled, size: size ** 2 };
}
