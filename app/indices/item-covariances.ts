import { type PairSums, pairSums } from "./answer-products";
import type { IndexDefinition } from "./index-definitions";
import { answerSum, type IndexMeasure, itemCoefficients, meanOfParts } from "./index-estimate";
import type { ItemTally } from "./item-tally";

/**
 * Of every pair of scored items Σuⱼuₖ over persons, where uⱼ = (xⱼ − θ̂ⱼaⱼ)/nⱼ is the linearised value of the item's mean: up to
 * n/(n−1) the covariance of the two means. Row by row; 0 where an item has no valid answer.
 */
export type ItemCovariances = Record<IndexMeasure, Float64Array>;

/** @param products as `answerProducts` gives them, of the items in the order of the tallies. */
export function itemCovariances(tallies: readonly ItemTally[], products: Float64Array): ItemCovariances {
  const of = (measure: IndexMeasure) => {
    const items = tallies.length;
    const covariances = new Float64Array(items * items);
    const sums = tallies.map((tally) => ({ answers: tally.n_valid, score: answerSum(tally, measure) }));
    sums.forEach((one, j) => {
      for (let k = j; k < items; k++) {
        const other = sums[k];
        if (!other || one.answers === 0 || other.answers === 0) continue;
        const covariance = linearisedProduct(one, other, pairSums(products, items, j, k, measure));
        covariances[j * items + k] = covariance;
        covariances[k * items + j] = covariance;
      }
    });
    return covariances;
  };
  return { rate: of("rate"), mean: of("mean") };
}

/** Sums of four terms this large are still exact in a double. */
const EXACT = Number.MAX_SAFE_INTEGER / 4;

/**
 * Σ(xⱼ − θ̂ⱼaⱼ)(xₖ − θ̂ₖaₖ) ÷ nⱼnₖ with θ̂ = X/n, as (nⱼnₖΣxⱼxₖ − nⱼXₖΣxⱼaₖ − nₖXⱼΣaⱼxₖ + XⱼXₖΣaⱼaₖ)/(nⱼnₖ)²: whole numbers up to the
 * division, so that it depends neither on the order of persons nor on how they were grouped.
 */
function linearisedProduct(
  one: { answers: number; score: number },
  other: { answers: number; score: number },
  { both, first, second, cross }: PairSums,
): number {
  const [n, m, x, y] = [one.answers, other.answers, one.score, other.score];
  const terms = [n * m * cross, -n * y * first, -m * x * second, x * y * both] as const;
  const whole = terms.every((term) => Math.abs(term) < EXACT)
    ? terms[0] + terms[1] + terms[2] + terms[3]
    : Number(wholeProduct([n, m, x, y, both, first, second, cross].map(BigInt) as EightWhole));
  return whole / (n * m) / (n * m);
}

type EightWhole = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

function wholeProduct([n, m, x, y, both, first, second, cross]: EightWhole): bigint {
  return n * m * cross - n * y * first - m * x * second + x * y * both;
}

/** Beside the size of its terms a sum this small is what rounding leaves. */
const ROUNDING = 1e-13;

/**
 * Mean-type rules: θ̂ = Σ cₖθ̂ₖ and Σuᵢ² = Σⱼₖ cⱼcₖ Σuⱼuₖ over the persons, who are the clusters (contracts, section 3; Woodruff
 * 1971). Below `negligible` Σu² is rounding, and the standard error is 0.
 */
export function meanTypeEstimate(
  definition: IndexDefinition,
  tallies: readonly ItemTally[],
  covariances: ItemCovariances,
  measure: IndexMeasure,
): { estimate: number | null; squares: number; negligible: number } {
  const coefficients = itemCoefficients(definition, tallies);
  if (coefficients === null) return { estimate: null, squares: 0, negligible: 0 };
  const of = covariances[measure];
  const parts = [...coefficients];
  let [squares, size] = [0, 0];
  parts.forEach(([j, coefficient], position) => {
    const own = of[j * tallies.length + j] ?? 0;
    squares += coefficient ** 2 * own;
    size += coefficient * Math.sqrt(Math.max(0, own));
    for (const [k, other] of parts.slice(position + 1))
      squares += 2 * coefficient * other * (of[j * tallies.length + k] ?? 0);
  });
  return { estimate: meanOfParts(definition, tallies, measure), squares, negligible: size ** 2 * ROUNDING };
}
