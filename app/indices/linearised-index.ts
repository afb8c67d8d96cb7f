import { CODE_OFFSET } from "./frame-codes";
import type { IndexDefinition } from "./index-definitions";
import { answerSum, type IndexMeasure, itemCoefficients, meanOfParts } from "./index-estimate";
import type { ItemTally } from "./item-tally";

/**
 * An index estimate with the linearised value of each person as a sum of table entries (contracts, section 3): person
 * i's uᵢ is Σ tables[k][code of answer k] ÷ divisor, codes without a valid answer counting 0.
 */
export interface LinearisedIndex {
  estimate: number | null;
  /** One table per item of the definition, in its order; empty when there is no estimate. */
  tables: readonly Float64Array[];
  divisor: number;
  /** Below this Σu² is rounding, and the standard error is 0. */
  negligible: number;
}

const NEGLIGIBLE_SHARE = 1e-20;
const NO_ESTIMATE: LinearisedIndex = { estimate: null, tables: [], divisor: 1, negligible: 0 };

/** Mean-type rules: θ̂ = Σ cₖθ̂ₖ and uᵢ = Σₖ cₖ(yᵢₖ − θ̂ₖ)/nₖ over the items person i answered validly. */
export function lineariseMean(
  definition: IndexDefinition,
  tallies: readonly ItemTally[],
  measure: IndexMeasure,
): LinearisedIndex {
  const coefficients = itemCoefficients(definition, tallies);
  if (coefficients === null) return NO_ESTIMATE;
  let spread = 0;
  const tables = definition.items.map((item) => {
    const tally = tallies[item];
    const coefficient = coefficients.get(item) ?? 0;
    if (!tally || tally.n_valid === 0) return scoreTable(tally, () => 0, measure);
    const itemEstimate = answerSum(tally, measure) / tally.n_valid;
    spread += (coefficient / tally.n_valid) ** 2 * squaredDeviations(tally, measure);
    return scoreTable(tally, (score) => (coefficient * (score - itemEstimate)) / tally.n_valid, measure);
  });
  const estimate = meanOfParts(definition, tallies, measure);
  return { estimate, tables, divisor: 1, negligible: spread * NEGLIGIBLE_SHARE };
}

/** Σ(y − θ̂ₖ)² of one item: the size beside which rounding is judged. */
function squaredDeviations(tally: ItemTally, measure: IndexMeasure): number {
  const squareSum = measure === "rate" ? tally.satisfied : tally.levelSquareSum;
  return Math.max(0, squareSum - answerSum(tally, measure) ** 2 / tally.n_valid);
}

function scoreTable(
  tally: ItemTally | undefined,
  entry: (score: number) => number,
  measure: IndexMeasure,
): Float64Array {
  if (!tally) return new Float64Array(CODE_OFFSET);
  const { values, valid, satisfied } = tally.coding;
  const table = new Float64Array(values.length + CODE_OFFSET);
  values.forEach((value, code) => {
    if (valid[code]) table[code + CODE_OFFSET] = entry(measure === "mean" ? value : satisfied[code] ? 1 : 0);
  });
  return table;
}
