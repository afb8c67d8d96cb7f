import type { IndexRule } from "~/questionnaires/questionnaire-schema";
import { personStandardError } from "~/statistics/person-standard-error";
import { sumBaseCounts } from "./code-counts";
import { meanFields, rateFields } from "./estimate-fields";
import type { IndexDefinition } from "./index-definitions";
import { type IndexMeasure, partsUsed } from "./index-estimate";
import { type IndexSums, pooledSquares, type ScoreSums } from "./index-sums";
import { type ItemCovariances, meanTypeEstimate } from "./item-covariances";
import type { ItemTally } from "./item-tally";
import type { MeasureRow } from "./result";

interface IndexGroup {
  unit: string;
  definition: IndexDefinition;
  /** Of all scored items, as the positions of the definition count them. */
  tallies: readonly ItemTally[];
}

/** Row of one factor, domain or overall index in one group, rate and mean by the same rule. */
export function indexRow(
  group: IndexGroup & {
    rule: IndexRule;
    sums: IndexSums;
    /** Of all scored items; a pooled index needs none. */
    covariances: ItemCovariances | null;
  },
): MeasureRow {
  const { rule, definition, tallies, sums, covariances } = group;
  const estimate = (measure: IndexMeasure): Estimated =>
    covariances ? meanTypeEstimate(definition, tallies, covariances, measure) : pooledEstimate(sums, sums[measure]);
  return rowOf(group, rule, { persons: sums.persons, rate: estimate("rate"), mean: estimate("mean") });
}

function pooledEstimate(sums: IndexSums, scores: ScoreSums): Estimated {
  return {
    estimate: sums.answers === 0 ? null : scores.sum / sums.answers,
    squares: pooledSquares(sums, scores),
    negligible: 0,
  };
}

interface Estimated {
  estimate: number | null;
  squares: number;
  negligible: number;
}

function rowOf(
  { unit, definition, tallies }: IndexGroup,
  rule: IndexRule,
  { persons, rate, mean }: { persons: number; rate: Estimated; mean: Estimated },
): MeasureRow {
  const errorOf = ({ squares, negligible }: Estimated) => personStandardError({ persons, squares, negligible });
  const counts = sumBaseCounts(pick(tallies, definition.items));
  const {
    rate: share,
    rate_se,
    rate_ci,
  } = rateFields({ estimate: rate.estimate, standardError: errorOf(rate), persons });
  const {
    mean: level,
    mean_se,
    mean_ci,
  } = meanFields({ estimate: mean.estimate, standardError: errorOf(mean), persons });
  // Field by field: a page has thousands of these rows, and spreading parts together takes most of their time.
  return {
    unit,
    level: definition.level,
    code: definition.code,
    n_asked: counts.n_asked,
    n_valid: counts.n_valid,
    n_excluded: counts.n_excluded,
    n_missing: counts.n_missing,
    n_persons: persons,
    rule,
    k: definition.parts.length,
    k_used: partsUsed(definition, tallies),
    rate: share,
    rate_se,
    rate_ci,
    mean: level,
    mean_se,
    mean_ci,
    suppressed: null,
  };
}

function pick<T>(entries: readonly T[], positions: readonly number[]): T[] {
  return positions.flatMap((position) => entries[position] ?? []);
}
