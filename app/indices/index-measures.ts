import type { IndexRule } from "~/questionnaires/questionnaire-schema";
import { personStandardError } from "~/statistics/person-standard-error";
import { sumBaseCounts } from "./code-counts";
import { meanFields, rateFields } from "./estimate-fields";
import type { IndexDefinition } from "./index-definitions";
import { partsUsed } from "./index-estimate";
import { type IndexSums, indexSums, pooledSquares, type ScoreSums, type ScoreTables } from "./index-sums";
import type { ItemTally } from "./item-tally";
import { lineariseMean } from "./linearised-index";
import { personSums, type ScoredColumn } from "./person-sums";
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
    scored: readonly (ScoredColumn & { scores: ScoreTables })[];
    rows: Int32Array;
  },
): MeasureRow {
  const { rule, definition, tallies, rows } = group;
  const scored = pick(group.scored, definition.items);
  if (rule === "pooled")
    return pooledRow({
      ...group,
      sums: indexSums(
        rows,
        scored.map(({ scores }) => scores),
      ),
    });
  const rate = lineariseMean(definition, tallies, "rate");
  const mean = lineariseMean(definition, tallies, "mean");
  const sums = personSums(rows, scored, rate, mean);
  const { persons } = sums;
  return rowOf(group, rule, {
    persons,
    rate: { estimate: rate.estimate, squares: sums.rateSquares, negligible: rate.negligible },
    mean: { estimate: mean.estimate, squares: sums.meanSquares, negligible: mean.negligible },
  });
}

/** Row of an index under the pooled rule, which needs no more of the persons than their sums. */
export function pooledRow(group: IndexGroup & { sums: IndexSums }): MeasureRow {
  const { sums } = group;
  const estimate = (scores: ScoreSums) => ({
    estimate: sums.answers === 0 ? null : scores.sum / sums.answers,
    squares: pooledSquares(sums, scores),
    negligible: 0,
  });
  return rowOf(group, "pooled", { persons: sums.persons, rate: estimate(sums.rate), mean: estimate(sums.mean) });
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
